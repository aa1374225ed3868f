package org.desireline.number.choice;

import java.util.List;
import java.util.Optional;
import org.desireline.number.Contrast;

/**
 * How far coefficients may be off when the choices of one person resemble one another: the one-step jackknife that
 * leaves out one cluster at a time (CR3), for intervals with t(G−1).
 *
 * <p>Leaving out cluster g moves β by {@code Δ_g = −(H − H_g)⁻¹ S_g}, S and H being score and information at β;
 * {@code V = (G−1)/G · Σ Δ_g Δ_gᵀ}. Sources: Bell, R. M. and McCaffrey, D. F. (2002), "Bias reduction in standard
 * errors for linear regression with multi-stage samples", Survey Methodology 28; MacKinnon, J. G., Nielsen, M. Ø. and
 * Webb, M. D. (2023), "Fast and reliable jackknife and bootstrap methods for cluster-robust inference", Journal of
 * Applied Econometrics 38. Cost: {@code O(G · p³)}. Blind spot: with under five clusters, or one that holds most of the
 * choices, intervals are too short; {@code clusters}, {@code effectiveClusters} and {@code largestShare} tell.
 *
 * @param beta the coefficients
 * @param covariance CR3
 * @param sandwich by cluster, without any correction: {@code H⁻¹ Σ S_g S_gᵀ H⁻¹}
 * @param naive as if no two choices had anything in common: {@code H⁻¹}
 * @param steps Δ_g of each cluster that has a choice, in the order of the clusters
 * @param clusters number of clusters with a choice, G
 * @param effectiveClusters {@code (Σn)² / Σn²} over the clusters' numbers of choices
 * @param largestShare the largest cluster's share of the choices
 */
public record ClusterJackknife(double[] beta, double[][] covariance, double[][] sandwich, double[][] naive,
        List<double[]> steps, int clusters, double effectiveClusters, double largestShare) {

    /**
     * Computes it.
     *
     * @return nothing where there are fewer than two clusters, or where without some one cluster the coefficients would
     *     not be identified any more: then the estimate hangs on that cluster alone
     */
    public static Optional<ClusterJackknife> of(ConditionalLogit fit) {
        int p = fit.beta().length;
        List<ConditionalLogit.Cluster> clusters = fit.clusters().stream().filter(c -> c.weight() > 0).toList();
        Optional<Definite> whole = Definite.of(fit.information());
        if (clusters.size() < 2 || whole.isEmpty()) {
            return Optional.empty();
        }
        double[][] covariance = new double[p][p];
        double[][] meat = new double[p][p];
        double[][] steps = new double[clusters.size()][];
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (int g = 0; g < steps.length; g++) {
            ConditionalLogit.Cluster cluster = clusters.get(g);
            Optional<Definite> rest = Definite.of(without(fit.information(), cluster.information()));
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            double[] step = rest.get().solve(cluster.score());
            for (int k = 0; k < p; k++) {
                step[k] = -step[k];
            }
            steps[g] = step;
            addOuter(covariance, step, (steps.length - 1.0) / steps.length);
            addOuter(meat, whole.get().solve(cluster.score()), 1);
            sum += cluster.weight();
            squares += cluster.weight() * cluster.weight();
            largest = Math.max(largest, cluster.weight());
        }
        return Optional.of(new ClusterJackknife(fit.beta(), covariance, meat, whole.get().inverse(), List.of(steps),
                steps.length, sum * sum / squares, largest / sum));
    }

    private static double[][] without(double[][] information, double[] triangle) {
        double[][] rest = Scan.square(triangle, information.length);
        for (int k = 0; k < rest.length; k++) {
            for (int l = 0; l < rest.length; l++) {
                rest[k][l] = information[k][l] - rest[k][l];
            }
        }
        return rest;
    }

    private static void addOuter(double[][] sum, double[] vector, double factor) {
        for (int k = 0; k < vector.length; k++) {
            for (int l = 0; l < vector.length; l++) {
                sum[k][l] += factor * vector[k] * vector[l];
            }
        }
    }

    /** One coefficient. */
    public Contrast coefficient(int attribute) {
        double[] direction = new double[beta.length];
        direction[attribute] = 1;
        return contrast(direction);
    }

    /** One coefficient less another. */
    public Contrast difference(int attribute, int other) {
        double[] direction = new double[beta.length];
        direction[attribute] += 1;
        direction[other] -= 1;
        return contrast(direction);
    }

    /** A sum of coefficients by the weights given, with its CR3 error and t(G−1). */
    public Contrast contrast(double... direction) {
        return contrast(direction, covariance);
    }

    /** The same with another of the three covariances. */
    public Contrast contrast(double[] direction, double[][] by) {
        if (direction.length != beta.length) {
            throw new IllegalArgumentException(direction.length + " weights for " + beta.length + " coefficients.");
        }
        double estimate = 0;
        double variance = 0;
        for (int k = 0; k < beta.length; k++) {
            estimate += direction[k] * beta[k];
            for (int l = 0; l < beta.length; l++) {
                variance += direction[k] * direction[l] * by[k][l];
            }
        }
        return new Contrast(estimate, Math.sqrt(Math.max(0, variance)), clusters - 1);
    }
}
