package org.desireline.number;

import org.hipparchus.distribution.continuous.TDistribution;

/** Probabilities and quantiles of Student's t. Cost: a continued fraction a call, about a microsecond. */
public final class Student {

    private Student() {}

    /**
     * The value below which t lies with a probability.
     *
     * @param probability strictly between 0 and 1
     * @param degreesOfFreedom above 0
     */
    public static double quantile(double probability, double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(probability);
    }

    /** The probability that t lies at or below a value; infinities are values. */
    public static double below(double t, double degreesOfFreedom) {
        if (Double.isInfinite(t)) {
            return t < 0 ? 0 : 1;
        }
        return new TDistribution(degreesOfFreedom).cumulativeProbability(t);
    }

    /** Half the length of a 95 % interval, in standard errors. */
    public static double reach(double degreesOfFreedom) {
        return quantile((1 + Interval.CONFIDENCE) / 2, degreesOfFreedom);
    }
}
