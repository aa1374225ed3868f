package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EstimateTest {

    @Test
    void anExactCountIsItsOwnInterval() {
        Estimate estimate = Estimate.exact(12, Unit.ITEMS, 12, 7, Grade.OBSERVED);
        assertThat(estimate).isEqualTo(new Estimate(
                12, 12, 12, Unit.ITEMS, 12, 7, Grade.OBSERVED, 12, 12, Strength.EXACT));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.6, 0.7", "0.5, 0.3, 0.4", "0.5, 0.7, 0.3", "NaN, 0, 1", "0.5, NaN, 1", "0.5, 0, NaN"})
    void aValueOutsideItsIntervalIsRefusedWithAllThree(double value, double low, double high) {
        assertThatThrownBy(() -> share(value, low, high)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(value))
                .hasMessageContaining("[" + low + ", " + high + "]").hasMessageContaining("Perhaps");
    }

    @ParameterizedTest
    @CsvSource({"Infinity, 0, Infinity", "-Infinity, -Infinity, 0"})
    void whatCannotBeShownIsRefused(double value, double low, double high) {
        assertThatThrownBy(() -> share(value, low, high)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(value));
    }

    @Test
    void theRangeOfSettingsHoldsTheValueItself() {
        Estimate estimate = share(0.5, 0.4, 0.6);
        assertThat(estimate.withSensitivity(0.6, 0.7)).extracting(Estimate::sensitivityLow, Estimate::sensitivityHigh)
                .containsExactly(0.5, 0.7);
        assertThat(estimate.withSensitivity(0.1, 0.2)).extracting(Estimate::sensitivityLow, Estimate::sensitivityHigh)
                .containsExactly(0.1, 0.5);
        assertThat(estimate.withSensitivity(0.1, 0.2).value()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(Strength.class)
    void onlyTheClaimChanges(Strength strength) {
        Estimate estimate = share(0.5, 0.4, 0.6);
        assertThat(estimate.withStrength(strength).strength()).isEqualTo(strength);
        assertThat(estimate.withStrength(strength).withStrength(estimate.strength())).isEqualTo(estimate);
    }

    @Test
    void labelsAreThoseOfTheContract() {
        assertThat(Strength.values()).extracting(Strength::label)
                .containsExactly("exact", "shows", "suggests", "cannotTell");
        assertThat(Grade.values()).extracting(Grade::label)
                .containsExactly("observed", "inferred", "assumed", "ambiguous");
        assertThat(Unit.values()).extracting(Unit::label).contains("h", "share", "index").doesNotHaveDuplicates();
    }

    private static Estimate share(double value, double low, double high) {
        return new Estimate(value, low, high, Unit.SHARE, 10, 5, Grade.INFERRED, value, value, Strength.SUGGESTS);
    }
}
