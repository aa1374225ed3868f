package org.desireline.number;

/**
 * An estimate with its standard error and the degrees of freedom of its t: what a test or an interval is made of.
 *
 * @param estimate the point, finite
 * @param standardError its standard error, 0 or more
 * @param degreesOfFreedom of Student's t; infinity stands for the normal distribution
 */
public record Contrast(double estimate, double standardError, double degreesOfFreedom) {

    public Contrast {
        if (!Double.isFinite(estimate) || !(standardError >= 0) || Double.isInfinite(standardError)
                || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("Not an estimate to test: " + estimate + ", standard error "
                    + standardError + ", degrees of freedom " + degreesOfFreedom + ".");
        }
    }

    /** The estimate with its 95 % interval. */
    public Interval interval() {
        double reach = Double.isInfinite(degreesOfFreedom) ? Normal.reach() : Student.reach(degreesOfFreedom);
        return new Interval(estimate, estimate - reach * standardError, estimate + reach * standardError);
    }

    /** Estimate over standard error; 0 where both are 0. */
    public double t() {
        return estimate == 0 ? 0 : estimate / standardError;
    }

    /** One-sided p against "the truth is 0 or more": small where the estimate lies far below 0. */
    public double pBelow() {
        return Double.isInfinite(degreesOfFreedom) ? Normal.below(t()) : Student.below(t(), degreesOfFreedom);
    }

    /** One-sided p against "the truth is 0 or less": small where the estimate lies far above 0. */
    public double pAbove() {
        return opposite().pBelow();
    }

    /** Two-sided p against "the truth is 0". */
    public double pEither() {
        return Math.min(1, 2 * Math.min(pBelow(), pAbove()));
    }

    /** The same seen from the other side. */
    public Contrast opposite() {
        return new Contrast(-estimate, standardError, degreesOfFreedom);
    }
}
