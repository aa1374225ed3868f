package org.desireline.number;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Probabilities and quantiles of the standard normal distribution. */
public final class Normal {

    private static final NormalDistribution STANDARD = new NormalDistribution();

    private Normal() {}

    /** The value below which a standard normal lies with a probability strictly between 0 and 1. */
    public static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }

    /** The probability that a standard normal lies at or below a value. */
    public static double below(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** Half the length of a 95 % interval, in standard errors. */
    public static double reach() {
        return quantile((1 + Interval.CONFIDENCE) / 2);
    }
}
