package org.desireline.number.choice;

import org.desireline.number.Keyed;

/** Choices drawn with known coefficients, the same for the same seed. */
final class Choices {

    private static final int ATTRIBUTE = 1;
    private static final int CHOICE = 2;
    private static final int TASTE = 3;

    private Choices() {}

    /**
     * Draws standard normal attributes and picks by the model.
     *
     * @param spread standard deviation of the clusters' own coefficients about the common ones
     */
    static ChoiceSet drawn(int situations, int size, double[] beta, int clusters, double spread, long seed) {
        Keyed keyed = new Keyed(seed);
        ChoiceSet.Builder builder = ChoiceSet.builder(beta.length);
        for (int n = 0; n < situations; n++) {
            int cluster = n % clusters;
            double[] weights = new double[size];
            for (int j = 0; j < size; j++) {
                double[] row = new double[beta.length];
                double utility = 0;
                for (int k = 0; k < beta.length; k++) {
                    row[k] = keyed.normal(ATTRIBUTE, n, (long) j * beta.length + k);
                    utility += row[k] * (beta[k] + spread * keyed.normal(TASTE, cluster, k));
                }
                weights[j] = StrictMath.exp(utility);
                builder.row(row);
            }
            builder.choose(keyed.categorical(weights, CHOICE, n, 0), cluster);
        }
        return builder.build();
    }
}
