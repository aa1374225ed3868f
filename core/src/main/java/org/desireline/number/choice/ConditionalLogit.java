package org.desireline.number.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.desireline.number.Blocks;

/**
 * Conditional logit: with which weights do the attributes of the alternatives decide which is chosen?
 *
 * <p>{@code P(j) = exp(β·x_j + o_j) / Σ exp(β·x_i + o_i)} over the alternatives of a situation. Unit of β: log-odds for
 * one unit of the attribute. Method: Newton with step-halving on the log-likelihood plus a normal prior, until
 * {@code gᵀH⁻¹g < 1e-8}; the step that is then due is still taken. Sources: McFadden, D. (1974), "Conditional logit
 * analysis of qualitative choice behavior", in Frontiers in Econometrics; for offsets of sampled alternatives, McFadden
 * (1978), "Modelling the choice of residential location". Cost: {@code O(rows · p²)} a step, six steps as a rule;
 * memory {@code O(p²)} a block and cluster beside the columns. Laws: the same bits on any number of threads;
 * relabelling clusters changes no coefficient. Blind spots: the odds of two alternatives do not depend on the third;
 * where people differ, β is pulled towards 0; where the attributes {@linkplain Separation separate} the chosen and
 * there is no prior, β is large and means nothing.
 *
 * @param beta the coefficients
 * @param logLikelihood at them, without the prior
 * @param nullLogLikelihood at coefficients 0, offsets counted
 * @param equalChances log-likelihood of a pick at random: {@code −Σ ln size}
 * @param information minus the second derivative at β, prior included
 * @param clusters what each cluster adds to score and information, in the order of their numbers
 * @param iterations Newton steps
 */
public record ConditionalLogit(double[] beta, double logLikelihood, double nullLogLikelihood, double equalChances,
        double[][] information, List<Cluster> clusters, int iterations) {

    /** Situations a block: enough to outweigh handing it over, few enough to spread evenly. */
    private static final int BLOCK = 2048;
    private static final double SETTLED = 1e-8;
    private static final int MOST_STEPS = 100;
    private static final double LEAST_LENGTH = 1e-12;
    /** Rounding of a sum over situations may make it fall by this share of itself. */
    private static final double ROUNDING = 1e-12;

    /**
     * One cluster's part, at the coefficients of all.
     *
     * @param weight number of its choices, by weight
     * @param score sum of its scores
     * @param information sum of its informations, lower triangle by rows
     */
    public record Cluster(double weight, double[] score, double[] information) {}

    /** Fits on the caller's thread. */
    public static Optional<ConditionalLogit> fit(ChoiceSet set, Prior prior) {
        return fit(set, prior, Blocks.inOrder());
    }

    /**
     * Fits.
     *
     * @param blocks how blocks of situations are worked off
     * @return nothing where the data do not identify the coefficients: attributes that never differ within a situation
     *     or always move together, and no prior to tell them apart
     */
    public static Optional<ConditionalLogit> fit(ChoiceSet set, Prior prior, Blocks blocks) {
        int p = set.attributes();
        prior.mustFit(p);
        double[] beta = new double[p];
        Scan.Sums sums = sums(set, beta, blocks);
        double nullLogLikelihood = sums.logLikelihood;
        for (int step = 1; step <= MOST_STEPS; step++) {
            double[] gradient = gradient(sums, beta, prior);
            Optional<Definite> information = Definite.of(information(sums, prior));
            if (information.isEmpty()) {
                return Optional.empty();
            }
            double[] direction = information.get().solve(gradient);
            double[] next = moved(beta, direction, 1);
            if (dot(gradient, direction) < SETTLED) {
                return Optional.of(result(set, next, prior, blocks, nullLogLikelihood, step));
            }
            double before = sums.logLikelihood - penalty(beta, prior);
            double least = before - ROUNDING * Math.abs(before);
            sums = sums(set, next, blocks);
            for (double length = 0.5; length > LEAST_LENGTH
                    && !(sums.logLikelihood - penalty(next, prior) >= least); length /= 2) {
                next = moved(beta, direction, length);
                sums = sums(set, next, blocks);
            }
            beta = next;
        }
        return Optional.empty();
    }

    /** The last pass goes through the situations by cluster; all of them together are the sum of that. */
    private static ConditionalLogit result(ChoiceSet set, double[] beta, Prior prior, Blocks blocks,
            double nullLogLikelihood, int steps) {
        int clusters = set.clusters();
        Scan.Sums[] sums = new Scan.Sums[clusters];
        double[] weights = new double[clusters];
        Arrays.setAll(sums, cluster -> new Scan.Sums(set.attributes()));
        for (Stretch stretch : stretches(set, beta, blocks)) {
            sums[stretch.cluster()].add(stretch.sums());
            weights[stretch.cluster()] += stretch.weight();
        }
        Scan.Sums all = new Scan.Sums(set.attributes());
        for (Scan.Sums each : sums) {
            all.add(each);
        }
        return new ConditionalLogit(beta, all.logLikelihood, nullLogLikelihood, equalChances(set),
                information(all, prior), IntStream.range(0, clusters)
                        .mapToObj(g -> new Cluster(weights[g], sums[g].score, sums[g].information)).toList(), steps);
    }

    /** The log-likelihood of situations, perhaps others than it was fitted to, at these coefficients. */
    public double logLikelihoodOf(ChoiceSet set) {
        double sum = 0;
        double[] each = logLikelihoods(set, beta);
        for (int n = 0; n < each.length; n++) {
            sum += set.weight(n) * each[n];
        }
        return sum;
    }

    /** The log-likelihood of each situation at given coefficients, unweighted. */
    public static double[] logLikelihoods(ChoiceSet set, double[] beta) {
        double[] each = new double[set.situations()];
        Scan scan = new Scan(set, beta);
        for (int n = 0; n < each.length; n++) {
            each[n] = scan.logLikelihood(n);
        }
        return each;
    }

    /** The probability of each row at given coefficients. */
    public static double[] probabilities(ChoiceSet set, double[] beta) {
        double[] each = new double[set.rows()];
        Scan scan = new Scan(set, beta);
        for (int n = 0; n < set.situations(); n++) {
            scan.logLikelihood(n);
            for (int j = 0; j < set.size(n); j++) {
                each[set.first(n) + j] = scan.probability(j);
            }
        }
        return each;
    }

    /** {@code −Σ weight · ln size}. */
    public static double equalChances(ChoiceSet set) {
        double sum = 0;
        for (int n = 0; n < set.situations(); n++) {
            sum -= set.weight(n) * StrictMath.log(set.size(n));
        }
        return sum;
    }

    private static Scan.Sums sums(ChoiceSet set, double[] beta, Blocks blocks) {
        int count = (set.situations() + BLOCK - 1) / BLOCK;
        List<Scan.Sums> parts = blocks.map(count, block -> {
            int from = block * BLOCK;
            int to = Math.min(set.situations(), from + BLOCK);
            Scan scan = new Scan(set, beta);
            Scan.Sums part = new Scan.Sums(set.attributes());
            for (int n = from; n < to; n++) {
                scan.add(n, part);
            }
            return part;
        });
        Scan.Sums all = new Scan.Sums(set.attributes());
        parts.forEach(all::add);
        return all;
    }

    /** Situations in the order of their clusters, cut into blocks. */
    private static List<Stretch> stretches(ChoiceSet set, double[] beta, Blocks blocks) {
        int clusters = set.clusters();
        int[] from = new int[clusters + 1];
        for (int n = 0; n < set.situations(); n++) {
            from[set.cluster(n) + 1]++;
        }
        for (int g = 0; g < clusters; g++) {
            from[g + 1] += from[g];
        }
        int[] order = new int[set.situations()];
        int[] next = from.clone();
        for (int n = 0; n < order.length; n++) {
            order[next[set.cluster(n)]++] = n;
        }
        int count = (order.length + BLOCK - 1) / BLOCK;
        return blocks.map(count, block -> stretches(set, new Scan(set, beta), order, block * BLOCK,
                Math.min(order.length, (block + 1) * BLOCK))).stream().flatMap(List::stream).toList();
    }

    /** Choices of one cluster that follow one another in a block. */
    private record Stretch(int cluster, double weight, Scan.Sums sums) {}

    private static List<Stretch> stretches(ChoiceSet set, Scan scan, int[] order, int from, int to) {
        List<Stretch> stretches = new ArrayList<>();
        int at = from;
        while (at < to) {
            int cluster = set.cluster(order[at]);
            Scan.Sums sums = new Scan.Sums(set.attributes());
            double weight = 0;
            for (; at < to && set.cluster(order[at]) == cluster; at++) {
                scan.add(order[at], sums);
                weight += set.weight(order[at]);
            }
            stretches.add(new Stretch(cluster, weight, sums));
        }
        return stretches;
    }

    private static double[] gradient(Scan.Sums sums, double[] beta, Prior prior) {
        double[] gradient = sums.score.clone();
        for (int k = 0; k < beta.length; k++) {
            gradient[k] -= prior.precision(k) * beta[k];
        }
        return gradient;
    }

    private static double[][] information(Scan.Sums sums, Prior prior) {
        double[][] information = Scan.square(sums.information, sums.score.length);
        for (int k = 0; k < information.length; k++) {
            information[k][k] += prior.precision(k);
        }
        return information;
    }

    private static double penalty(double[] beta, Prior prior) {
        double sum = 0;
        for (int k = 0; k < beta.length; k++) {
            sum += prior.precision(k) * beta[k] * beta[k] / 2;
        }
        return sum;
    }

    private static double[] moved(double[] beta, double[] direction, double length) {
        double[] moved = beta.clone();
        for (int k = 0; k < beta.length; k++) {
            moved[k] += length * direction[k];
        }
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
