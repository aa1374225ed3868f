package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void theSmallestPaysForAllAndNoneFallsBelowASmallerOne() {
        // By hand, and as R's p.adjust gives it.
        assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005)).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02},
                within(1e-12));
        assertThat(Holm.adjusted(0.5, 0.9)).containsExactly(1, 1);
        assertThat(Holm.adjusted()).isEmpty();
        assertThat(Holm.adjusted(0.2)).containsExactly(0.2);
    }

    @Test
    void withNothingToFindOneSetInTwentyFindsSomething() {
        Keyed keyed = new Keyed(5);
        int found = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double[] p = new double[6];
            for (int i = 0; i < p.length; i++) {
                p[i] = keyed.uniform(1, trial, i);
            }
            found += Arrays.stream(Holm.adjusted(p)).anyMatch(each -> each < 0.05) ? 1 : 0;
        }
        // Four standard errors.
        assertThat(found / 4000.0).isBetween(0.035, 0.064);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> Holm.adjusted(0.1, 1.2)).hasMessageContaining("1.2");
        assertThatThrownBy(() -> Holm.adjusted(Double.NaN)).hasMessageContaining("NaN");
    }
}
