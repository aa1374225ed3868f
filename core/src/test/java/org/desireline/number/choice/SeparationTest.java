package org.desireline.number.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.desireline.number.Keyed;
import org.junit.jupiter.api.Test;

class SeparationTest {

    @Test
    void choicesThatOverlapAreNotSeparated() {
        Separation separation = Separation.of(Choices.drawn(400, 5, new double[] {0.8, -0.5, 0.4}, 10, 0, 4));
        assertThat(separation.separated()).isFalse();
        assertThat(separation.finite()).containsExactly(true, true, true);
        assertThat(separation.finite(1, -1, 0)).isTrue();
    }

    @Test
    void aClassThatIsNeverChosenIsSeparatedAndTheOthersAreNot() {
        // Classes 0 (base), 1 and 2; class 2 lies on many menus and is never taken.
        ChoiceSet.Builder builder = ChoiceSet.builder(2);
        for (int n = 0; n < 30; n++) {
            builder.row(0, 0).row(1, 0).row(0, 1).choose(n % 3 == 0 ? 0 : 1, n % 6);
        }
        Separation separation = Separation.of(builder.build());
        assertThat(separation.separated()).isTrue();
        assertThat(separation.finite()).containsExactly(true, false);
        assertThat(separation.finite(1, 0)).isTrue();
        assertThat(separation.finite(1, -1)).isFalse();
        assertThat(separation.directions()).hasSize(1);
        assertThat(separation.directions().getFirst()[1]).isEqualTo(-1);
    }

    @Test
    void twoClassesNeverChosenAgainstTheThirdStillCompareWithEachOther() {
        // The base is always passed over; classes 1 and 2 take turns.
        ChoiceSet.Builder builder = ChoiceSet.builder(2);
        for (int n = 0; n < 30; n++) {
            builder.row(0, 0).row(1, 0).row(0, 1).choose(n % 3 == 0 ? 1 : 2, n % 6);
        }
        Separation separation = Separation.of(builder.build());
        assertThat(separation.separated()).isTrue();
        assertThat(separation.finite()).containsExactly(false, false);
        assertThat(separation.finite(1, -1)).isTrue();
    }

    @Test
    void quasiSeparationIsSeparation() {
        // Along the attribute the chosen is never lower; once it is level.
        ChoiceSet.Builder builder = ChoiceSet.builder(1);
        builder.row(1).row(0).choose(0, 0).row(2).row(2).choose(1, 1).row(3).row(1).choose(0, 2);
        assertThat(Separation.of(builder.build()).separated()).isTrue();
    }

    @Test
    void aSlantedDirectionIsFoundInAHundredThousandDistinctDifferences() {
        Keyed keyed = new Keyed(17);
        double[] slant = {0.3, -1, 2, 0.7, -0.2, 1.1};
        for (boolean flawed : new boolean[] {false, true}) {
            ChoiceSet.Builder builder = ChoiceSet.builder(6);
            for (int n = 0; n < 25_000; n++) {
                double best = Double.NEGATIVE_INFINITY;
                int chosen = 0;
                for (int j = 0; j < 5; j++) {
                    double[] x = new double[6];
                    double along = 0;
                    for (int k = 0; k < 6; k++) {
                        x[k] = keyed.normal(1, n, j * 6L + k);
                        along += slant[k] * x[k];
                    }
                    builder.row(x);
                    chosen = along > best ? j : chosen;
                    best = Math.max(best, along);
                }
                builder.choose(flawed && n % 5000 == 7 ? (chosen + 1) % 5 : chosen, n);
            }
            Separation separation = Separation.of(builder.build());
            assertThat(separation.separated()).as("flawed %s", flawed).isEqualTo(!flawed);
            if (!flawed) {
                double[] found = separation.directions().getFirst();
                assertThat(found[0] / found[2]).isBetween(0.1, 0.2);
                assertThat(separation.finite()).containsOnly(false);
            }
        }
    }

    @Test
    void smallSetsAreJudgedAsEnumerationJudgesThem() {
        Keyed keyed = new Keyed(99);
        int separated = 0;
        for (int trial = 0; trial < 300; trial++) {
            ChoiceSet.Builder builder = ChoiceSet.builder(2);
            for (int n = 0; n < 5; n++) {
                for (int j = 0; j < 3; j++) {
                    builder.row((int) (3 * keyed.uniform(trial, n, 4L * j)), (int) (3 * keyed.uniform(trial, n,
                            4L * j + 1)));
                }
                builder.choose((int) (3 * keyed.uniform(trial, n, 99)), n);
            }
            ChoiceSet set = builder.build();
            boolean expected = separatedBySomeAngle(set);
            assertThat(Separation.of(set).separated()).as("trial %d", trial).isEqualTo(expected);
            separated += expected ? 1 : 0;
        }
        assertThat(separated).isBetween(20, 280);
    }

    /** In two dimensions: all directions between small whole numbers, which all edges of the cone lie along. */
    private static boolean separatedBySomeAngle(ChoiceSet set) {
        for (int a = -4; a <= 4; a++) {
            for (int b = -4; b <= 4; b++) {
                double least = 0;
                double most = 0;
                for (int n = 0; n < set.situations(); n++) {
                    for (int row = set.first(n); row < set.first(n) + set.size(n); row++) {
                        double[] apart = {set.x(set.chosenRow(n), 0) - set.x(row, 0),
                            set.x(set.chosenRow(n), 1) - set.x(row, 1)};
                        double product = a * apart[0] + b * apart[1];
                        least = Math.min(least, product);
                        most = Math.max(most, product);
                    }
                }
                if (least >= 0 && most > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void anAttributeThatNeverDiffersIsNotFinite() {
        ChoiceSet.Builder builder = ChoiceSet.builder(2);
        for (int n = 0; n < 10; n++) {
            builder.row(1, 5).row(0, 5).choose(n % 2, n);
        }
        Separation separation = Separation.of(builder.build());
        assertThat(separation.separated()).isFalse();
        assertThat(Arrays.toString(separation.finite())).isEqualTo("[true, false]");
    }
}
