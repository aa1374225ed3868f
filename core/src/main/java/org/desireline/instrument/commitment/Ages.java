package org.desireline.instrument.commitment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.desireline.instrument.commitment.Commitment.Age;
import org.desireline.number.AalenJohansen;
import org.desireline.number.Interval;
import org.desireline.number.KaplanMeier;

/** How old the promises of one class were, in days, when this or that became of them. */
final class Ages {

    private static final double DAY_SECONDS = 24 * 3600.0;

    /** By kind of age, by days, how many. */
    private final Map<Age, TreeMap<Double, Long>> counts = new EnumMap<>(Age.class);

    /** Counts an age as the tally packs it. */
    void add(Age age, long packed, long number) {
        double days = ((packed & ((1L << Commitment.AGE_BITS) - 1)) - Commitment.AGE_SHIFT) / DAY_SECONDS;
        counts.computeIfAbsent(age, key -> new TreeMap<>()).merge(days, number, Long::sum);
    }

    /** How many of a kind. */
    long n(Age age) {
        return of(age).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The days by which a share has ended, where they and both ends of their interval are reached. */
    Optional<Interval> quantile(Age ended, Age open, double share) {
        int n = (int) (n(ended) + n(open));
        double[] exit = new double[n];
        boolean[] event = new boolean[n];
        int at = 0;
        for (Age age : new Age[] {ended, open}) {
            for (Map.Entry<Double, Long> each : of(age).entrySet()) {
                for (long i = 0; i < each.getValue(); i++) {
                    exit[at] = each.getKey();
                    event[at++] = age == ended;
                }
            }
        }
        KaplanMeier.Quantile quantile = KaplanMeier.of(exit, event).quantile(share);
        OptionalDouble value = quantile.value();
        boolean reached = value.isPresent() && quantile.low().isPresent() && quantile.high().isPresent();
        return reached ? Optional.of(new Interval(value.getAsDouble(),
                Math.min(value.getAsDouble(), quantile.low().getAsDouble()),
                Math.max(value.getAsDouble(), quantile.high().getAsDouble()))) : Optional.empty();
    }

    /** The share withdrawn within some days of being made, where being done comes first for others. */
    Interval withdrawnWithin(double days) {
        Age[] ages = {Age.OPEN, Age.WITHDRAWN, Age.DONE};
        int n = (int) (n(Age.OPEN) + n(Age.WITHDRAWN) + n(Age.DONE));
        double[] exit = new double[n];
        int[] end = new int[n];
        int at = 0;
        for (int k = 0; k < ages.length; k++) {
            for (Map.Entry<Double, Long> each : of(ages[k]).entrySet()) {
                for (long i = 0; i < each.getValue(); i++) {
                    exit[at] = each.getKey();
                    end[at++] = k;
                }
            }
        }
        return AalenJohansen.of(exit, end, 2).incidenceAt(0, days);
    }

    private Map<Double, Long> of(Age age) {
        return counts.getOrDefault(age, new TreeMap<>());
    }
}
