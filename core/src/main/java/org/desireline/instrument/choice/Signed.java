package org.desireline.instrument.choice;

import org.desireline.number.Contrast;
import org.desireline.number.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A ratio of two sums over people that may each be of either sign, with a delete-one-person jackknife interval, t(G−1);
 * where both can only be counts, {@link org.desireline.number.RatioJackknife} does it.
 */
final class Signed {

    private Signed() {}

    /**
     * The ratio of the sums.
     *
     * @param numerators by person
     * @param denominators by person, with a sum above 0
     * @return null where leaving one person out makes the denominator 0 or less
     */
    static @Nullable Interval ratio(double[] numerators, double[] denominators) {
        int people = numerators.length;
        double above = 0;
        double below = 0;
        for (int g = 0; g < people; g++) {
            above += numerators[g];
            below += denominators[g];
        }
        double[] without = new double[people];
        double mean = 0;
        for (int g = 0; g < people; g++) {
            if (!(below - denominators[g] > 0)) {
                return null;
            }
            without[g] = (above - numerators[g]) / (below - denominators[g]);
            mean += without[g] / people;
        }
        double squares = 0;
        for (double each : without) {
            squares += (each - mean) * (each - mean);
        }
        return new Contrast(above / below, Math.sqrt((people - 1.0) / people * squares), people - 1).interval();
    }
}
