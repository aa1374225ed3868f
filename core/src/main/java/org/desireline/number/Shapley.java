package org.desireline.number;

import java.util.function.IntToDoubleFunction;

/**
 * What each of several groups adds to a value that they make together, on average over the orders in which they may
 * join.
 *
 * <p>{@code φ_g = Σ |A|! (G − |A| − 1)! / G! · [v(A ∪ g) − v(A)]} over the sets A without g; the φ add up to
 * {@code v(all) − v(none)}. Source: Shapley, L. S. (1953), "A value for n-person games", in Contributions to the Theory
 * of Games II. Cost: 2^G values. Blind spot: what two groups explain alike is halved between them, whichever of them
 * acts.
 */
public final class Shapley {

    /** 2^20 values are a million fits. */
    private static final int MOST_GROUPS = 20;

    private Shapley() {}

    /**
     * The value's parts.
     *
     * @param groups how many, 1 to 20
     * @param value of a set of groups, asked for once each; bit g tells whether group g is in the set
     */
    public static double[] of(int groups, IntToDoubleFunction value) {
        if (groups < 1 || groups > MOST_GROUPS) {
            throw new IllegalArgumentException("Cannot share out among " + groups + " groups: 1 to " + MOST_GROUPS
                    + ".");
        }
        double[] values = new double[1 << groups];
        for (int set = 0; set < values.length; set++) {
            values[set] = value.applyAsDouble(set);
        }
        // The weight of a set of s others: 1 / (G · C(G − 1, s)).
        double[] weight = new double[groups];
        double ways = 1;
        for (int size = 0; size < groups; size++) {
            weight[size] = 1 / (groups * ways);
            ways = ways * (groups - 1 - size) / (size + 1);
        }
        double[] shares = new double[groups];
        for (int set = 0; set < values.length; set++) {
            for (int g = 0; g < groups; g++) {
                if ((set >> g & 1) == 0) {
                    shares[g] += weight[Integer.bitCount(set)] * (values[set | 1 << g] - values[set]);
                }
            }
        }
        return shares;
    }
}
