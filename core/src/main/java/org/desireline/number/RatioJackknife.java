package org.desireline.number;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Delete-one-cluster jackknife of a ratio of sums {@code R = ΣA/ΣB}, with a t(G−1) interval.
 *
 * <p>Sources: Quenouille, M. H. (1956), "Notes on bias in estimation", Biometrika 43; Tukey, J. W. (1958), "Bias and
 * confidence in not quite large samples", Annals of Mathematical Statistics 29. Cost: O(G). Blind spot: with under five
 * clusters, or one that holds most of the weight, the interval is too short; {@link #effectiveClusters} tells.
 *
 * @param interval the ratio with its 95 % interval
 * @param standardError jackknife standard error
 * @param clusters number of clusters G
 * @param effectiveClusters {@code (ΣB)²/ΣB²}
 * @param largestShare the largest cluster's share of {@code ΣB}
 */
public record RatioJackknife(
        Interval interval, double standardError, int clusters, double effectiveClusters, double largestShare) {

    /**
     * Computes it.
     *
     * @param numerators A, one a cluster, in an order that does not depend on the run
     * @param denominators B, one a cluster, none negative, at least two clusters above zero
     */
    public static RatioJackknife of(double[] numerators, double[] denominators) {
        int clusters = numerators.length;
        if (clusters < 2 || denominators.length != clusters) {
            throw new IllegalArgumentException("A cluster jackknife needs two clusters or more, each with a"
                    + " numerator and"
                    + " a denominator: got " + clusters + " and " + denominators.length + ".");
        }
        double a = 0;
        double b = 0;
        double squares = 0;
        double largest = 0;
        for (int g = 0; g < clusters; g++) {
            a += numerators[g];
            b += denominators[g];
            squares += denominators[g] * denominators[g];
            largest = Math.max(largest, denominators[g]);
        }
        if (!(b > 0) || !(b - largest > 0)) {
            throw new IllegalArgumentException("The denominators must leave something when one cluster is left"
                    + " out: sum "
                    + b + ", largest " + largest + ".");
        }
        double[] without = new double[clusters];
        double mean = 0;
        for (int g = 0; g < clusters; g++) {
            without[g] = (a - numerators[g]) / (b - denominators[g]);
            mean += without[g] / clusters;
        }
        double sum = 0;
        for (double value : without) {
            sum += (value - mean) * (value - mean);
        }
        double error = Math.sqrt((clusters - 1.0) / clusters * sum);
        double ratio = a / b;
        double half = studentQuantile(clusters - 1) * error;
        return new RatioJackknife(new Interval(ratio, ratio - half, ratio + half), error, clusters,
                b * b / squares, largest / b);
    }

    /** The 97.5 % point of Student's t. */
    static double studentQuantile(int degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2);
    }
}
