package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiellerTest {

    @Test
    void theEndsAreTheRatiosThatTheTestJustAllows() {
        double a = 3;
        double b = 2;
        double va = 0.25;
        double vb = 0.09;
        double cov = 0.05;
        Interval interval = ((Fieller.Bounded) Fieller.of(a, va, b, vb, cov, 9)).interval();
        assertThat(interval.value()).isEqualTo(1.5);
        for (double end : new double[] {interval.low(), interval.high()}) {
            double t = (a - end * b) / Math.sqrt(va - 2 * end * cov + end * end * vb);
            assertThat(Math.abs(t)).isCloseTo(Student.reach(9), within(1e-9));
        }
    }

    @Test
    void aDenominatorThatMayBeNoughtHasNoRatio() {
        Fieller unbounded = Fieller.of(3, 0.25, 0.5, 0.09, 0, 9);
        assertThat(unbounded).isInstanceOf(Fieller.Unbounded.class);
        assertThat(((Fieller.Unbounded) unbounded).denominator().low()).isNegative();
    }

    @Test
    void aDenominatorBelowNoughtTurnsTheSign() {
        Interval interval = ((Fieller.Bounded) Fieller.of(3, 0.25, -2, 0.09, -0.05, 9)).interval();
        Interval mirrored = ((Fieller.Bounded) Fieller.of(3, 0.25, 2, 0.09, 0.05, 9)).interval();
        assertThat(interval.low()).isCloseTo(-mirrored.high(), within(1e-12));
        assertThat(interval.high()).isCloseTo(-mirrored.low(), within(1e-12));
    }

    @Test
    void itHoldsTheTruthAsOftenAsItSays() {
        Keyed keyed = new Keyed(8);
        int inside = 0;
        int bounded = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double common = keyed.normal(1, trial, 0);
            double a = 1 + 0.3 * (common + keyed.normal(2, trial, 0));
            double b = 2 + 0.3 * (common + keyed.normal(3, trial, 0));
            if (Fieller.of(a, 0.18, b, 0.18, 0.09, Double.POSITIVE_INFINITY) instanceof Fieller.Bounded(Interval in)) {
                bounded++;
                inside += in.low() <= 0.5 && 0.5 <= in.high() ? 1 : 0;
            }
        }
        assertThat(bounded).isGreaterThan(3900);
        assertThat((double) inside / bounded).isBetween(0.935, 0.965);
    }
}
