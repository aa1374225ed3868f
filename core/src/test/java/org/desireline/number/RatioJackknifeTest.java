package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RatioJackknifeTest {

    /** Leaving one out gives 5/6, 4/6 and 3/4: their deviations from 3/4 are 1/12, -1/12 and 0. */
    @Test
    void threeClustersAreComputedByHand() {
        RatioJackknife ratio = RatioJackknife.of(new double[] {1, 2, 3}, new double[] {2, 2, 4});
        double error = Math.sqrt(2.0 / 3 * 2 / 144);
        assertThat(ratio.interval().value()).isEqualTo(0.75);
        assertThat(ratio.standardError()).isCloseTo(error, within(1e-15));
        assertThat(ratio.interval().low()).isCloseTo(0.75 - 4.302653 * error, within(1e-6));
        assertThat(ratio.interval().high()).isCloseTo(0.75 + 4.302653 * error, within(1e-6));
        assertThat(ratio.clusters()).isEqualTo(3);
        assertThat(ratio.effectiveClusters()).isCloseTo(64.0 / 24, within(1e-15));
        assertThat(ratio.largestShare()).isEqualTo(0.5);
    }

    /** With equal denominators it is the t interval of a mean: of 1 to 5, 3 ± 2.776445 · √(2.5 / 5). */
    @Test
    void withEqualDenominatorsItIsTheIntervalOfAMean() {
        RatioJackknife ratio = RatioJackknife.of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, 1, 1, 1});
        assertThat(ratio.interval().value()).isEqualTo(3.0);
        assertThat(ratio.standardError()).isCloseTo(Math.sqrt(0.5), within(1e-14));
        assertThat(ratio.interval().low()).isCloseTo(1.036757, within(1e-6));
        assertThat(ratio.interval().high()).isCloseTo(4.963243, within(1e-6));
        assertThat(ratio.effectiveClusters()).isCloseTo(5.0, within(1e-14));
        assertThat(ratio.largestShare()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void clustersThatAgreeLeaveNoDoubt() {
        RatioJackknife ratio = RatioJackknife.of(new double[] {1, 2, 4}, new double[] {2, 4, 8});
        assertThat(ratio.interval()).isEqualTo(new Interval(0.5, 0.5, 0.5));
        assertThat(ratio.standardError()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 12.706205", "2, 4.302653", "4, 2.776445", "10, 2.228139", "32, 2.036933", "120, 1.979930"})
    void quantilesOfStudentsTAreThePublishedOnes(int degreesOfFreedom, double quantile) {
        assertThat(RatioJackknife.studentQuantile(degreesOfFreedom)).isCloseTo(quantile, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource
    void whatLeavesNothingWhenOneIsLeftOutIsRefused(double[] numerators, double[] denominators) {
        assertThatThrownBy(() -> RatioJackknife.of(numerators, denominators))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> whatLeavesNothingWhenOneIsLeftOutIsRefused() {
        return Stream.of(
                Arguments.of(new double[0], new double[0]),
                Arguments.of(new double[] {1}, new double[] {2}),
                Arguments.of(new double[] {1, 2}, new double[] {2}),
                Arguments.of(new double[] {1, 2}, new double[] {0, 0}),
                Arguments.of(new double[] {1, 0, 0}, new double[] {2, 0, 0}),
                Arguments.of(new double[] {1, 2}, new double[] {1, Double.NaN}));
    }
}
