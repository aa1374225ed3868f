package org.desireline.number;

/**
 * The ratio of two estimates that go with one another, with the interval of the ratios that the data do not refute.
 *
 * <p>Source: Fieller, E. C. (1954), "Some problems in interval estimation", Journal of the Royal Statistical Society B
 * 16. Where the denominator's own 95 % interval holds 0 the ratio has no bound, and no interval is made up.
 */
public sealed interface Fieller {

    /**
     * A ratio with an interval.
     *
     * @param interval the ends lie unequally far from the ratio
     */
    record Bounded(Interval interval) implements Fieller {}

    /**
     * The denominator may be 0, so the ratio may be anything.
     *
     * @param denominator the denominator with its interval
     */
    record Unbounded(Interval denominator) implements Fieller {}

    /**
     * Computes it.
     *
     * @param numerator and its variance
     * @param denominator and its variance
     * @param covariance of the two
     * @param degreesOfFreedom of Student's t; infinity for the normal distribution
     */
    static Fieller of(double numerator, double numeratorVariance, double denominator, double denominatorVariance,
            double covariance, double degreesOfFreedom) {
        Interval below = new Contrast(denominator, Math.sqrt(denominatorVariance), degreesOfFreedom).interval();
        if (below.low() <= 0 && below.high() >= 0) {
            return new Unbounded(below);
        }
        double reach = Double.isInfinite(degreesOfFreedom) ? Normal.reach() : Student.reach(degreesOfFreedom);
        double t2 = reach * reach;
        // The ratios r with (a − r b)² ≤ t² Var(a − r b): those between the roots of a quadratic in r.
        double square = denominator * denominator - t2 * denominatorVariance;
        double middle = numerator * denominator - t2 * covariance;
        double rest = numerator * numerator - t2 * numeratorVariance;
        double root = Math.sqrt(Math.max(0, middle * middle - square * rest));
        double ratio = numerator / denominator;
        return new Bounded(new Interval(ratio, Math.min(ratio, (middle - root) / square),
                Math.max(ratio, (middle + root) / square)));
    }
}
