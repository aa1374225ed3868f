package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The error of a mean by blocks, against drawing them, and how often its interval holds the truth. */
class BlockMeanTest {

    @Test
    void theErrorIsThatOfDrawingBlocks() {
        double[] series = autoregressive(new SplittableRandom(1), 24, 0.5);
        BlockMean own = BlockMean.ofMean(series, 4);
        BlockBootstrap drawn = BlockBootstrap.of(new BlockBootstrap.Plan(1, 24, 4, 50_000, new Keyed(2), 0),
                weeks -> Arrays.stream(weeks[0]).mapToDouble(week -> series[week]).average().orElseThrow());
        assertThat(own.standardError()).isCloseTo(drawn.standardError() * Math.sqrt(6.0 / 5), withinPercentage(1));
        assertThat(own.mean()).isEqualTo(drawn.interval().value(), within(1e-12));
        assertThat(own.contrast().degreesOfFreedom()).isEqualTo(5);
    }

    @Test
    void whereNeighboursAreAlikeTheIntervalStillHoldsTheTruth() {
        assertThat(coverage(52, 0)).isBetween(0.93, 0.97);
        assertThat(coverage(52, 0.5)).isBetween(0.88, 0.96);
        assertThat(coverage(26, 0.3)).isBetween(0.90, 0.98);
    }

    private static double coverage(int n, double correlation) {
        int held = 0;
        int trials = 2_000;
        for (int trial = 0; trial < trials; trial++) {
            double[] series = autoregressive(new SplittableRandom(trial), n, correlation);
            Interval interval = BlockMean.ofMean(series, 4).contrast().interval();
            held += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
        }
        return (double) held / trials;
    }

    private static double[] autoregressive(SplittableRandom random, int n, double correlation) {
        double[] series = new double[n];
        double last = 0;
        for (int i = -50; i < n; i++) {
            last = correlation * last + random.nextGaussian();
            if (i >= 0) {
                series[i] = last;
            }
        }
        return series;
    }

    @Test
    void aSeriesOfLessThanTwoBlocksIsRefused() {
        assertThatThrownBy(() -> BlockMean.ofMean(new double[7], 4)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A series of 7 has no two blocks of 4");
    }
}
