package org.desireline.number;

import java.util.Arrays;

/**
 * A share of cases with the wider of two 95 % intervals at each end: for cases alike (Wilson's), and for people alike
 * (delete-one-cluster jackknife). Cost: linear in clusters. Blind spot: with under five clusters only the first is
 * known.
 */
public final class ClusteredShare {

    private static final int FEWEST = 5;

    private ClusteredShare() {}

    /**
     * Computes it.
     *
     * @param some cases that count, by cluster
     * @param all all cases, by cluster; at least one
     */
    public static Interval of(long[] some, long[] all) {
        Interval wilson = Wilson.interval(Arrays.stream(some).sum(), Arrays.stream(all).sum());
        if (all.length < FEWEST) {
            return wilson;
        }
        Interval clustered = RatioJackknife.of(Arrays.stream(some).asDoubleStream().toArray(),
                Arrays.stream(all).asDoubleStream().toArray()).interval();
        return new Interval(wilson.value(), Math.clamp(clustered.low(), 0, wilson.low()),
                Math.clamp(clustered.high(), wilson.high(), 1));
    }
}
