package org.desireline.number;

import java.util.OptionalDouble;

/**
 * Two lognormals mixed, fitted to a histogram.
 *
 * <p>Question: where does the short kind of a length end and the long kind begin? Unit: natural logarithms. Method:
 * expectation and maximisation from the quartiles, a fixed number of rounds. Sources: Dempster, Laird and Rubin (1977),
 * Maximum likelihood from incomplete data; Ashman, Bird and Zepf (1994), Detecting bimodality. Cost: O(rounds × bins).
 * Laws: the same counts give the same bits. Blind spot: more than two kinds are forced into two.
 *
 * @param weight the share of the shorter kind
 * @param mean mean logarithm of the shorter kind
 * @param deviation its standard deviation
 * @param otherMean mean logarithm of the longer kind
 * @param otherDeviation its standard deviation
 */
public record LognormalPair(double weight, double mean, double deviation, double otherMean, double otherDeviation) {

    private static final int ROUNDS = 300;
    private static final int HALVINGS = 60;
    /** A component may not shrink to a single bin. */
    private static final double LEAST_DEVIATION = 0.1;
    /** Ashman's D above which two normals of equal weight have two modes. */
    private static final double SEPARATE = 2;
    private static final double LEAST_WEIGHT = 0.05;

    /**
     * Fits.
     *
     * @param logs logarithms of the middles of the bins, ascending
     * @param counts how many lie in each; not all of them nought
     */
    public static LognormalPair of(double[] logs, long[] counts) {
        double total = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < logs.length; i++) {
            total += counts[i];
            sum += counts[i] * logs[i];
            squares += counts[i] * logs[i] * logs[i];
        }
        double spread = StrictMath.sqrt(Math.max(0, squares / total - sum / total * (sum / total)));
        double half = Math.max(LEAST_DEVIATION, spread / 2);
        LognormalPair pair = new LognormalPair(0.5, quantile(logs, counts, total / 4), half,
                quantile(logs, counts, total * 3 / 4), half);
        for (int round = 0; round < ROUNDS; round++) {
            pair = pair.next(logs, counts, total);
        }
        return pair.mean <= pair.otherMean ? pair : new LognormalPair(1 - pair.weight, pair.otherMean,
                pair.otherDeviation, pair.mean, pair.deviation);
    }

    private static double quantile(double[] logs, long[] counts, double below) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            sum += counts[i];
            if (sum >= below && counts[i] > 0) {
                return logs[i];
            }
        }
        return logs[logs.length - 1];
    }

    private LognormalPair next(double[] logs, long[] counts, double total) {
        double[] sums = new double[6];
        for (int i = 0; i < logs.length; i++) {
            if (counts[i] > 0) {
                double share = counts[i] / (1 + StrictMath.exp(-lead(logs[i])));
                double rest = counts[i] - share;
                sums[0] += share;
                sums[1] += share * logs[i];
                sums[2] += share * logs[i] * logs[i];
                sums[3] += rest;
                sums[4] += rest * logs[i];
                sums[5] += rest * logs[i] * logs[i];
            }
        }
        if (sums[0] <= 0 || sums[3] <= 0) {
            return this;
        }
        return new LognormalPair(sums[0] / total, sums[1] / sums[0], deviation(sums, 0), sums[4] / sums[3],
                deviation(sums, 3));
    }

    private static double deviation(double[] sums, int at) {
        double middle = sums[at + 1] / sums[at];
        return Math.max(LEAST_DEVIATION, StrictMath.sqrt(Math.max(0, sums[at + 2] / sums[at] - middle * middle)));
    }

    /** By how much the first kind is the likelier one at a length, as a logarithm. */
    private double lead(double log) {
        double one = (log - mean) / deviation;
        double other = (log - otherMean) / otherDeviation;
        return StrictMath.log(weight / (1 - weight)) - StrictMath.log(deviation / otherDeviation)
                - one * one / 2 + other * other / 2;
    }

    /** The length, as a logarithm, from which on the longer kind is the likelier; none where they do not separate. */
    public OptionalDouble crossing() {
        double distance = StrictMath.sqrt(2) * (otherMean - mean)
                / StrictMath.sqrt(deviation * deviation + otherDeviation * otherDeviation);
        boolean separate = distance > SEPARATE && weight >= LEAST_WEIGHT && 1 - weight >= LEAST_WEIGHT;
        if (!separate || lead(mean) <= 0 || lead(otherMean) >= 0) {
            return OptionalDouble.empty();
        }
        double low = mean;
        double high = otherMean;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (lead(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of((low + high) / 2);
    }
}
