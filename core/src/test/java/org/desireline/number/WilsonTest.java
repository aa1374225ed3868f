package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WilsonTest {

    /** The first four: Newcombe, R. G. (1998), "Two-sided confidence intervals for the single proportion", table I. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718",
        "10, 100, 0.0552, 0.1744", "90, 100, 0.8256, 0.9448"
    })
    void theIntervalIsThePublishedOne(long successes, long trials, double low, double high) {
        Interval interval = Wilson.interval(successes, trials);
        assertThat(interval.value()).isEqualTo((double) successes / trials);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 30, 1_000, 1_000_000_000_000L})
    void noneAndAllReachTheEndsExactly(long trials) {
        double squared = 1.959963984540054 * 1.959963984540054;
        Interval none = Wilson.interval(0, trials);
        assertThat(none.value()).isZero();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(squared / (trials + squared), within(1e-12));
        Interval all = Wilson.interval(trials, trials);
        assertThat(all.value()).isEqualTo(1.0);
        assertThat(all.high()).isEqualTo(1.0);
        assertThat(all.low()).isCloseTo(trials / (trials + squared), within(1e-12));
    }

    @Test
    void thePointLiesInsideItsInterval() {
        for (long trials = 1; trials <= 60; trials++) {
            for (long successes = 0; successes <= trials; successes++) {
                Interval interval = Wilson.interval(successes, trials);
                assertThat(interval.low()).isBetween(0.0, interval.value());
                assertThat(interval.high()).isBetween(interval.value(), 1.0);
                Interval mirrored = Wilson.interval(trials - successes, trials);
                assertThat(mirrored.low()).isCloseTo(1 - interval.high(), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 5", "6, 5", "0, -1"})
    void whatIsNoProportionIsRefused(long successes, long trials) {
        assertThatThrownBy(() -> Wilson.interval(successes, trials)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(successes + " successes of " + trials);
    }
}
