package org.desireline.number;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The median of observations that come in clusters, with a 95 % interval.
 *
 * <p>Method: the share of observations at or below the median has a delete-one-cluster jackknife interval; its ends,
 * read off the ordered observations, are those of the median. Source: Woodruff, R. S. (1952), "Confidence intervals for
 * medians and other position measures", Journal of the American Statistical Association 47. Cost: {@code n log n}.
 * Blind spot: with few clusters, or one that holds most observations, the interval is too short.
 */
public final class ClusteredMedian {

    private static final double HALF = 0.5;

    private ClusteredMedian() {}

    /**
     * Computes it.
     *
     * @param values observations, at least one
     * @param clusters the cluster of each, by any numbers
     * @return the median, in the unit of the values; with one cluster its interval is all there is
     */
    public static Interval of(long[] values, int[] clusters) {
        int n = values.length;
        if (n == 0 || clusters.length != n) {
            throw new IllegalArgumentException("A median needs observations, each with a cluster: got " + n + " and "
                    + clusters.length + ".");
        }
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingLong(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
        long[] sorted = Arrays.stream(order).mapToLong(i -> values[i]).toArray();
        double median = (sorted[(n - 1) / 2] + (double) sorted[n / 2]) / 2;
        int[] names = Arrays.stream(clusters).distinct().sorted().toArray();
        if (names.length < 2) {
            return new Interval(median, sorted[0], sorted[n - 1]);
        }
        double[] below = new double[names.length];
        double[] all = new double[names.length];
        for (int i = 0; i < n; i++) {
            int cluster = Arrays.binarySearch(names, clusters[i]);
            all[cluster]++;
            below[cluster] += values[i] <= median ? 1 : 0;
        }
        Interval share = RatioJackknife.of(below, all).interval();
        double half = (share.high() - share.low()) / 2;
        int from = (int) Math.floor((HALF - half) * n) - 1;
        int to = (int) Math.ceil((HALF + half) * n);
        return new Interval(median, Math.min(median, (double) sorted[Math.clamp(from, 0, n - 1)]),
                Math.max(median, (double) sorted[Math.clamp(to, 0, n - 1)]));
    }
}
