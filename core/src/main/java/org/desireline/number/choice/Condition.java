package org.desireline.number.choice;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * How nearly singular a symmetric matrix is: its largest eigenvalue over its smallest.
 *
 * <p>Of the information of a model with attributes in like steps it tells how nearly some of them are one: 1 where
 * they have nothing in common, without bound where they always move together. Source: Belsley, D. A., Kuh, E. and
 * Welsch, R. E. (1980), Regression Diagnostics. Cost: {@code O(p³)}. Blind spot: it does not tell which attributes
 * they are.
 */
public final class Condition {

    private Condition() {}

    /** The ratio; infinite where the matrix is not positive definite. */
    public static double of(double[][] symmetric) {
        double[] values = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric)).getEigenvalues();
        double most = values[0];
        double least = values[0];
        for (double value : values) {
            most = Math.max(most, value);
            least = Math.min(least, value);
        }
        return least <= 0 ? Double.POSITIVE_INFINITY : most / least;
    }
}
