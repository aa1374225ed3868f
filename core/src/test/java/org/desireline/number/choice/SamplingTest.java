package org.desireline.number.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.desireline.number.Keyed;
import org.junit.jupiter.api.Test;

/** Menus of sixty, ten of them looked at: what sampling does to coefficients of 0.8, −0.5 and 0.4. */
class SamplingTest {

    private static final double[] TRUE = {0.8, -0.5, 0.4};
    private static final int SITUATIONS = 4000;
    private static final int MENU = 60;
    private static final int SAMPLE = 10;
    private static final int STREAM = 9;
    /** Four standard errors of a coefficient of ten alternatives out of sixty. */
    private static final double NEAR = 0.09;

    private final Keyed keyed = new Keyed(20261127);
    private final ChoiceSet all = Choices.drawn(SITUATIONS, MENU, TRUE, 40, 0, 20261127);

    @Test
    void theWholeMenuGivesTheTruth() {
        assertNearTruth(all);
    }

    @Test
    void tenSampledEvenlyNeedNoCorrection() {
        assertNearTruth(sampled(false, false));
    }

    @Test
    void tenSampledByWhatTheyAreNeedTheOffset() {
        assertNearTruth(sampled(true, true));
    }

    @Test
    void tenSampledByWhatTheyAreWithoutTheOffsetLoseTheFirstCoefficient() {
        ConditionalLogit fit = ConditionalLogit.fit(sampled(true, false), Prior.none()).orElseThrow();
        assertThat(Math.abs(fit.beta()[0])).isLessThan(0.1);
    }

    private static void assertNearTruth(ChoiceSet set) {
        ConditionalLogit fit = ConditionalLogit.fit(set, Prior.none()).orElseThrow();
        for (int k = 0; k < TRUE.length; k++) {
            assertThat(Math.abs(fit.beta()[k] - TRUE[k])).as("%d: %f", k, fit.beta()[k]).isLessThan(NEAR);
        }
    }

    /**
     * The chosen and others, each taken in independently with a chance in proportion to {@code e^(0.8 x₀)}, or an equal
     * one.
     */
    private ChoiceSet sampled(boolean byAttribute, boolean offsets) {
        ChoiceSet.Builder builder = ChoiceSet.builder(TRUE.length);
        for (int n = 0; n < SITUATIONS; n++) {
            double total = 0;
            for (int row = all.first(n); row < all.first(n) + MENU; row++) {
                total += weight(row, byAttribute);
            }
            List<Integer> kept = new ArrayList<>();
            int chosen = 0;
            for (int row = all.first(n); row < all.first(n) + MENU; row++) {
                double q = Math.min(1, SAMPLE * weight(row, byAttribute) / total);
                if (row == all.chosenRow(n)) {
                    chosen = kept.size();
                } else if (keyed.uniform(STREAM, row, byAttribute ? 1 : 0) >= q) {
                    continue;
                }
                kept.add(row);
                double[] x = {all.x(row, 0), all.x(row, 1), all.x(row, 2)};
                builder.row(offsets ? -StrictMath.log(q) : 0, x);
            }
            builder.choose(chosen, all.cluster(n));
        }
        return builder.build();
    }

    private double weight(int row, boolean byAttribute) {
        return byAttribute ? StrictMath.exp(TRUE[0] * all.x(row, 0)) : 1;
    }
}
