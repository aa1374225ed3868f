package org.desireline.number.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChoiceSetTest {

    private final ChoiceSet set = ChoiceSet.builder(2).row(1, 10).row(0.5, new double[] {3, 10}).choose(1, 4)
            .row(0, 0).row(0, 6).row(0, 3).choose(0, 2, 2).build();

    @Test
    void whatWasPutInComesOut() {
        assertThat(set.situations()).isEqualTo(2);
        assertThat(set.rows()).isEqualTo(5);
        assertThat(set.clusters()).isEqualTo(5);
        assertThat(set.size(1)).isEqualTo(3);
        assertThat(set.first(1)).isEqualTo(2);
        assertThat(set.chosenRow(0)).isEqualTo(1);
        assertThat(set.offset(1)).isEqualTo(0.5);
        assertThat(set.offset(0)).isZero();
        assertThat(set.weight(1)).isEqualTo(2);
        assertThat(set.x(3, 1)).isEqualTo(6);
        assertThat(set.withoutOffsets().offset(1)).isZero();
    }

    @Test
    void spreadWithinMenusIsPooled() {
        // First attribute: squares 2 once, over degrees 1 + 2·2; second: squares 18 twice.
        assertThat(set.withinDeviations()).containsExactly(new double[] {Math.sqrt(2.0 / 5), Math.sqrt(36.0 / 5)},
                within(1e-12));
        assertThat(set.withinCovariances()[0][1]).isZero();
        ChoiceSet scaled = set.scaled(set.withinDeviations());
        assertThat(scaled.withinDeviations()).containsExactly(new double[] {1, 1}, within(1e-12));
    }

    @Test
    void partsOfItKeepTheRest() {
        ChoiceSet second = set.columns(1);
        assertThat(second.attributes()).isEqualTo(1);
        assertThat(second.x(3, 0)).isEqualTo(6);
        assertThat(second.offset(1)).isEqualTo(0.5);
        ChoiceSet one = set.where(n -> n == 1);
        assertThat(one.situations()).isEqualTo(1);
        assertThat(one.weight(0)).isEqualTo(2);
        assertThat(one.cluster(0)).isEqualTo(2);
        assertThat(one.x(1, 1)).isEqualTo(6);
    }

    @Test
    void whatCannotBeIsRefusedWithItsFigures() {
        assertThatThrownBy(() -> ChoiceSet.builder(1).row(1).choose(1, 0).build()).hasMessageContaining("chosen 1");
        assertThatThrownBy(() -> ChoiceSet.builder(1).row(1, 2)).hasMessageContaining("2 values for 1");
        assertThatThrownBy(() -> ChoiceSet.builder(1).row(Double.NaN).choose(0, 0).build())
                .hasMessageContaining("value at 0 is NaN");
        assertThatThrownBy(() -> ChoiceSet.builder(1).row(1).build()).hasMessageContaining("1 alternatives");
        assertThatThrownBy(() -> ChoiceSet.builder(1).choose(0, 0).build()).hasMessageContaining("0 alternatives");
        assertThatThrownBy(() -> ChoiceSet.builder(1).row(1).choose(0, 0, -1).build()).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> Prior.normal(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> ConditionalLogit.fit(set, new Prior(1, 2, 3))).hasMessageContaining("3 priors");
    }

    @Test
    void aWeightOfTwoIsTheSituationTwice() {
        ChoiceSet twice = ChoiceSet.builder(1).row(1).row(0).choose(0, 0, 2).row(1).row(0).choose(1, 0).build();
        ChoiceSet listed = ChoiceSet.builder(1).row(1).row(0).choose(0, 0).row(1).row(0).choose(0, 0).row(1).row(0)
                .choose(1, 0).build();
        ConditionalLogit one = ConditionalLogit.fit(twice, Prior.normal(1)).orElseThrow();
        ConditionalLogit other = ConditionalLogit.fit(listed, Prior.normal(1)).orElseThrow();
        assertThat(one.beta()[0]).isCloseTo(other.beta()[0], within(1e-12));
        assertThat(one.logLikelihood()).isCloseTo(other.logLikelihood(), within(1e-12));
        assertThat(one.equalChances()).isCloseTo(other.equalChances(), within(1e-12));
    }
}
