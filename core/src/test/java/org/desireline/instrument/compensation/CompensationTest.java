package org.desireline.instrument.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support.Basis;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Strength;
import org.desireline.part.Assembly;
import org.desireline.part.Organisations;
import org.desireline.part.PlantedOrganisations;
import org.desireline.part.TwoTeams;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;

/** Work outside the calendar and for areas that are another's, worked out by hand, and of planted organisations. */
class CompensationTest {

    private static final int PLANTED_WEEKS = 26;
    private static final int WEEKS = 10;
    private static final int QUARRY = 2;

    private static Reading reading(Assembly assembly) {
        return Fold.of(new Compensation()).unmerged(assembly);
    }

    private static Estimate estimate(Reading reading, String id) {
        Map<String, Line> lines = new TreeMap<>();
        reading.lines().forEach(line -> lines.put(line.id(), line));
        Line line = lines.get("compensation/" + id);
        assertThat(line).as("%s among %s, %s", id, lines.keySet(), reading.refusal()).isNotNull();
        return line.estimate();
    }

    /** Each of the six ferrymen works on Monday, and for an hour on Tuesday night; each quarryman helps out. */
    private static TwoTeams usual() {
        TwoTeams teams = new TwoTeams(WEEKS, false);
        for (int week = 0; week < WEEKS; week++) {
            for (int who = 0; who < TwoTeams.MEMBERS; who++) {
                teams.log(0, who, 0, week, 0, 9, 8);
                teams.log(0, who, 0, week, 1, 20, 1);
                teams.log(1, who, 0, week, 2, 10, 4);
            }
        }
        return teams;
    }

    @Test
    void anHourAtNightIsANinthOfTheWork() {
        Reading reading = reading(usual().assembly());
        assertThat(estimate(reading, "team/ferry/outside").value()).isCloseTo(6, within(1e-9));
        Estimate share = estimate(reading, "team/ferry/outsideShare");
        assertThat(share.value()).isCloseTo(1 / 9.0, within(1e-9));
        assertThat(share.sensitivityLow()).isCloseTo(1 / 9.0, within(1e-9));
        assertThat(share.grade()).isEqualTo(Grade.OBSERVED);
        assertThat(share.strength()).isEqualTo(Strength.SHOWS);
        assertThat(estimate(reading, "team/ferry/outsideCarriers")).satisfies(band -> {
            assertThat(band.low()).isEqualTo(2);
            assertThat(band.high()).isEqualTo(4);
        });
        assertThat(estimate(reading, "team/quarry/outsideShare").value()).isZero();
        assertThat(estimate(reading, "all/all/outsideShare").value()).isCloseTo(1 / 13.0, within(1e-9));
    }

    @Test
    void anHourByOthersIsAThirdOfWhatWasDoneInTheArea() {
        Reading reading = reading(usual().assembly());
        Estimate share = estimate(reading, "area/harbour/byOthersShare");
        assertThat(share.value()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(share.strength()).as("six helpers of twelve people might have been fewer")
                .isEqualTo(Strength.CANNOT_TELL);
        assertThat(estimate(reading, "area/harbour/byOthers").value()).isCloseTo(24, within(1e-9));
    }

    @Test
    void anAreaThatOthersCarryIsSaidToBeCarriedByOthers() {
        TwoTeams teams = usual();
        for (int week = 0; week < WEEKS; week++) {
            for (int who = 0; who < TwoTeams.MEMBERS; who++) {
                teams.log(1, who, 0, week, 3, 9, 8);
                teams.log(1, who, 0, week, 4, 9, 4);
            }
        }
        Estimate share = estimate(reading(teams.assembly()), "area/harbour/byOthersShare");
        assertThat(share.value()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(share.strength()).isEqualTo(Strength.SHOWS);
    }

    @Test
    void whatOthersDoWhileNobodyOfTheOwnersIsAtWorkCountsForNothing() {
        TwoTeams teams = usual();
        for (int who = 0; who < TwoTeams.MEMBERS; who++) {
            teams.log(1, who, 0, WEEKS, 2, 10, 4);
        }
        Reading reading = reading(teams.assembly(WEEKS + 1));
        assertThat(estimate(reading, "area/harbour/byOthersShare").value()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(reading.dropped()).containsEntry("ownersAway", (long) TwoTeams.MEMBERS);
    }

    @Test
    void onePersonsNightsAreJudgedByWhoWorkedAtNight() {
        TwoTeams teams = new TwoTeams(WEEKS, false);
        for (int week = 0; week < WEEKS; week++) {
            for (int who = 0; who < TwoTeams.MEMBERS; who++) {
                teams.log(0, who, 0, week, 0, 9, 8);
                teams.log(1, who, 1, week, 2, 9, 8);
            }
            teams.log(0, 0, 0, week, 1, 20, 3);
        }
        Reading reading = reading(teams.assembly());
        assertThat(reading.lines().stream().filter(line -> line.id().startsWith("compensation/team/ferry/outside")
                && !line.label().endsWith("Carriers"))).hasSize(2).allSatisfy(line -> {
                    assertThat(line.support().basis()).isEqualTo(Basis.ACTIVITY);
                    assertThat(line.support().actors()).isEqualTo(1);
                    assertThat(line.support().largestShare()).isEqualTo(1);
                    assertThat(line.evidence()).isEmpty();
                });
        assertThat(estimate(reading, "team/ferry/outsideCarriers").high()).isEqualTo(1);
    }

    @Test
    void logsFromMidnightOnTellNoHour() {
        TwoTeams teams = new TwoTeams(WEEKS, false);
        for (int week = 0; week < WEEKS; week++) {
            for (int who = 0; who < TwoTeams.MEMBERS; who++) {
                teams.log(0, who, 0, week, 0, 9, 8);
                teams.log(0, who, 0, week, 1, 0, 12);
            }
        }
        Reading reading = reading(teams.assembly());
        assertThat(reading.flags()).anySatisfy(flag -> assertThat(flag)
                .startsWith("work outside the calendar is not told: of the recorded hours only 40 % are dated"));
        assertThat(reading.lines()).noneMatch(line -> line.label().startsWith("outside"));
        assertThat(estimate(reading, "area/harbour/byOthersShare").value()).isZero();
    }

    @Test
    void aCalendarThatIsOnlyGuessedIsSaidToBe() {
        TwoTeams teams = new TwoTeams(WEEKS, true);
        for (int week = 0; week < WEEKS; week++) {
            for (int who = 0; who < TwoTeams.MEMBERS; who++) {
                teams.log(0, who, 0, week, 0, 9, 8);
                teams.log(0, who, 0, week, 1, 17, 6);
            }
        }
        Estimate share = estimate(reading(teams.assembly()), "team/ferry/outsideShare");
        assertThat(share.grade()).isEqualTo(Grade.ASSUMED);
        assertThat(share.strength()).isEqualTo(Strength.SUGGESTS);
    }

    @Test
    void aGuessedCalendarThatMostWorkLiesOutsideIsNobodys() {
        TwoTeams teams = new TwoTeams(WEEKS, true);
        for (int week = 0; week < WEEKS; week++) {
            for (int who = 0; who < TwoTeams.MEMBERS; who++) {
                teams.log(0, who, 0, week, 0, 9, 8);
                teams.log(0, who, 0, week, 1, 17, 10);
            }
        }
        Reading reading = reading(teams.assembly());
        assertThat(reading.flags()).anySatisfy(flag -> assertThat(flag).contains("which is only guessed"));
        assertThat(reading.lines()).noneMatch(line -> line.label().startsWith("outside"));
    }

    @Test
    void eveningsThatWerePlantedAreFoundAndAnotherZoneIsNone() {
        Plan plan = Plan.of("evenings");
        Assembly assembly = PlantedOrganisations.declared(plan, Tier.LOGGED, Flaws.NONE, 1, PLANTED_WEEKS).assembly();
        Reading reading = reading(assembly);
        double truth = Planted.live(plan, 1, PLANTED_WEEKS).truth(assembly.frame().window().span())
                .outsideShare(QUARRY);
        Estimate quarry = estimate(reading, "team/Quarry/outsideShare");
        assertThat(truth).isBetween(quarry.low(), quarry.high());
        assertThat(quarry.sensitivityLow()).isGreaterThan(0.8 * quarry.value());
        assertThat(quarry.strength()).isEqualTo(Strength.SUGGESTS);
        for (String london : List.of("Orchard", "Tannery")) {
            Estimate share = estimate(reading, "team/" + london + "/outsideShare");
            assertThat(share.value()).as(london).isGreaterThan(Outside.REFERENCE);
            assertThat(share.sensitivityLow()).as(london).isLessThan(0.01);
            assertThat(share.strength()).as(london).isEqualTo(Strength.CANNOT_TELL);
        }
        assertThat(reading.flags()).anySatisfy(flag -> assertThat(flag).startsWith("of Orchard, Tannery more than"));
        assertThat(reading.lines()).noneMatch(line -> line.label().startsWith("byOthers") && line.estimate() != null
                && line.estimate().strength() != Strength.EXACT
                && line.estimate().strength() != Strength.CANNOT_TELL);
    }

    @Test
    void whereLittleIsRecordedNothingIsSaid() {
        for (long seed = 1; seed <= 10; seed++) {
            Reading reading = reading(Organisations.random(seed).assembly());
            if (reading.refusal() != null) {
                assertThat(reading.refusal().sentence()).startsWith("Not enough evidence: ");
                assertThat(reading.lines()).isEmpty();
            }
        }
    }
}
