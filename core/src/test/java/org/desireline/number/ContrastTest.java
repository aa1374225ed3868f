package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContrastTest {

    @Test
    void tablesOfStudentAndOfTheNormalAreMet() {
        assertThat(Student.quantile(0.975, 5)).isCloseTo(2.570582, within(5e-7));
        assertThat(Student.reach(11)).isCloseTo(2.200985, within(5e-7));
        assertThat(Student.below(-2.015048, 5)).isCloseTo(0.05, within(5e-8));
        assertThat(Normal.reach()).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Normal.below(-1.644853626951472)).isCloseTo(0.05, within(1e-12));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-12));
    }

    @Test
    void sidesOfATestAddUp() {
        Contrast contrast = new Contrast(-2.015048, 1, 5);
        assertThat(contrast.t()).isEqualTo(-2.015048);
        assertThat(contrast.pBelow()).isCloseTo(0.05, within(5e-8));
        assertThat(contrast.pAbove()).isCloseTo(0.95, within(5e-8));
        assertThat(contrast.pEither()).isCloseTo(0.1, within(1e-7));
        assertThat(contrast.opposite().pAbove()).isEqualTo(contrast.pBelow());
        Contrast normal = new Contrast(1.959963984540054, 1, Double.POSITIVE_INFINITY);
        assertThat(normal.pEither()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void theIntervalJustExcludesNoughtWhereTheTestJustSaysSo() {
        double reach = Student.reach(7);
        assertThat(new Contrast(reach * 2, 2, 7).interval().low()).isCloseTo(0, within(1e-9));
        assertThat(new Contrast(reach * 2, 2, 7).pEither()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void anEstimateWithoutErrorIsCertain() {
        assertThat(new Contrast(-3, 0, 4).pBelow()).isZero();
        assertThat(new Contrast(3, 0, 4).pBelow()).isEqualTo(1);
        assertThat(new Contrast(0, 0, 4).pEither()).isEqualTo(1);
        assertThat(new Contrast(-3, 0, Double.POSITIVE_INFINITY).pEither()).isZero();
    }

    @Test
    void whatIsNoEstimateIsRefused() {
        assertThatThrownBy(() -> new Contrast(Double.NaN, 1, 3)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Contrast(1, -1, 3)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new Contrast(1, 1, 0)).hasMessageContaining("degrees of freedom 0");
    }
}
