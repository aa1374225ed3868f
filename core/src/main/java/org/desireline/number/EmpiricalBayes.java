package org.desireline.number;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Estimates of several groups, each drawn towards what the groups have in common, the more so the less it knows itself.
 *
 * <p>Group i measured {@code y_i} with standard error {@code s_i}; the truths scatter by τ² about a mean. τ² is the
 * root of {@code Σ (y_i − μ)² / (s_i² + τ²) = k − 1} (0 where there is none), {@code B_i = s_i² / (s_i² + τ²)}, the
 * drawn estimate {@code B_i μ + (1 − B_i) y_i}. Its variance
 * {@code s_i² (1 − B_i) + B_i² / Σ 1/(s² + τ²) + 2/(k − 3) · B_i² · (s̄² + τ²)/(s_i² + τ²) · (y_i − μ)²}: the last two
 * terms stand for μ and τ² being estimates themselves. Sources: Paule, R. C. and Mandel, J. (1982), "Consensus values
 * and weighting factors", Journal of Research of the National Bureau of Standards 87; Morris, C. N. (1983), "Parametric
 * empirical Bayes inference: theory and applications", Journal of the American Statistical Association 78. Cost:
 * {@code O(k)} a halving. Blind spot: under four groups the scatter cannot be told; then nothing is drawn anywhere, and
 * the estimates are what they were.
 *
 * @param mean what the groups have in common, μ
 * @param variance of the truths about it, τ²
 * @param shrinkage {@code B_i}: 0 leaves a group where it is, 1 puts it on the mean
 * @param drawn the estimates after drawing, with 95 % intervals (normal)
 * @param errors their standard errors
 */
public record EmpiricalBayes(
        double mean, double variance, double[] shrinkage, List<Interval> drawn, double[] errors) {

    private static final int FEWEST_GROUPS = 4;
    private static final int HALVINGS = 200;

    /**
     * Computes it.
     *
     * @param estimates of the groups, at least one, finite
     * @param standardErrors of each, above 0
     */
    public static EmpiricalBayes of(double[] estimates, double[] standardErrors) {
        int k = estimates.length;
        if (k == 0 || standardErrors.length != k) {
            throw new IllegalArgumentException(k + " estimates with " + standardErrors.length + " standard errors.");
        }
        for (int i = 0; i < k; i++) {
            if (!Double.isFinite(estimates[i]) || !(standardErrors[i] > 0) || Double.isInfinite(standardErrors[i])) {
                throw new IllegalArgumentException("Group " + i + " has estimate " + estimates[i]
                        + " and standard error " + standardErrors[i] + ".");
            }
        }
        double variance = variance(estimates, standardErrors);
        double mean = mean(estimates, standardErrors, variance);
        double[] shrinkage = new double[k];
        double[] errors = standardErrors.clone();
        double[] points = estimates.clone();
        if (k >= FEWEST_GROUPS) {
            double precision = 0;
            double square = 0;
            for (double error : standardErrors) {
                precision += 1 / (error * error + variance);
                square += error * error / (error * error + variance);
            }
            // Morris' average of the variances: weighted by how much each group counts for the mean.
            double typical = square / precision + variance;
            for (int i = 0; i < k; i++) {
                double own = standardErrors[i] * standardErrors[i];
                double b = own / (own + variance);
                double away = estimates[i] - mean;
                double widening = 2.0 / (k - 3) * typical / (own + variance);
                shrinkage[i] = b;
                points[i] = b * mean + (1 - b) * estimates[i];
                errors[i] = Math.sqrt(own * (1 - b) + b * b / precision + widening * b * b * away * away);
            }
        }
        return new EmpiricalBayes(mean, variance, shrinkage, IntStream.range(0, k)
                .mapToObj(i -> new Contrast(points[i], errors[i], Double.POSITIVE_INFINITY).interval()).toList(),
                errors);
    }

    /** Paule and Mandel's τ². */
    private static double variance(double[] y, double[] s) {
        if (y.length < 2 || excess(y, s, 0) <= 0) {
            return 0;
        }
        double high = 1;
        while (excess(y, s, high) > 0) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (excess(y, s, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** How far the weighted squares lie above their expectation; falls as the variance rises. */
    private static double excess(double[] y, double[] s, double variance) {
        double mean = mean(y, s, variance);
        double sum = 1.0 - y.length;
        for (int i = 0; i < y.length; i++) {
            sum += (y[i] - mean) * (y[i] - mean) / (s[i] * s[i] + variance);
        }
        return sum;
    }

    private static double mean(double[] y, double[] s, double variance) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < y.length; i++) {
            double weight = 1 / (s[i] * s[i] + variance);
            sum += weight * y[i];
            weights += weight;
        }
        return sum / weights;
    }
}
