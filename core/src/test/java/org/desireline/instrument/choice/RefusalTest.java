package org.desireline.instrument.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.journal.Event;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Choice;
import org.desireline.part.Organisation;
import org.desireline.part.PlantedOrganisations;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the question from being answered is said, and less data never answers it. */
class RefusalTest {

    private static final int BLOCKER = 0;
    private static final int MINOR = 3;
    private static final double[] KEPT = {0.95, 0.8, 0.6, 0.4};

    private final Desk desk = new Desk();

    private void choices(int count, int people, Choice.Outcome outcome) {
        for (int n = 0; n < count; n++) {
            Desk.Menu menu = outcome == Choice.Outcome.STARTED ? new Desk.Menu().of(BLOCKER, MINOR) : new Desk.Menu();
            menu.outcome = outcome;
            menu.actor = n % people;
            menu.atMillis = n * Desk.HOUR;
            menu.chosen = n % 3 == 0 ? 1 : 0;
            menu.item = outcome == Choice.Outcome.STARTED ? -1 : 9000 + n;
            desk.add(menu);
        }
    }

    private String refusal() {
        Reading.Refusal refusal = desk.reading().refusal();
        return refusal == null ? "none" : refusal.sentence();
    }

    @Test
    void nothingStartedIsNothingChosen() {
        assertThat(refusal()).isEqualTo("Not enough evidence: no such choice is recorded in the window; needs 210"
                + " choices between two items or more by 5 people, with the moves that mark a start, the owner at that"
                + " time, and what was known of each item before.");
    }

    @Test
    void fourPeopleAreTooFewAndNotEvenCounted() {
        choices(400, 4, Choice.Outcome.STARTED);
        assertThat(refusal()).startsWith("Not enough evidence: fewer than 5 people chose between two items or more;");
        assertThat(desk.reading().dropped()).isEmpty();
        assertThat(desk.reading().flags()).isEmpty();
        assertThat(desk.reading().partsUsed()).isZero();
    }

    @Test
    void thirtyChoicesAreAskedForEachAttribute() {
        choices(209, 6, Choice.Outcome.STARTED);
        assertThat(refusal()).startsWith("Not enough evidence: only 209 of 209 choices in the window were between two"
                + " items or more, and 210 are asked for;");
        choices(1, 6, Choice.Outcome.STARTED);
        assertThat(refusal()).isEqualTo("none");
    }

    @Test
    void onePersonsChoicesAreNotTheOrganisations() {
        choices(105, 6, Choice.Outcome.STARTED);
        choices(210, 1, Choice.Outcome.STARTED);
        assertThat(refusal()).startsWith("Not enough evidence: one person made more than half of the choices;");
    }

    @Test
    void fewWhoChooseMostCountAsFewerThanTheyAre() {
        choices(210, 2, Choice.Outcome.STARTED);
        choices(24, 6, Choice.Outcome.STARTED);
        assertThat(refusal()).startsWith("Not enough evidence: so few people made most of the choices that they count"
                + " as fewer than four;");
    }

    @Test
    void menusThatMissWhatIsStartedAreWrong() {
        choices(270, 6, Choice.Outcome.STARTED);
        choices(31, 6, Choice.Outcome.MISS);
        assertThat(refusal()).startsWith("Not enough evidence: 31 of 301 starts were not on the menu they should have"
                + " been on;");
    }

    @Test
    void whatBecameOfEveryPartIsCounted() {
        choices(240, 6, Choice.Outcome.STARTED);
        choices(3, 6, Choice.Outcome.MISS);
        choices(2, 6, Choice.Outcome.SKIPPED);
        Desk.Menu alone = new Desk.Menu().of(BLOCKER);
        desk.add(alone);
        desk.add(new Desk.Menu().of(Desk.NONE, MINOR));
        Desk.Menu before = new Desk.Menu().of(BLOCKER, MINOR);
        before.inWindow = false;
        desk.add(before);
        Desk.Menu holds = new Desk.Menu().of(BLOCKER, MINOR);
        holds.held[0] = Choice.CONTAINER;
        desk.add(holds);
        Desk.Menu blocked = new Desk.Menu().of(BLOCKER, MINOR);
        blocked.held[0] = Choice.BLOCKED;
        desk.add(blocked);
        Desk.Menu overlap = new Desk.Menu();
        overlap.family = Choice.Family.SWITCH;
        overlap.outcome = Choice.Outcome.OVERLAP;
        desk.add(overlap);
        Reading reading = desk.reading();
        assertThat(reading.partsSeen()).isEqualTo(251);
        assertThat(reading.partsUsed()).isEqualTo(240);
        assertThat(reading.dropped()).isEqualTo(Map.of("menuMiss", 4L, "skippedStart", 2L, "oneItemMenu", 1L,
                "unranked", 1L, "outsideWindow", 1L, "container", 1L));
    }

    /** A family that is refused for want of choices or people is refused, or claims nothing, with any less data. */
    @ParameterizedTest
    @CsvSource({"fast-seeking, 9", "aligned, 5", "inverted, 3", "pooled, 8"})
    void removingDataNeverTurnsARefusalIntoAClaim(String plan, int weeks) {
        Organisation whole = PlantedOrganisations.of(Plan.of(plan), Tier.LOGGED, Flaws.NONE, 2, weeks);
        Set<String> answered = answered(Fold.of(new ChoiceModel()).unmerged(whole.assembly()));
        assertThat(answered).as("families answered with all of the data").doesNotContain("firstStart");
        SplittableRandom random = new SplittableRandom(weeks);
        for (double kept : KEPT) {
            List<Event> left = new ArrayList<>();
            whole.events().stream().filter(event -> random.nextDouble() < kept).forEach(left::add);
            Reading reading = Fold.of(new ChoiceModel()).unmerged(new Organisation(whole.seed(), whole.stepMillis(),
                    whole.charter(), whole.window(), whole.asOfMillis(), left).assembly());
            assertThat(answered).as("families that claim something with %.0f %% of the data", 100 * kept)
                    .containsAll(claiming(reading));
        }
    }

    private static Set<String> answered(Reading reading) {
        Set<String> families = new TreeSet<>();
        reading.lines().forEach(line -> families.add(line.id().split("/", -1)[1]));
        return families;
    }

    private static Set<String> claiming(Reading reading) {
        Set<String> families = new TreeSet<>();
        for (Line line : reading.lines()) {
            Estimate estimate = line.estimate();
            if (estimate != null && (estimate.strength() == Strength.SHOWS
                    || estimate.strength() == Strength.SUGGESTS)) {
                families.add(line.id().split("/", -1)[1]);
            }
        }
        return families;
    }
}
