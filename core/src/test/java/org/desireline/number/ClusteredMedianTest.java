package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The median of observations in clusters. */
class ClusteredMedianTest {

    @Test
    void theMedianIsTheMiddle() {
        assertThat(ClusteredMedian.of(new long[] {9, 1, 5}, new int[] {1, 2, 3}).value()).isEqualTo(5);
        assertThat(ClusteredMedian.of(new long[] {9, 1, 5, 6}, new int[] {1, 2, 3, 4}).value()).isEqualTo(5.5);
    }

    @Test
    void oneClusterTellsNothingButTheEnds() {
        assertThat(ClusteredMedian.of(new long[] {3, 1, 2}, new int[] {7, 7, 7})).isEqualTo(new Interval(2, 1, 3));
    }

    @Test
    void theOrderOfObservationsChangesNothing() {
        assertThat(ClusteredMedian.of(new long[] {4, 2, 8, 6, 6}, new int[] {0, 1, 2, 0, 1}))
                .isEqualTo(ClusteredMedian.of(new long[] {6, 6, 8, 2, 4}, new int[] {1, 0, 2, 1, 0}));
    }

    /** 30 clusters of ten that share a shift: the plain interval would hold the truth far less often. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        int held = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            SplittableRandom random = new SplittableRandom(run);
            int[] clusters = IntStream.range(0, 300).map(i -> i / 10).toArray();
            double[] shift = random.doubles(30, -1, 1).toArray();
            long[] values = IntStream.range(0, 300)
                    .mapToLong(i -> Math.round(1_000 * (shift[clusters[i]] + random.nextDouble(-1, 1)))).toArray();
            Interval median = ClusteredMedian.of(values, clusters);
            held += median.low() <= 0 && 0 <= median.high() ? 1 : 0;
        }
        assertThat(held / (double) runs).isBetween(0.92, 0.99);
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> ClusteredMedian.of(new long[0], new int[0]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("observations");
    }
}
