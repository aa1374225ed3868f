package org.desireline.number;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * p-values adjusted for how many questions were asked at once.
 *
 * <p>Where no null hypothesis is false in truth, the chance that any adjusted value falls below α is at most α, however
 * the tests depend on one another. Source: Holm, S. (1979), "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6. Cost: {@code O(n log n)}.
 */
public final class Holm {

    private Holm() {}

    /** The adjusted values, in the order of the values given, each from 0 to 1 and none below its own. */
    public static double[] adjusted(double... p) {
        for (double each : p) {
            if (!(each >= 0 && each <= 1)) {
                throw new IllegalArgumentException(each + " is no probability.");
            }
        }
        int[] order = IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue).toArray();
        double[] adjusted = new double[p.length];
        double least = 0;
        for (int rank = 0; rank < order.length; rank++) {
            least = Math.max(least, Math.min(1, (p.length - rank) * p[order[rank]]));
            adjusted[order[rank]] = least;
        }
        return adjusted;
    }
}
