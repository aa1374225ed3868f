package org.desireline.instrument.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.desireline.part.Choice;
import org.junit.jupiter.api.Test;

/** Long menus are used by a part of them, and the coefficients stay what they are. */
class SampleTest {

    private static final int LONG = 60;
    private static final int CHOICES = 1500;
    private static final double IMPORTANT = 2.4;
    private static final double SMALL = 0.6;

    @Test
    void aMenuOfThirtyIsUsedWhole() {
        boolean[] admitted = new boolean[30];
        Arrays.fill(admitted, true);
        assertThat(Sample.chances(new int[30], admitted)).containsOnly(1);
    }

    @Test
    void everyClassOfALongMenuKeepsItsPlace() {
        int[] classes = new int[200];
        boolean[] admitted = new boolean[200];
        Arrays.fill(admitted, 0, 160, true);
        Arrays.fill(classes, 2, 12, 1);
        Arrays.fill(classes, 12, 160, 3);
        double[] chances = Sample.chances(classes, admitted);
        // 160 lie there: two of the first class, ten of the second (three places), 148 of the fourth (20 · 148 / 160).
        assertThat(chances[0]).isEqualTo(1);
        assertThat(chances[5]).isCloseTo(0.3, within(1e-12));
        assertThat(chances[100]).isCloseTo(0.125, within(1e-12));
        // 40 more are barred; ten of those are kept for the settings that admit them.
        assertThat(chances[180]).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void theChosenIsAlwaysKeptAndTheRestByItemAndInstantAlone() {
        double[] chances = new double[100];
        Arrays.fill(chances, 0.2);
        int[] items = new int[100];
        Arrays.setAll(items, i -> 7 * i);
        byte[] one = Sample.draws(chances, items, 42, 1000);
        assertThat(one[42]).isEqualTo((byte) 3);
        assertThat(Sample.draws(chances, items, 43, 1000)[7]).isEqualTo(one[7]);
        assertThat(Sample.draws(chances, items, 42, 2000)).isNotEqualTo(one);
        int first = 0;
        int both = 0;
        for (int at = 0; at < 100; at++) {
            byte[] draws = Sample.draws(chances, items, 42, at);
            for (int i = 0; i < 42; i++) {
                first += draws[i] & 1;
                both += draws[i] == 3 ? 1 : 0;
            }
        }
        // 4,200 items: a fifth of them in either draw, a twenty-fifth in both; four standard deviations.
        assertThat(first).isBetween(736, 944);
        assertThat(both).isBetween(117, 219);
    }

    @Test
    void aPartOfALongMenuGivesTheCoefficientsOfTheWhole() {
        Desk desk = new Desk();
        SplittableRandom random = new SplittableRandom(11);
        for (int n = 0; n < CHOICES; n++) {
            int[] ranks = new int[LONG];
            double[] ease = new double[LONG];
            double best = Double.NEGATIVE_INFINITY;
            int chosen = 0;
            for (int i = 0; i < LONG; i++) {
                // Few are important, so that what is kept is drawn with very different chances.
                ranks[i] = Math.max(random.nextInt(4), random.nextInt(1, 4));
                ease[i] = random.nextDouble(3);
                double worth = IMPORTANT * (3 - ranks[i]) / 3.0 + SMALL * ease[i]
                        - StrictMath.log(-StrictMath.log(random.nextDouble()));
                chosen = worth > best ? i : chosen;
                best = Math.max(best, worth);
            }
            Desk.Menu menu = new Desk.Menu().of(ranks).knowing(Choice.Attribute.SIZE, ease);
            menu.actor = n % 10;
            menu.atMillis = n * Desk.HOUR;
            menu.chosen = chosen;
            desk.add(menu);
        }
        Question question = new Question(desk.tally(), desk.frame(), Choice.Family.FIRST_START);
        assertThat(question.main().rows()).isBetween(15 * CHOICES, 26 * CHOICES);
        for (Setting setting : List.of(Setting.RULES, Setting.OTHER_DRAW)) {
            Fit fit = Fit.of(Design.of(desk.tally().of(Choice.Family.FIRST_START).decisions(), setting),
                    question.columns());
            int priority = question.column(Trait.PRIORITY);
            int size = question.column(Trait.SIZE);
            assertThat(fit.beta(priority) / question.scales().step(Trait.PRIORITY)).isCloseTo(IMPORTANT, within(0.25));
            assertThat(fit.beta(size) / question.scales().step(Trait.SIZE)).isCloseTo(SMALL, within(0.1));
        }
        assertThat(Desk.ids(desk.reading())).noneMatch(id -> id.contains("/fit/hit"));
    }
}
