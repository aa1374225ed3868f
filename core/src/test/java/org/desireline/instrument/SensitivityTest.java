package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.junit.jupiter.api.Test;

/** Ranges take in what figures would be under other settings, and claims stand only where every setting makes them. */
class SensitivityTest {

    @Test
    void aRangeRunsFromTheLeastToTheGreatestValue() {
        Reading wide = Sensitivity.widened(Sensitivity.widened(reading(line(0.6, Strength.EXACT)),
                reading(line(0.4, Strength.EXACT))), reading(line(0.7, Strength.EXACT)));
        Estimate estimate = wide.lines().get(0).estimate();
        assertThat(estimate.value()).isEqualTo(0.6);
        assertThat(estimate.low()).isEqualTo(0.6);
        assertThat(estimate.sensitivityLow()).isEqualTo(0.4);
        assertThat(estimate.sensitivityHigh()).isEqualTo(0.7);
    }

    @Test
    void whatOneSettingDoesNotShowIsSuggested() {
        Line shown = line(0.6, Strength.SHOWS);
        assertThat(strength(shown, line(0.7, Strength.SHOWS))).isEqualTo(Strength.SHOWS);
        assertThat(strength(shown, line(0.7, Strength.SUGGESTS))).isEqualTo(Strength.SUGGESTS);
        assertThat(strength(shown, line(0.4, Strength.CANNOT_TELL))).isEqualTo(Strength.SUGGESTS);
        assertThat(strength(line(0.6, Strength.CANNOT_TELL), shown)).isEqualTo(Strength.CANNOT_TELL);
    }

    @Test
    void aSettingThatRefusesAFigureTellsNothingOfIt() {
        Line line = line(0.6, Strength.SHOWS);
        assertThat(Sensitivity.widened(reading(line), reading(line.withhold("too few"))).lines()).containsExactly(line);
        assertThat(Sensitivity.widened(reading(line), reading()).lines()).containsExactly(line);
        assertThat(Sensitivity.widened(reading(line.withhold("too few")), reading(line)).lines().get(0).estimate())
                .isNull();
    }

    private static Strength strength(Line line, Line other) {
        return Sensitivity.widened(reading(line), reading(other)).lines().get(0).estimate().strength();
    }

    private static Line line(double value, Strength strength) {
        return new Line("ledger/all/all/x", new Line.About("all", "all"), "x", "window",
                Estimate.exact(value, Unit.SHARE, 9, 9, Grade.OBSERVED).withStrength(strength), "hours",
                new Support(Support.Basis.STRUCTURE, 9, 9, 0, "x", List.of()), null, List.of());
    }

    private static Reading reading(Line... lines) {
        return new Reading("ledger", null, 9, 9, Map.of(), List.of(), List.of(lines), List.of());
    }
}
