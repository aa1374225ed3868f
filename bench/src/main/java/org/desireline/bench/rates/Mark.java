package org.desireline.bench.rates;

import java.util.Locale;
import org.desireline.number.Interval;
import org.desireline.number.Wilson;

/**
 * Something that must be true of the rates, and what was measured.
 *
 * @param measured the value, with its interval
 * @param atLeast whether the bound is from below
 * @param bound what it must reach
 */
record Mark(String setting, String what, Interval measured, boolean atLeast, double bound, String detail) {

    private static final double TWO_SIDED = 1.96;

    /** At least that share of the seeds. */
    static Mark atLeast(String setting, String what, long hits, long seeds, double bound) {
        return new Mark(setting, what, rate(hits, seeds), true, bound, hits + " of " + seeds);
    }

    /** At most that share of the seeds. */
    static Mark atMost(String setting, String what, long hits, long seeds, double bound) {
        return new Mark(setting, what, rate(hits, seeds), false, bound, hits + " of " + seeds);
    }

    /** A mean that is off by at most so much; one that was never released fails. */
    static Mark bias(String setting, String what, Score.Accuracy accuracy, double bound) {
        double off = accuracy.released() == 0 ? Double.POSITIVE_INFINITY : Math.abs(accuracy.bias());
        double half = TWO_SIDED * accuracy.error();
        return new Mark(setting, what, new Interval(off, Math.max(0, off - half), off + half), false, bound,
                String.format(Locale.ROOT, "%+.4f", accuracy.bias()));
    }

    private static Interval rate(long hits, long seeds) {
        return seeds == 0 ? new Interval(0, 0, 0) : Wilson.interval(hits, seeds);
    }

    /** Whether the bound lies inside the interval or on the side that is asked for. */
    boolean passes() {
        return atLeast ? measured.high() >= bound : measured.low() <= bound;
    }

    String row() {
        return String.format(Locale.ROOT, "| %s | %s | %s %s | %.3f (%.3f to %.3f), %s | %s |", setting, what,
                atLeast ? "≥" : "≤", String.format(Locale.ROOT, "%.3f", bound), measured.value(), measured.low(),
                measured.high(), detail, passes() ? "passes" : "FAILS");
    }
}
