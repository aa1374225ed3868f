package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedTest {

    private static final int DRAWS = 200_000;

    private final Keyed keyed = new Keyed(7);

    @Test
    void theFinaliserIsTheOneOfSplitMix64() {
        // The first two outputs of SplitMix64 from seed 0, as its reference code prints them.
        assertThat(Keyed.finalise(0x9e3779b97f4a7c15L)).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(Keyed.finalise(0x3c6ef372fe94f82aL)).isEqualTo(0x6e789e6aa1b965f4L);
    }

    @Test
    void aNumberDependsOnItsKeyAndOnNothingAskedBefore() {
        double[] forward = IntStream.range(0, 100).mapToDouble(i -> keyed.uniform(1, i, 0)).toArray();
        Keyed other = new Keyed(7);
        for (int i = 99; i >= 0; i--) {
            other.exponential(3, 2, i, 5);
            assertThat(other.uniform(1, i, 0)).isEqualTo(forward[i]);
        }
    }

    @Test
    void eachWordOfTheKeyMatters() {
        long bits = keyed.bits(1, 2, 3);
        assertThat(keyed.bits(2, 1, 3)).isNotEqualTo(bits);
        assertThat(keyed.bits(1, 3, 2)).isNotEqualTo(bits);
        assertThat(keyed.bits(1, 2, 4)).isNotEqualTo(bits);
        assertThat(new Keyed(8).bits(1, 2, 3)).isNotEqualTo(bits);
    }

    @Test
    void uniformsLieInsideTheUnitIntervalWithItsMeanAndVariance() {
        double[] draws = IntStream.range(0, DRAWS).mapToDouble(i -> keyed.uniform(1, i % 500, i / 500)).toArray();
        assertThat(IntStream.range(0, DRAWS).filter(i -> draws[i] <= 0 || draws[i] >= 1)).isEmpty();
        double mean = IntStream.range(0, DRAWS).mapToDouble(i -> draws[i]).average().orElseThrow();
        double square = IntStream.range(0, DRAWS).mapToDouble(i -> draws[i] * draws[i]).average().orElseThrow();
        double neighbour = IntStream.range(1, DRAWS)
                .mapToDouble(i -> (draws[i] - 0.5) * (draws[i - 1] - 0.5)).average().orElseThrow();
        // Five standard errors of a mean over 200,000: 0.0033, 0.0034 and 0.001.
        assertThat(mean).isCloseTo(0.5, within(0.0033));
        assertThat(square).isCloseTo(1.0 / 3, within(0.0034));
        assertThat(neighbour).isCloseTo(0, within(0.001));
    }

    @Test
    void theNamedMeansAreTheMeans() {
        double exponential = IntStream.range(0, DRAWS)
                .mapToDouble(i -> keyed.exponential(6, 1, i, 0)).average().orElseThrow();
        double lognormal = IntStream.range(0, DRAWS)
                .mapToDouble(i -> keyed.lognormal(8, 0.7, 2, i, 0)).average().orElseThrow();
        double normal = IntStream.range(0, DRAWS).mapToDouble(i -> keyed.normal(3, i, 0)).average().orElseThrow();
        assertThat(exponential).isCloseTo(6, within(0.07));
        assertThat(lognormal).isCloseTo(8, within(0.08));
        assertThat(normal).isCloseTo(0, within(0.0112));
    }

    @Test
    void aCategoryIsDrawnInProportionToItsWeightAndNeverAtZero() {
        int[] counts = new int[5];
        for (int i = 0; i < DRAWS; i++) {
            counts[keyed.categorical(new double[] {0, 1, 0, 3, 0}, 1, i, 0)]++;
        }
        assertThat(counts[0] + counts[2] + counts[4]).isZero();
        assertThat(counts[1] / (double) DRAWS).isCloseTo(0.25, within(0.005));
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> keyed.categorical(new double[] {}, 1, 1, 1)).hasMessageContaining("0 weights");
        assertThatThrownBy(() -> keyed.categorical(new double[] {0, 0}, 1, 1, 1)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> keyed.categorical(new double[] {1, -2}, 1, 1, 1)).hasMessageContaining("-2.0");
        assertThatThrownBy(() -> keyed.categorical(new double[] {Double.NaN}, 1, 1, 1)).hasMessageContaining("NaN");
    }
}
