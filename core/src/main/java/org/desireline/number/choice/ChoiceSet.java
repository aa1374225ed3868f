package org.desireline.number.choice;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Choice situations in columns: in each, several alternatives with their attributes, one of which was chosen.
 *
 * <p>Immutable. The alternatives of all situations lie one after another in rows; a situation is a run of rows. Only
 * differences within a situation matter to any kernel. Memory: {@code 8 · (attributes + 1)} bytes an alternative.
 */
public final class ChoiceSet {

    final int attributes;
    /** Row-major: attribute k of row r at {@code r · attributes + k}. */
    final double[] x;
    /** The first row of each situation, and the number of rows at the end. */
    final int[] first;
    /** Which alternative of its situation was chosen, from 0. */
    final int[] chosen;
    /** By row; empty where there are none. */
    final double[] offset;
    /** By situation. */
    final int[] cluster;
    /** By situation; empty where each counts once. */
    final double[] weight;
    /** Alternatives of the largest situation. */
    final int largest;

    private ChoiceSet(int attributes, double[] x, int[] first, int[] chosen, double[] offset, int[] cluster,
            double[] weight) {
        this.attributes = attributes;
        this.x = x;
        this.first = first;
        this.chosen = chosen;
        this.offset = offset;
        this.cluster = cluster;
        this.weight = weight;
        int most = 0;
        for (int n = 0; n < chosen.length; n++) {
            most = Math.max(most, first[n + 1] - first[n]);
        }
        this.largest = most;
    }

    /**
     * Takes columns as they are, without a copy: the caller must not touch them again.
     *
     * @param attributes how many, at least 1
     * @param x rows × attributes, row-major, finite
     * @param first ascending offsets into the rows, one more than there are situations; every situation has a row
     * @param chosen the chosen alternative, counted within its situation
     * @param offset added to the log-odds of each row, as {@code −ln q} where it was sampled with chance q; empty for
     *     none
     * @param cluster whose choice it was, from 0
     * @param weight how often the situation counts, 0 or more; empty for once
     */
    public static ChoiceSet of(int attributes, double[] x, int[] first, int[] chosen, double[] offset, int[] cluster,
            double[] weight) {
        int situations = first.length - 1;
        if (attributes < 1 || situations < 0 || first[0] != 0
                || (long) first[situations] * attributes != x.length
                || chosen.length != situations || cluster.length != situations
                || (offset.length != 0 && offset.length != first[situations])
                || (weight.length != 0 && weight.length != situations)) {
            throw new IllegalArgumentException("Columns that do not fit: " + attributes + " attributes, " + x.length
                    + " values, " + first.length + " offsets of situations, " + chosen.length + " chosen, "
                    + offset.length + " offsets, " + cluster.length + " clusters, " + weight.length + " weights.");
        }
        for (int n = 0; n < situations; n++) {
            if (first[n + 1] <= first[n] || chosen[n] < 0 || chosen[n] >= first[n + 1] - first[n] || cluster[n] < 0
                    || (weight.length > 0 && !(weight[n] >= 0 && weight[n] < Double.POSITIVE_INFINITY))) {
                throw new IllegalArgumentException("Situation " + n + " has " + (first[n + 1] - first[n])
                        + " alternatives, chosen " + chosen[n] + ", cluster " + cluster[n] + ", weight "
                        + (weight.length > 0 ? weight[n] : 1) + ".");
            }
        }
        mustBeFinite(x, "value");
        mustBeFinite(offset, "offset");
        return new ChoiceSet(attributes, x, first, chosen, offset, cluster, weight);
    }

    private static void mustBeFinite(double[] numbers, String what) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException("The " + what + " at " + i + " is " + numbers[i]
                        + ". Perhaps a logarithm was taken of 0.");
            }
        }
    }

    /** Begins an empty one. */
    public static Builder builder(int attributes) {
        return new Builder(attributes);
    }

    /** Number of attributes. */
    public int attributes() {
        return attributes;
    }

    /** Number of situations. */
    public int situations() {
        return chosen.length;
    }

    /** Number of alternatives in all situations together. */
    public int rows() {
        return first[chosen.length];
    }

    /** One more than the highest cluster. */
    public int clusters() {
        return Arrays.stream(cluster).max().orElse(-1) + 1;
    }

    /** The first row of a situation. */
    public int first(int situation) {
        return first[situation];
    }

    /** Number of alternatives of a situation. */
    public int size(int situation) {
        return first[situation + 1] - first[situation];
    }

    /** The row of the chosen alternative. */
    public int chosenRow(int situation) {
        return first[situation] + chosen[situation];
    }

    /** Whose choice it was. */
    public int cluster(int situation) {
        return cluster[situation];
    }

    /** How often it counts. */
    public double weight(int situation) {
        return weight.length == 0 ? 1 : weight[situation];
    }

    /** What is added to the log-odds of a row. */
    public double offset(int row) {
        return offset.length == 0 ? 0 : offset[row];
    }

    /** An attribute of a row. */
    public double x(int row, int attribute) {
        return x[row * attributes + attribute];
    }

    /** The same situations with some attributes only, in the order named. */
    public ChoiceSet columns(int... kept) {
        int rows = rows();
        double[] less = new double[rows * kept.length];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < kept.length; k++) {
                less[row * kept.length + k] = x(row, kept[k]);
            }
        }
        return of(kept.length, less, first, chosen, offset, cluster, weight);
    }

    /** Only the situations that are wanted, told by their number; clusters keep their numbers. */
    public ChoiceSet where(IntPredicate wanted) {
        Builder builder = new Builder(attributes);
        for (int n = 0; n < chosen.length; n++) {
            if (wanted.test(n)) {
                for (int row = first[n]; row < first[n + 1]; row++) {
                    builder.row(offset(row), Arrays.copyOfRange(x, row * attributes, (row + 1) * attributes));
                }
                builder.choose(chosen[n], cluster[n], weight(n));
            }
        }
        return builder.build();
    }

    /** Each attribute divided by a figure of its own, as its {@linkplain #withinDeviations deviation within menus}. */
    public ChoiceSet scaled(double[] divisors) {
        double[] divided = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            divided[i] = x[i] / divisors[i % attributes];
        }
        return of(attributes, divided, first, chosen, offset, cluster, weight);
    }

    /** The same with every offset 0. */
    public ChoiceSet withoutOffsets() {
        return new ChoiceSet(attributes, x, first, chosen, new double[0], cluster, weight);
    }

    /** Pooled standard deviation of each attribute within situations: what a typical difference on a menu is. */
    public double[] withinDeviations() {
        double[][] covariances = withinCovariances();
        double[] deviations = new double[attributes];
        for (int k = 0; k < attributes; k++) {
            deviations[k] = Math.sqrt(covariances[k][k]);
        }
        return deviations;
    }

    /**
     * Pooled covariances of the attributes within situations: squares about each situation's mean over
     * {@code Σ (alternatives − 1)}, by weight; all 0 where no situation has two alternatives.
     */
    public double[][] withinCovariances() {
        double[][] sums = new double[attributes][attributes];
        double[] mean = new double[attributes];
        double degrees = 0;
        for (int n = 0; n < chosen.length; n++) {
            degrees += weight(n) * (size(n) - 1);
            Arrays.fill(mean, 0);
            for (int row = first[n]; row < first[n + 1]; row++) {
                for (int k = 0; k < attributes; k++) {
                    mean[k] += x(row, k) / size(n);
                }
            }
            for (int row = first[n]; row < first[n + 1]; row++) {
                for (int k = 0; k < attributes; k++) {
                    for (int l = 0; l < attributes; l++) {
                        sums[k][l] += weight(n) * (x(row, k) - mean[k]) * (x(row, l) - mean[l]);
                    }
                }
            }
        }
        for (double[] line : sums) {
            for (int l = 0; l < attributes; l++) {
                line[l] = degrees > 0 ? line[l] / degrees : 0;
            }
        }
        return sums;
    }

    /** Collects situations: rows first, then {@link #choose}, which closes the situation. */
    public static final class Builder {

        private final int attributes;
        private double[] x = new double[64];
        private double[] offset = new double[16];
        private int[] first = new int[16];
        private int[] chosen = new int[16];
        private int[] cluster = new int[16];
        private double[] weight = new double[16];
        private int rows;
        private int situations;
        private boolean offsets;
        private boolean weights;

        Builder(int attributes) {
            this.attributes = attributes;
        }

        /** Adds an alternative to the open situation. */
        public Builder row(double... values) {
            return row(0, values);
        }

        /** Adds an alternative with an offset to the open situation. */
        public Builder row(double rowOffset, double[] values) {
            if (values.length != attributes) {
                throw new IllegalArgumentException(values.length + " values for " + attributes + " attributes.");
            }
            int at = Math.multiplyExact(rows, attributes);
            if (at + attributes > x.length) {
                x = Arrays.copyOf(x, Math.max(at + attributes, (int) Math.min(2L * x.length, Integer.MAX_VALUE - 8)));
            }
            if (rows == offset.length) {
                offset = Arrays.copyOf(offset, 2 * rows);
            }
            System.arraycopy(values, 0, x, at, attributes);
            offset[rows++] = rowOffset;
            offsets |= rowOffset != 0;
            return this;
        }

        /** Closes the situation: which alternative was chosen, counted from 0, and whose choice it was. */
        public Builder choose(int alternative, int whose) {
            return choose(alternative, whose, 1);
        }

        /** Closes a situation that counts so many times. */
        public Builder choose(int alternative, int whose, double times) {
            if (situations + 1 == first.length) {
                first = Arrays.copyOf(first, 2 * first.length);
                chosen = Arrays.copyOf(chosen, first.length);
                cluster = Arrays.copyOf(cluster, first.length);
                weight = Arrays.copyOf(weight, first.length);
            }
            chosen[situations] = alternative;
            cluster[situations] = whose;
            weight[situations] = times;
            weights |= times != 1;
            first[++situations] = rows;
            return this;
        }

        /** Ends it; every situation must be closed. */
        public ChoiceSet build() {
            if (first[situations] != rows) {
                throw new IllegalArgumentException((rows - first[situations])
                        + " alternatives are of no situation. Perhaps the last one was never chosen from.");
            }
            return of(attributes, Arrays.copyOf(x, rows * attributes), Arrays.copyOf(first, situations + 1),
                    Arrays.copyOf(chosen, situations), offsets ? Arrays.copyOf(offset, rows) : new double[0],
                    Arrays.copyOf(cluster, situations), weights ? Arrays.copyOf(weight, situations) : new double[0]);
        }
    }
}
