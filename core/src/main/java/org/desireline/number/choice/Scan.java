package org.desireline.number.choice;

import java.util.Arrays;

/**
 * One pass over situations at given coefficients, with the scratch arrays that it needs; it allocates nothing after
 * that.
 *
 * <p>Covariances are taken about the situation's own mean, so that attributes far from 0 (a price, a year) lose no
 * digits.
 */
final class Scan {

    /** Rows whose products are added at once. */
    private static final int ROWS = 4;

    private final ChoiceSet set;
    private final double[] beta;
    private final double[] probability;
    private final double[] mean;
    private final double[][] apart;
    private final double[] share = new double[ROWS];

    Scan(ChoiceSet set, double[] beta) {
        this.set = set;
        this.beta = beta;
        probability = new double[set.largest];
        mean = new double[set.attributes];
        apart = new double[ROWS][set.attributes];
    }

    /** Number of entries of the lower triangle of a square matrix. */
    static int triangle(int side) {
        return side * (side + 1) / 2;
    }

    /**
     * The log-likelihood of a situation, unweighted; leaves the probabilities of its alternatives behind, from 0 on.
     */
    double logLikelihood(int situation) {
        int p = set.attributes;
        int from = set.first[situation];
        int size = set.first[situation + 1] - from;
        double[] x = set.x;
        double[] b = beta;
        double[] u = probability;
        double highest = Double.NEGATIVE_INFINITY;
        for (int j = 0, at = from * p; j < size; j++) {
            double utility = set.offset.length == 0 ? 0 : set.offset[from + j];
            for (int k = 0; k < p; k++) {
                utility += b[k] * x[at++];
            }
            u[j] = utility;
            highest = Math.max(highest, utility);
        }
        double chosen = u[set.chosen[situation]] - highest;
        double sum = 0;
        for (int j = 0; j < size; j++) {
            u[j] = StrictMath.exp(u[j] - highest);
            sum += u[j];
        }
        for (int j = 0; j < size; j++) {
            u[j] /= sum;
        }
        return chosen - StrictMath.log(sum);
    }

    /** The probability of an alternative of the situation that was looked at last. */
    double probability(int alternative) {
        return probability[alternative];
    }

    /** Adds the log-likelihood, score and information of a situation, by its weight. */
    void add(int situation, Sums into) {
        int p = set.attributes;
        int from = set.first[situation];
        int size = set.first[situation + 1] - from;
        double weight = set.weight(situation);
        into.logLikelihood += weight * logLikelihood(situation);
        double[] x = set.x;
        double[] m = mean;
        for (int k = 0; k < p; k++) {
            m[k] = 0;
        }
        for (int j = 0, at = from * p; j < size; j++) {
            double chance = probability[j];
            for (int k = 0; k < p; k++) {
                m[k] += chance * x[at++];
            }
        }
        for (int j = 0; j < size; j += ROWS) {
            for (int i = 0; i < ROWS; i++) {
                apart(from, j + i, size, apart[i]);
                share[i] = j + i < size ? weight * probability[j + i] : 0;
            }
            addProducts(into.information);
        }
        int chosen = (from + set.chosen[situation]) * p;
        for (int k = 0; k < p; k++) {
            into.score[k] += weight * (x[chosen + k] - m[k]);
        }
    }

    /** What an alternative has more than the mean; nothing where there are no more alternatives. */
    private void apart(int from, int alternative, int size, double[] into) {
        int p = set.attributes;
        if (alternative >= size) {
            Arrays.fill(into, 0);
            return;
        }
        int at = (from + alternative) * p;
        for (int k = 0; k < p; k++) {
            into[k] = set.x[at + k] - mean[k];
        }
    }

    /** Adds the products of four rows at once, so that a sum is fetched and put back once for the four. */
    private void addProducts(double[] information) {
        double[] a = apart[0];
        double[] b = apart[1];
        double[] c = apart[2];
        double[] d = apart[3];
        for (int k = 0, cell = 0; k < a.length; k++) {
            double ofA = share[0] * a[k];
            double ofB = share[1] * b[k];
            double ofC = share[2] * c[k];
            double ofD = share[3] * d[k];
            for (int l = 0; l <= k; l++) {
                information[cell++] += ofA * a[l] + ofB * b[l] + (ofC * c[l] + ofD * d[l]);
            }
        }
    }

    /** Log-likelihood, score and information (lower triangle by rows) of some situations together. */
    static final class Sums {

        double logLikelihood;
        final double[] score;
        final double[] information;

        Sums(int attributes) {
            score = new double[attributes];
            information = new double[triangle(attributes)];
        }

        void add(Sums other) {
            logLikelihood += other.logLikelihood;
            for (int k = 0; k < score.length; k++) {
                score[k] += other.score[k];
            }
            for (int cell = 0; cell < information.length; cell++) {
                information[cell] += other.information[cell];
            }
        }
    }

    /** The square matrix of a lower triangle. */
    static double[][] square(double[] triangle, int side) {
        double[][] square = new double[side][side];
        for (int k = 0, cell = 0; k < side; k++) {
            for (int l = 0; l <= k; l++) {
                square[k][l] = triangle[cell];
                square[l][k] = triangle[cell++];
            }
        }
        return square;
    }
}
