package org.desireline.instrument.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Choice;
import org.junit.jupiter.api.Test;

/** Choices made up one by one, with what the model must say of them worked out by hand. */
class ChoiceStoriesTest {

    private static final int PEOPLE = 6;
    private static final int EACH = 40;
    private static final int BLOCKER = 0;
    private static final int CRITICAL = 1;
    private static final int MINOR = 3;

    private final Desk desk = new Desk();

    /** Everybody takes the Blocker three times in four, always out of one Blocker and one Minor. */
    private void threeInFour(Choice.Family family) {
        for (int i = 0; i < EACH; i++) {
            for (int person = 0; person < PEOPLE; person++) {
                Desk.Menu menu = new Desk.Menu().of(BLOCKER, MINOR);
                menu.family = family;
                menu.actor = person;
                menu.atMillis = (i * PEOPLE + person) * Desk.HOUR;
                menu.chosen = (i + person) % 4 == 0 ? 1 : 0;
                desk.add(menu);
            }
        }
    }

    @Test
    void threeInFourAreTheLogOddsOfThree() {
        threeInFour(Choice.Family.FIRST_START);
        Reading reading = desk.reading();
        assertThat(reading.refusal()).isNull();
        // Scores 1 and 0 lie half a score from their mean: the pooled deviation is √(2 · 0.25 / 1) = 0.7071, a step.
        // ln 3 is what two steps times √2 make: ln 3 · 0.7071 = 0.7768, less 0.0014 that the prior takes.
        Estimate effect = Desk.estimate(reading, "firstStart/priority/effect");
        assertThat(effect.value()).isCloseTo(StrictMath.log(3) * Math.sqrt(0.5), within(0.002));
        assertThat(effect.unit()).isEqualTo(Unit.LOG_ODDS);
        assertThat(effect.n()).isEqualTo(PEOPLE * EACH);
        assertThat(effect.actors()).isEqualTo(PEOPLE);
        assertThat(effect.strength()).isEqualTo(Strength.SHOWS);
        assertThat(Desk.estimate(reading, "firstStart/priority/shift").value()).isCloseTo(0.685, within(0.001));
        // 1 − H(3/4)/ln 2 = 1 − 0.5623/0.6931.
        assertThat(Desk.estimate(reading, "firstStart/fit/mcfadden").value()).isCloseTo(0.1887, within(0.0001));
        // The first rank and the third are two thirds of a score apart: 3^(2/3).
        assertThat(Desk.estimate(reading, "firstStart/availability").value()).isCloseTo(2.08, within(0.01));
        assertThat(Desk.estimate(reading, "firstStart/important/explains").value()).isCloseTo(1, within(1e-9));
        assertThat(Desk.estimate(reading, "firstStart/gain").value()).isCloseTo(0.1308, within(0.002));
        assertThat(Desk.estimate(reading, "firstStart/important/nats").value())
                .isCloseTo(Desk.estimate(reading, "firstStart/gain").value(), within(1e-12));
    }

    @Test
    void rulesOfThumbAreHeldAgainstTheLastQuarterOfTheTime() {
        threeInFour(Choice.Family.FIRST_START);
        Reading reading = desk.reading();
        // The last 60 choices of 240: three in four of them are Blockers, and nothing but the rank tells the two apart.
        assertThat(Desk.estimate(reading, "firstStart/fit/hit").value()).isEqualTo(0.75);
        assertThat(Desk.estimate(reading, "firstStart/fit/hit").n()).isEqualTo(60);
        assertThat(Desk.estimate(reading, "firstStart/fit/hitByOrder").value()).isEqualTo(0.75);
        assertThat(Desk.estimate(reading, "firstStart/fit/hitByAge").value()).isEqualTo(0.5);
        assertThat(Desk.estimate(reading, "firstStart/fit/hitBySize").value()).isEqualTo(0.5);
        assertThat(Desk.estimate(reading, "firstStart/fit/hitByChance").value()).isEqualTo(0.5);
        // 48 rows a tenth: the lower five hold the Minors, foretold 1/4 and chosen 1/4 of the time.
        assertThat(Desk.estimate(reading, "firstStart/calibration/01/foretold").value()).isCloseTo(0.25, within(0.01));
        assertThat(Desk.estimate(reading, "firstStart/calibration/10/foretold").value()).isCloseTo(0.75, within(0.01));
        assertThat(Desk.estimate(reading, "firstStart/calibration/10").n()).isEqualTo(48);
    }

    @Test
    void theMostSurprisingChoicesAreOpenedToTheirMenus() {
        threeInFour(Choice.Family.FIRST_START);
        List<Evidence> evidence = desk.reading().lines().stream()
                .filter(line -> line.id().equals("choice/firstStart/surprises")).findFirst().orElseThrow().evidence();
        assertThat(evidence).hasSize(10).allSatisfy(each -> {
            assertThat(each.because()).isEqualTo("taken up: Minor, 2 days old, 1.0 hours expected; the model gives it a"
                    + " chance of 25.0 %");
            assertThat(each.details()).containsExactly("1 Blocker, oldest 2 days, 1.0 hours to 1.0 hours expected",
                    "1 Minor, oldest 2 days, 1.0 hours to 1.0 hours expected");
        });
    }

    @Test
    void whatIsAlwaysEqualOnTheMenuCannotBeLearnt() {
        threeInFour(Choice.Family.FIRST_START);
        assertThat(desk.reading().flags()).anyMatch(flag -> flag.matches("firstStart: due,.* size,"
                + ".* cannot be learnt: always equal on the menu"));
        assertThat(Desk.ids(desk.reading())).noneMatch(id -> id.contains("/size/effect"));
    }

    @Test
    void turnsFromOneItemToAnotherAreDescribedAndNothingIsClaimedOfThem() {
        threeInFour(Choice.Family.SWITCH);
        Reading reading = desk.reading();
        assertThat(Desk.estimate(reading, "switch/priority/effect").strength()).isEqualTo(Strength.CANNOT_TELL);
        assertThat(Desk.estimate(reading, "switch/priority/effect").low()).isGreaterThan(0);
        assertThat(reading.refusal()).isNull();
        assertThat(reading.flags()).noneMatch(flag -> flag.startsWith("firstStart"));
    }

    /** A random organisation: ranks, sizes and ages, chosen by the weights given. */
    private void random(int choices, double important, double small, double old, boolean together) {
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < choices; n++) {
            int size = 2 + random.nextInt(4);
            int[] ranks = new int[size];
            double[] ease = new double[size];
            double[] age = new double[size];
            double[] due = new double[size];
            double[] worth = new double[size];
            for (int i = 0; i < size; i++) {
                ranks[i] = random.nextInt(4);
                ease[i] = random.nextDouble(3);
                age[i] = random.nextDouble(3);
                due[i] = together ? (3 - ranks[i]) / 3.0 : 0;
                worth[i] = important * (3 - ranks[i]) / 3.0 + small * ease[i] + old * age[i]
                        - StrictMath.log(-StrictMath.log(random.nextDouble()));
            }
            Desk.Menu menu = new Desk.Menu().of(ranks).knowing(Choice.Attribute.SIZE, ease)
                    .knowing(Choice.Attribute.AGE, age).knowing(Choice.Attribute.DUE, due);
            menu.actor = n % 8;
            menu.atMillis = n * Desk.HOUR;
            for (int i = 0; i < size; i++) {
                menu.chosen = worth[i] > worth[menu.chosen] ? i : menu.chosen;
            }
            desk.add(menu);
        }
    }

    @Test
    void easeThatDecidesIsShownToExplainMoreThanImportance() {
        random(600, 0.3, 1.2, 0, false);
        Reading reading = desk.reading();
        assertThat(Desk.estimate(reading, "firstStart/size/effect").strength()).isEqualTo(Strength.SHOWS);
        Estimate ahead = Desk.estimate(reading, "firstStart/fastOverImportant");
        assertThat(ahead.low()).isPositive();
        assertThat(ahead.strength()).isEqualTo(Strength.SHOWS);
        assertThat(Desk.estimate(reading, "firstStart/fast/explains").value()).isGreaterThan(0.8);
        // One class of four is a third of 0.3 in log-odds, an e-fold of size 1.2: e^(0.1/1.2) = 1.09 times as large.
        Estimate rate = Desk.estimate(reading, "firstStart/rate/priority/per/size");
        assertThat(rate.low()).isLessThan(1.09);
        assertThat(rate.high()).isGreaterThan(1.09);
    }

    @Test
    void aLikingForWhatIsNewIsSuggestedAndNeverShown() {
        random(600, 0.3, 0, -1.2, false);
        Estimate age = Desk.estimate(desk.reading(), "firstStart/age/effect");
        assertThat(age.high()).isNegative();
        assertThat(age.strength()).isEqualTo(Strength.SUGGESTS);
        assertThat(Desk.estimate(desk.reading(), "firstStart/urgent/explains").strength())
                .isEqualTo(Strength.SUGGESTS);
    }

    @Test
    void aRateWhoseDenominatorMayBeNothingIsRefused() {
        random(600, 1.5, 0, 0, false);
        assertThat(Desk.ids(desk.reading())).noneMatch(id -> id.contains("/rate/"));
        assertThat(desk.reading().flags()).contains("firstStart: what priority is worth in size has no bounds: size"
                + " itself may count for nothing");
    }

    @Test
    void whatAlwaysMovesTogetherIsNamedAndNotToldApart() {
        random(600, 1.5, 0.8, 0, true);
        Reading reading = desk.reading();
        assertThat(reading.flags()).contains("firstStart: priority and due always move together here, so they cannot be"
                + " told apart");
        assertThat(Desk.ids(reading)).contains("firstStart/priority+due/effect", "firstStart/important+urgent/explains")
                .noneMatch(id -> id.startsWith("firstStart/priority/") || id.startsWith("firstStart/important/")
                        || id.equals("firstStart/fastOverImportant") || id.equals("firstStart/availability"));
        assertThat(Desk.estimate(reading, "firstStart/priority+due/effect").strength()).isEqualTo(Strength.SHOWS);
    }

    @Test
    void whatWasHandedOutIsLeftOutAndNothingIsShown() {
        threeInFour(Choice.Family.FIRST_START);
        for (int n = 0; n < 60; n++) {
            Desk.Menu menu = new Desk.Menu().of(BLOCKER, CRITICAL);
            menu.actor = n % PEOPLE;
            menu.atMillis = n * Desk.HOUR + 1;
            menu.pushed = true;
            desk.add(menu);
        }
        Reading reading = desk.reading();
        assertThat(Trap.met(reading)).containsExactly(Trap.PUSH);
        assertThat(reading.partsUsed()).isEqualTo(240);
        assertThat(reading.dropped()).containsEntry("otherFamily", 60L);
        assertThat(reading.lines()).noneMatch(line -> line.estimate() != null
                && line.estimate().strength() == Strength.SHOWS);
    }

    @Test
    void aTakingOutOfThePoolIsNoFirstStart() {
        threeInFour(Choice.Family.FIRST_START);
        for (int n = 0; n < 40; n++) {
            Desk.Menu taken = new Desk.Menu().of(MINOR, CRITICAL);
            taken.family = Choice.Family.POOL;
            taken.actor = n % PEOPLE;
            taken.atMillis = n * Desk.HOUR;
            taken.item = 5000 + n;
            desk.add(taken);
            Desk.Menu begun = new Desk.Menu().of(MINOR, BLOCKER);
            begun.actor = n % PEOPLE;
            begun.atMillis = n * Desk.HOUR + Desk.HOUR / 60;
            begun.item = 5000 + n;
            begun.taken = true;
            desk.add(begun);
        }
        Reading reading = desk.reading();
        assertThat(reading.dropped()).containsEntry("fromPool", 40L);
        assertThat(Desk.estimate(reading, "firstStart/priority/effect").n()).isEqualTo(240);
        assertThat(reading.flags()).anyMatch(flag -> flag.startsWith("pool: Not enough evidence: only 40 of 40"));
    }

    @Test
    void teamsThatDifferInTheirMenusAreSetBesideTheWhole() {
        Desk two = new Desk("Alpha", "Beta");
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < 1200; n++) {
            Desk.Menu menu = new Desk.Menu();
            // Within each team the Blocker wins three times in four, but one team meets only small differences in size.
            menu.of(BLOCKER, MINOR).knowing(Choice.Attribute.SIZE, random.nextDouble(2), random.nextDouble(2));
            menu.team = n % 2;
            menu.actor = n % 12;
            menu.atMillis = n * Desk.HOUR;
            menu.chosen = random.nextInt(4) == 0 ? 1 : 0;
            two.add(menu);
        }
        Reading reading = two.reading();
        double whole = Desk.estimate(reading, "firstStart/priority/effect").value();
        for (String team : List.of("Alpha", "Beta")) {
            Estimate effect = Desk.estimate(reading, "firstStart/team/" + team + "/priority/effect");
            assertThat(effect.value()).isCloseTo(whole, within(0.2));
            assertThat(effect.n()).isEqualTo(600);
            assertThat(effect.actors()).isEqualTo(6);
            assertThat(effect.strength()).isEqualTo(Strength.CANNOT_TELL);
        }
        assertThat(reading.flags()).noneMatch(flag -> flag.contains("teams differ"));
    }
}
