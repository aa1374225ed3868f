package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shifts and blocks of weeks. */
class ResamplingTest {

    @Test
    void aShiftThatFitsBestOnceHasTheSmallestPThereIs() {
        int[] regime = new int[50];
        Arrays.fill(regime, 20, 33, 1);
        double p = CircularShift.pValue(50, shift -> {
            double sum = 0;
            for (int t = 0; t < 50; t++) {
                sum += regime[t] * regime[(t + shift) % 50];
            }
            return sum;
        });
        assertThat(p).isEqualTo(1.0 / 50);
    }

    @Test
    void aSeriesThatNeverChangesSaysNothing() {
        assertThat(CircularShift.pValue(60, shift -> 0.1 + 0.2 + shift * 0.0)).isEqualTo(1);
        // Sums in another order differ by rounding; that is no difference.
        assertThat(CircularShift.pValue(60, shift -> shift == 0 ? 0.1 + 0.2 + 0.3 : 0.3 + 0.2 + 0.1)).isEqualTo(1);
        assertThatThrownBy(() -> CircularShift.pValue(0, shift -> 0)).hasMessageContaining("0");
    }

    @Test
    void withNothingToFindShiftsAreEvenlySpread() {
        Keyed keyed = new Keyed(31);
        int small = 0;
        for (int trial = 0; trial < 600; trial++) {
            double[] series = new double[60];
            for (int t = 0; t < 60; t++) {
                series[t] = keyed.normal(1, trial, t) + (t > 0 ? 0.5 * series[t - 1] : 0);
            }
            double p = CircularShift.pValue(60, shift -> {
                double sum = 0;
                for (int t = 20; t < 30; t++) {
                    sum += series[(t + shift) % 60];
                }
                return sum;
            });
            small += p < 0.05 ? 1 : 0;
        }
        assertThat(small / 600.0).isBetween(0.01, 0.08);
    }

    @Test
    void aDrawIsMadeOfBlocksThatRunOn() {
        BlockBootstrap.Plan plan = BlockBootstrap.Plan.of(2, 26, new Keyed(1), 7);
        int[] counts = new int[26];
        for (int draw = 0; draw < 2000; draw++) {
            int[][] weeks = plan.draw(draw);
            assertThat(weeks).hasDimensions(2, 26);
            for (int at = 0; at < 26; at++) {
                if (at % 4 != 0) {
                    assertThat(weeks[0][at]).isEqualTo((weeks[0][at - 1] + 1) % 26);
                }
                counts[weeks[0][at]]++;
            }
        }
        assertThat(plan.draw(0)[0]).isNotEqualTo(plan.draw(0)[1]);
        // Every week is drawn as often as every other: 2,000 times, give or take five standard errors.
        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(1550);
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(2450);
    }

    @Test
    void theErrorOfAMeanIsThatOfWeeksWithoutAndWithMemory() {
        Keyed keyed = new Keyed(77);
        double[] plain = new double[400];
        double[] slow = new double[400];
        for (int t = 0; t < 400; t++) {
            plain[t] = keyed.normal(1, t, 0);
            slow[t] = keyed.normal(1, t, 0) + (t > 0 ? 0.5 * slow[t - 1] : 0);
        }
        BlockBootstrap one = BlockBootstrap.of(BlockBootstrap.Plan.of(1, 400, keyed, 2), w -> mean(plain, w[0]));
        BlockBootstrap other = BlockBootstrap.of(BlockBootstrap.Plan.of(1, 400, keyed, 2), w -> mean(slow, w[0]));
        assertThat(one.standardError()).isCloseTo(0.05, within(0.01));
        // Without blocks it would be 0.058, in truth it is 0.1; four weeks see most of it.
        assertThat(other.standardError()).isBetween(0.07, 0.11);
        assertThat(one.interval().value()).isBetween(one.interval().low(), one.interval().high());
        assertThat(one.draws()).isEqualTo(999);
        double width = one.interval().high() - one.interval().low();
        assertThat(width).isCloseTo(2 * 1.96 * one.standardError(), within(0.03));
    }

    @Test
    void severalFiguresShareTheirDrawsAndTheSameKeyGivesTheSame() {
        double[] series = {4, 1, 7, 3, 9, 2, 8, 5, 6, 1, 4, 3};
        BlockBootstrap.Plan plan = BlockBootstrap.Plan.of(1, 12, new Keyed(3), 1);
        List<BlockBootstrap> two = BlockBootstrap.all(plan, w -> new double[] {mean(series, w[0]),
            -mean(series, w[0])});
        assertThat(two.get(0).standardError()).isCloseTo(two.get(1).standardError(), within(1e-12));
        assertThat(two.get(0)).isEqualTo(BlockBootstrap.of(plan, w -> mean(series, w[0])));
    }

    @Test
    void drawsWithoutAFigureAreLeftOutAndCounted() {
        BlockBootstrap.Plan plan = BlockBootstrap.Plan.of(1, 8, new Keyed(3), 1);
        BlockBootstrap some = BlockBootstrap.of(plan, w -> w[0][0] == 5 ? Double.NaN : w[0][0]);
        assertThat(some.draws()).isBetween(800, 930);
        assertThatThrownBy(() -> BlockBootstrap.of(plan, w -> Double.NaN)).hasMessageContaining("0 of 999 draws");
        assertThatThrownBy(() -> BlockBootstrap.Plan.of(1, 0, new Keyed(3), 1)).hasMessageContaining("0 weeks");
    }

    private static double mean(double[] series, int[] weeks) {
        return Arrays.stream(weeks).mapToDouble(week -> series[week]).average().orElseThrow();
    }
}
