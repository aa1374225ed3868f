package org.desireline.number;

import java.util.function.IntToDoubleFunction;

/**
 * Whether a series goes with another one more than it would if the two were shifted against one another.
 *
 * <p>{@code p = (1 + #{statistic of a shift ≥ statistic as it is}) / T} over the shifts 1 to T − 1, the end joined to
 * the beginning: what each series does by itself is kept, what they do together is not. Source: the random-shift test,
 * as in Lotwick, H. W. and Silverman, B. W. (1982), "Methods for analysing spatial processes of several types of
 * points", Journal of the Royal Statistical Society B 44. Cost: T statistics. Blind spots: p cannot fall below 1/T, so
 * T ≥ 40 is needed before 0.05 is within reach with a margin; a series that never changes is the same under every
 * shift, and p is 1; a trend in both shows as a relation.
 */
public final class CircularShift {

    /** Statistics that differ by rounding alone count as equal, against the claim. */
    private static final double ROUNDING = 1e-12;

    private CircularShift() {}

    /**
     * The p-value, one-sided: small where the statistic as it is, is large.
     *
     * @param length number of times T, at least 1
     * @param statistic the statistic when one series is moved by so many times, 0 to T − 1
     */
    public static double pValue(int length, IntToDoubleFunction statistic) {
        if (length < 1) {
            throw new IllegalArgumentException("A series of " + length + " cannot be shifted.");
        }
        double observed = statistic.applyAsDouble(0);
        double least = observed - ROUNDING * Math.abs(observed);
        int asHigh = 1;
        for (int shift = 1; shift < length; shift++) {
            asHigh += statistic.applyAsDouble(shift) >= least ? 1 : 0;
        }
        return (double) asHigh / length;
    }
}
