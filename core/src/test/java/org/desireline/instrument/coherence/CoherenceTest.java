package org.desireline.instrument.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.charter.Capacity;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Instrument.Next;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.part.Assembly;
import org.desireline.part.Frame;
import org.desireline.part.Organisations;
import org.desireline.part.PlantedOrganisations;
import org.desireline.part.TwoTeams;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;

/** How busy teams are and whether they pull the same way, worked out by hand, and of planted organisations. */
class CoherenceTest {

    private static final int PLANTED_WEEKS = 26;
    private static final int WEEKS = 10;
    private static final String QUARRY = "Quarry";

    private static Reading reading(Assembly assembly) {
        return Fold.of(new Coherence()).unmerged(assembly);
    }

    private static Reading planted(String plan, long seed) {
        return reading(PlantedOrganisations.declared(Plan.of(plan), Tier.LOGGED, Flaws.NONE, seed, PLANTED_WEEKS)
                .assembly());
    }

    private static Estimate estimate(Reading reading, String id) {
        Line line = reading.lines().stream().filter(each -> each.id().equals("coherence/" + id)).findFirst()
                .orElse(null);
        assertThat(line).as("%s, %s", id, reading.refusal()).isNotNull();
        return line.estimate();
    }

    private static boolean isClaimed(Line line) {
        return line.estimate() != null && Set.of(Strength.SHOWS, Strength.SUGGESTS)
                .contains(line.estimate().strength());
    }

    /** Six ferrymen log a day a week each, six quarrymen two. */
    private static Assembly busy() {
        TwoTeams teams = new TwoTeams(WEEKS, false);
        for (int week = 0; week < WEEKS; week++) {
            for (int who = 0; who < TwoTeams.MEMBERS; who++) {
                teams.log(0, who, 0, week, 0, 9, 8);
                teams.log(0, who, 0, week, 1, 20, 3);
                teams.log(1, who, 1, week, 2, 9, 8);
                teams.log(1, who, 1, week, 3, 9, 8);
            }
        }
        return teams.assembly();
    }

    @Test
    void withoutADeclaredCapacityWorkIsHeldAgainstTheCalendarOfThoseAtWork() {
        Reading reading = reading(busy());
        Estimate ferry = estimate(reading, "team/ferry/activity");
        assertThat(ferry.value()).isCloseTo(0.2, within(1e-9));
        assertThat(ferry.sensitivityHigh()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(ferry.n()).isEqualTo(WEEKS);
        assertThat(ferry.grade()).isEqualTo(Grade.ASSUMED);
        assertThat(estimate(reading, "team/ferry/capacity").value()).isCloseTo(240, within(1e-9));
        assertThat(estimate(reading, "team/quarry/activity").value()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void aDeclaredCapacityIsWhatWorkIsHeldAgainst() {
        Assembly assembly = busy();
        Coherence coherence = new Coherence();
        Frame frame = declaring(assembly.frame(), Capacity.parse("4 x 30h"));
        Coherence.Count count = coherence.zero(frame);
        Fold.of(coherence).parts(assembly).forEach(part -> coherence.add(count, part));
        Next<Coherence.Count> next = coherence.close(count, frame, List.of());
        assertThat(next).isInstanceOfSatisfying(Next.Done.class, done -> {
            Estimate ferry = estimate(done.reading(), "team/ferry/activity");
            assertThat(ferry.value()).isCloseTo(48 / 120.0, within(1e-9));
            assertThat(ferry.sensitivityHigh()).isEqualTo(ferry.value());
            assertThat(ferry.grade()).isEqualTo(Grade.OBSERVED);
            assertThat(estimate(done.reading(), "team/ferry/capacity").value()).isCloseTo(120, within(1e-9));
        });
    }

    /** The same frame under a charter that says how much each team can do. */
    private static Frame declaring(Frame frame, Capacity capacity) {
        Charter charter = frame.charter();
        Intent intent = charter.intent();
        List<Intent.Version> versions = intent.versions().stream().map(version -> new Intent.Version(version.name(),
                version.fromMillis(), version.assumed(), version.order(), version.preferences(),
                version.teams().stream().map(team -> new Intent.Team(team.team(), team.members(), capacity)).toList(),
                version.periods())).toList();
        return new Frame(new Charter(charter.week(), charter.statuses(), charter.priorities(), charter.bots(),
                charter.containerTypes(), charter.assumed(), new Intent(versions, intent.priorities(), intent.teams(),
                intent.areas(), intent.pressures()), charter.timedScopes()), frame.window(), frame.asOfMillis(),
                frame.classes(), frame.facts());
    }

    /** A team of six, each of whom met a pair so often and won so many; blind draws win half. */
    private static Side side(int met, int... won) {
        TreeMap<Integer, Long> occasions = new TreeMap<>();
        TreeMap<Integer, Long> wins = new TreeMap<>();
        TreeMap<Integer, Double> blind = new TreeMap<>();
        for (int who = 0; who < won.length; who++) {
            occasions.put(who, (long) met);
            wins.put(who, (long) won[who]);
            blind.put(who, met / 2.0);
        }
        return new Side(0, occasions, wins, blind, met * won.length / 4.0);
    }

    @Test
    void aWinnerIsOneWhoseIntervalExcludesAHalf() {
        assertThat(side(5, 4, 5, 4, 5, 4, 5).winner()).isEqualTo(1);
        assertThat(side(5, 1, 0, 1, 0, 1, 0).winner()).isEqualTo(-1);
        assertThat(side(5, 3, 2, 3, 2, 3, 3).winner()).isZero();
        assertThat(side(5, 4, 5, 4, 5, 4, 5).pFirstWins()).isLessThan(0.01);
        assertThat(side(5, 4, 5, 4, 5, 4, 5).pSecondWins()).isGreaterThan(0.9);
    }

    @Test
    void aTeamWhosePeopleDisagreeDecidesNothing() {
        assertThat(side(5, 5, 5, 5, 5, 0, 0).winner()).isZero();
    }

    @Test
    void fewOccasionsOrPeopleDecideNothing() {
        assertThat(side(1, 1, 1, 1, 1, 1, 1).isSound()).isFalse();
        assertThat(side(5, 5, 5, 5, 5).isSound()).isFalse();
        assertThat(side(2, 2, 2, 2, 2, 2).winner()).isEqualTo(1);
    }

    @Test
    void whatWinsNoMoreOftenThanByBlindDrawsIsNoWinner() {
        Side often = side(5, 4, 5, 4, 5, 4, 5);
        TreeMap<Integer, Double> blind = new TreeMap<>();
        often.met().keySet().forEach(who -> blind.put(who, 4.5));
        assertThat(new Side(0, often.met(), often.won(), blind, 2.7).winner()).isZero();
    }

    @Test
    void teamsThatFollowOneOrderAreNotSaidToPullApart() {
        for (long seed = 1; seed <= 2; seed++) {
            Reading reading = planted("aligned", seed);
            assertThat(reading.lines()).as("seed %d", seed).noneMatch(CoherenceTest::isClaimed);
            assertThat(estimate(reading, "all/all/opposite").value()).isZero();
            assertThat(estimate(reading, "all/all/same").value()).isPositive();
        }
    }

    @Test
    void aTeamOfTheOppositeTasteIsFoundAndNoOther() {
        Reading reading = planted("opposed", 1);
        assertThat(estimate(reading, "all/all/opposite").strength()).isEqualTo(Strength.SHOWS);
        List<String> names = new ArrayList<>();
        reading.lines().stream().filter(line -> line.label().equals("opposite") && line.estimate() != null
                && line.estimate().value() > 0 && line.about().kind().equals("teams"))
                .forEach(line -> names.add(line.about().id()));
        assertThat(names).hasSize(3).allMatch(name -> name.contains(QUARRY));
        Line apart = reading.lines().stream().filter(line -> line.label().equals("apart: Blocker over Minor"))
                .findFirst().orElseThrow();
        assertThat(apart.estimate().strength()).isEqualTo(Strength.SHOWS);
        assertThat(apart.estimate().value()).isGreaterThan(0.5);
        assertThat(apart.support().actors()).isGreaterThanOrEqualTo(Side.FEWEST_PEOPLE);
    }

    @Test
    void whatIsOppositeTheSameAndUndecidedIsAllThatCanBeCompared() {
        Reading reading = planted("displaced", 1);
        Set<String> rows = new HashSet<>();
        reading.lines().stream().filter(line -> line.label().equals("opposite"))
                .forEach(line -> rows.add(line.id().substring("coherence/".length(), line.id().lastIndexOf('/') + 1)));
        assertThat(rows).hasSizeGreaterThan(1).allSatisfy(row -> assertThat(estimate(reading, row + "opposite").value()
                + estimate(reading, row + "same").value() + estimate(reading, row + "undecided").value())
                .isCloseTo(1, within(1e-9)));
    }

    @Test
    void withoutMembersOfTeamsNothingIsSaid() {
        for (long seed = 1; seed <= 10; seed++) {
            Reading reading = reading(Organisations.random(seed).assembly());
            if (reading.refusal() != null) {
                assertThat(reading.refusal().sentence()).startsWith("Not enough evidence: ");
                assertThat(reading.lines()).isEmpty();
            }
        }
    }
}
