package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmpiricalBayesTest {

    @Test
    void withEqualErrorsTheScatterIsWhatIsLeftOfTheVariance() {
        double[] y = {1, 3, 2, 6, 8};
        double[] s = {1, 1, 1, 1, 1};
        EmpiricalBayes drawn = EmpiricalBayes.of(y, s);
        // Mean 4, squares about it 34: 34 / 4 − 1.
        assertThat(drawn.mean()).isCloseTo(4, within(1e-9));
        assertThat(drawn.variance()).isCloseTo(7.5, within(1e-9));
        double b = 1 / 8.5;
        assertThat(drawn.shrinkage()).containsOnly(new double[] {b}, within(1e-9));
        assertThat(drawn.drawn().getLast().value()).isCloseTo(4 * b + 8 * (1 - b), within(1e-9));
        double variance = 1 - b + b * b * 8.5 / 5 + 2.0 / 2 * b * b * 16;
        assertThat(drawn.errors()[4]).isCloseTo(Math.sqrt(variance), within(1e-9));
    }

    @Test
    void groupsThatDifferByNoMoreThanChanceAreOne() {
        EmpiricalBayes drawn = EmpiricalBayes.of(new double[] {1, 1.2, 0.9, 1.1}, new double[] {1, 2, 1, 2});
        assertThat(drawn.variance()).isZero();
        assertThat(drawn.shrinkage()).containsOnly(1);
        assertThat(drawn.drawn().stream().mapToDouble(Interval::value)).containsOnly(drawn.mean());
    }

    @Test
    void threeGroupsAreLeftWhereTheyAre() {
        EmpiricalBayes drawn = EmpiricalBayes.of(new double[] {1, 5, 2}, new double[] {1, 2, 1});
        assertThat(drawn.shrinkage()).containsOnly(0);
        assertThat(drawn.drawn().stream().mapToDouble(Interval::value)).containsExactly(1.0, 5.0, 2.0);
        assertThat(drawn.errors()).containsExactly(1, 2, 1);
    }

    @Test
    void drawingComesCloserToTheTruthAndItsIntervalsHoldIt() {
        Keyed keyed = new Keyed(12);
        double raw = 0;
        double drawnError = 0;
        int inside = 0;
        int all = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] truth = new double[30];
            double[] y = new double[30];
            double[] s = new double[30];
            for (int i = 0; i < 30; i++) {
                truth[i] = 0.5 + 0.35 * keyed.normal(1, trial, i);
                s[i] = 0.1 + 0.3 * keyed.uniform(2, trial, i);
                y[i] = truth[i] + s[i] * keyed.normal(3, trial, i);
            }
            EmpiricalBayes drawn = EmpiricalBayes.of(y, s);
            for (int i = 0; i < 30; i++) {
                Interval interval = drawn.drawn().get(i);
                raw += (y[i] - truth[i]) * (y[i] - truth[i]);
                drawnError += (interval.value() - truth[i]) * (interval.value() - truth[i]);
                inside += interval.low() <= truth[i] && truth[i] <= interval.high() ? 1 : 0;
                all++;
            }
        }
        assertThat(drawnError).isLessThan(0.85 * raw);
        assertThat((double) inside / all).isBetween(0.93, 0.97);
    }

    @Test
    void theRootOfPauleAndMandelIsOne() {
        double[] y = {0.1, 1.9, -0.6, 0.8, 2.5, 0.4};
        double[] s = {0.2, 0.5, 0.3, 0.4, 0.6, 0.1};
        EmpiricalBayes drawn = EmpiricalBayes.of(y, s);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (y[i] - drawn.mean()) * (y[i] - drawn.mean()) / (s[i] * s[i] + drawn.variance());
        }
        assertThat(sum).isCloseTo(5, within(1e-9));
    }

    @Test
    void whatHasNoErrorIsRefused() {
        assertThatThrownBy(() -> EmpiricalBayes.of(new double[] {1}, new double[] {0})).hasMessageContaining("0.0");
        assertThatThrownBy(() -> EmpiricalBayes.of(new double[0], new double[0])).hasMessageContaining("0 estimates");
        assertThat(Arrays.toString(EmpiricalBayes.of(new double[] {2}, new double[] {1}).errors())).isEqualTo("[1.0]");
    }
}
