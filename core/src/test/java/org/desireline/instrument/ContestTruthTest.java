package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.desireline.instrument.contest.Contest;
import org.desireline.journal.Event;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Assembly;
import org.desireline.part.Choice;
import org.desireline.part.Organisation;
import org.desireline.part.Organisations;
import org.desireline.part.PlantedOrganisations;
import org.desireline.part.Workshops;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worth against what was planted, and against what is taken away. */
class ContestTruthTest {

    private static final int WEEKS = 26;
    /** One class apart, in log-odds: the weight of importance over its typical difference, times a third. */
    private static final double ALIGNED = 1.13;

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void whereTheOrderIsFollowedNoInversionIsClaimed(long seed) {
        Reading reading = reading("aligned", seed);
        List<Line> inversions = lines(reading, "/inversion");
        assertThat(inversions).hasSize(6).extracting(line -> line.estimate().strength())
                .containsOnly(Strength.CANNOT_TELL);
        for (Line line : lines(reading, "/worth")) {
            int apart = Plan.CLASSES.indexOf(below(line)) - Plan.CLASSES.indexOf(above(line));
            Estimate worth = line.estimate();
            assertThat(apart * ALIGNED).as(line.id())
                    .isBetween(1.5 * worth.low() - worth.value() / 2, 1.5 * worth.high() - worth.value() / 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void whereTheOrderIsReversedInversionsAreShown(long seed) {
        Reading reading = reading("inverted", seed);
        assertThat(lines(reading, "/inversion")).filteredOn(line -> line.estimate().strength() == Strength.SHOWS)
                .hasSizeGreaterThanOrEqualTo(4).allSatisfy(line ->
                        assertThat(line.estimate().low()).isGreaterThan(1));
        assertThat(lines(reading, "/power")).singleElement().satisfies(line ->
                assertThat(line.estimate().value()).isBetween(0.2, 1.2));
    }

    @ParameterizedTest
    @CsvSource({"hidden-block", "push", "late-labels"})
    void whereATrapIsMetNoInversionIsShown(String plan) {
        assertThat(lines(reading(plan, 3), "/inversion")).isNotEmpty().extracting(line -> line.estimate().strength())
                .doesNotContain(Strength.SHOWS);
    }

    /** Refused for lack of choices or people, worth stays refused whatever parts are taken away. */
    @Test
    void withFewerChoicesARefusalStaysOne() {
        SplittableRandom random = new SplittableRandom(17);
        int refused = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Assembly assembly = (seed % 3 == 0 ? Workshops.large(seed) : Organisations.random(seed)).assembly();
            List<Choice> parts = Fold.of(new Contest()).parts(assembly);
            if (isRefusedForQuantity(read(assembly, parts))) {
                refused++;
                for (int round = 0; round < 4; round++) {
                    double kept = random.nextDouble();
                    List<Choice> fewer = parts.stream().filter(part -> random.nextDouble() < kept).toList();
                    assertThat(claims(read(assembly, fewer))).as("seed %d, round %d", seed, round).isEmpty();
                }
            }
        }
        assertThat(refused).isGreaterThan(40);
    }

    /** The same where events go missing, which may bring choices about as well as end them. */
    @Test
    void withFewerEventsARefusalMakesNoClaim() {
        SplittableRandom random = new SplittableRandom(19);
        int refused = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Organisation whole = seed % 3 == 0 ? Workshops.random(seed) : Organisations.random(seed);
            if (!isRefusedForQuantity(Fold.of(new Contest()).unmerged(whole.assembly()))) {
                continue;
            }
            refused++;
            double kept = 0.5 + random.nextDouble() / 2;
            List<Event> fewer = new ArrayList<>(whole.events());
            fewer.removeIf(event -> random.nextDouble() > kept);
            Organisation less = new Organisation(whole.seed(), whole.stepMillis(), whole.charter(), whole.window(),
                    whole.asOfMillis(), fewer, whole.decree());
            assertThat(claims(Fold.of(new Contest()).unmerged(less.assembly()))).as("seed %d", seed).isEmpty();
        }
        assertThat(refused).isGreaterThan(40);
    }

    private static boolean isRefusedForQuantity(Reading reading) {
        return lines(reading, "/worth").isEmpty() && reading.flags().stream().anyMatch(flag ->
                flag.startsWith("worth: Not enough evidence: only")
                        || flag.startsWith("worth: Not enough evidence: fewer"));
    }

    private static List<Line> claims(Reading reading) {
        return reading.lines().stream().filter(line -> line.id().contains("/over/") && line.estimate() != null
                && (line.estimate().strength() == Strength.SHOWS || line.estimate().strength() == Strength.SUGGESTS))
                .toList();
    }

    private static Reading read(Assembly assembly, List<Choice> parts) {
        Contest contest = new Contest();
        Contest.Score score = contest.zero(assembly.frame());
        parts.forEach(part -> contest.add(score, part));
        return switch (contest.close(score, assembly.frame(), List.of())) {
            case Instrument.Next.Done<?> done -> done.reading();
            case Instrument.Next.Again<?> again -> throw new AssertionError("It goes round again: " + again);
        };
    }

    private static Reading reading(String plan, long seed) {
        return Fold.of(new Contest()).unmerged(
                PlantedOrganisations.of(Plan.of(plan), Tier.LOGGED, Flaws.NONE, seed, WEEKS).assembly());
    }

    private static List<Line> lines(Reading reading, String end) {
        return reading.lines().stream().filter(line -> line.id().endsWith(end)).toList();
    }

    private static String above(Line line) {
        return line.id().split("/", -1)[2];
    }

    private static String below(Line line) {
        return line.id().split("/", -1)[4];
    }
}
