package org.desireline.number.choice;

import java.util.Optional;

/**
 * A positive definite matrix, decomposed by Cholesky after its diagonal was scaled to 1, so that "singular" does not
 * depend on the units of the attributes.
 *
 * <p>Written out, row against row, for the thousand items of a Bradley–Terry model: a decomposition that sweeps the
 * rest of the matrix once a row spends its time fetching memory, and an inverse by solving for the identity multiplies
 * by zeros. Cost: n³/6 multiplications, n³/3 for the inverse.
 */
final class Definite {

    /** Below this share of its own variance left unexplained by the others, an attribute counts as one of them. */
    private static final double LEAST_PIVOT = 1e-11;

    private final double[] scale;
    /** Row i holds i + 1 entries. */
    private final double[][] lower;

    private Definite(double[] scale, double[][] lower) {
        this.scale = scale;
        this.lower = lower;
    }

    /** Decomposes; nothing where the matrix is singular to working accuracy. Only the lower triangle is read. */
    static Optional<Definite> of(double[][] matrix) {
        int n = matrix.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            if (!(matrix[i][i] > 0) || Double.isInfinite(matrix[i][i])) {
                return Optional.empty();
            }
            scale[i] = Math.sqrt(matrix[i][i]);
        }
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            for (int j = 0; j < i; j++) {
                row[j] = (matrix[i][j] / scale[i] / scale[j] - product(row, lower[j], 0, j)) / lower[j][j];
            }
            double pivot = 1 - product(row, row, 0, i);
            if (!(pivot > LEAST_PIVOT)) {
                return Optional.empty();
            }
            row[i] = Math.sqrt(pivot);
            lower[i] = row;
        }
        return Optional.of(new Definite(scale, lower));
    }

    /** The solution of {@code A x = b}. */
    double[] solve(double[] right) {
        int n = lower.length;
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = (right[i] / scale[i] - product(lower[i], solution, 0, i)) / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            solution[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                solution[j] -= lower[i][j] * solution[i];
            }
        }
        for (int i = 0; i < n; i++) {
            solution[i] /= scale[i];
        }
        return solution;
    }

    /** The inverse. */
    double[][] inverse() {
        int n = lower.length;
        // The inverse of the triangle's transpose, row by row from the last.
        double[][] upper = new double[n][n];
        for (int i = n - 1; i >= 0; i--) {
            double[] row = upper[i];
            row[i] = 1 / lower[i][i];
            for (int k = i + 1; k < n; k++) {
                double factor = -lower[k][i] / lower[i][i];
                double[] done = upper[k];
                for (int j = k; j < n; j++) {
                    row[j] += factor * done[j];
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                inverse[i][j] = product(upper[i], upper[j], j, n) / scale[i] / scale[j];
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }

    /** The product of a stretch of two rows, in four sums that do not wait for one another. */
    private static double product(double[] a, double[] b, int from, int to) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            one += a[k] * b[k];
            two += a[k + 1] * b[k + 1];
            three += a[k + 2] * b[k + 2];
            four += a[k + 3] * b[k + 3];
        }
        for (; k < to; k++) {
            one += a[k] * b[k];
        }
        return one + two + (three + four);
    }
}
