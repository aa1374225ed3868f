package org.desireline.number.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void twoThatCorrelateByNinetyPercentHaveNineteen() {
        // Eigenvalues 1 ± 0.9.
        assertThat(Condition.of(new double[][] {{1, 0.9}, {0.9, 1}})).isCloseTo(19, within(1e-9));
    }

    @Test
    void nothingInCommonIsOneAndAlwaysTogetherHasNoBound() {
        assertThat(Condition.of(new double[][] {{2, 0}, {0, 2}})).isEqualTo(1);
        assertThat(Condition.of(new double[][] {{1, 2}, {2, 1}})).isInfinite();
    }
}
