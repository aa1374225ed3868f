package org.desireline.instrument.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.instrument.Fold;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support.Basis;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Assembly;
import org.desireline.part.Chronicle;
import org.desireline.part.Organisation;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;

/**
 * Five people who each own an item of either priority and leave touches on them week after week, every share worked out
 * by hand. Calendar: Mon to Fri, 09 to 17, UTC. The first week of the window begins on Monday, 5 January 2026.
 */
class AttentionStoriesTest {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final List<String> PEOPLE = List.of("ada", "bob", "cal", "dee", "eve");

    private final Chronicle chronicle = new Chronicle();
    private int weeks;

    private Organisation organisation() {
        Charter charter = new Charter(WorkWeek.parse("Mon-Fri 09:00-17:00", ZoneOffset.UTC),
                new StatusMap(Map.of("t/ONE", Map.of("Open", Phase.queued, "In Progress", Phase.working, "In Review",
                        Phase.review, "Needs Decision", Phase.decision, "Done", Phase.done, "Dropped",
                        Phase.dropped))),
                List.of("Blocker", "Major", "Minor"), Set.of(), Set.of(), false);
        long asOf = START + weeks * WEEK;
        return new Organisation(0, HOUR, charter, Window.parse(weeks + "w", START - WEEK, asOf, ZoneOffset.UTC), asOf,
                chronicle.events());
    }

    private static Reading reading(Assembly assembly) {
        return Fold.of(new Attention()).unmerged(assembly);
    }

    private static Map<String, Line> lines(Reading reading) {
        Map<String, Line> lines = new TreeMap<>();
        reading.lines().forEach(line -> lines.put(line.id(), line));
        return lines;
    }

    private static Estimate estimate(Reading reading, String id) {
        Line line = lines(reading).get("attention/" + id);
        assertThat(line).as("%s among %s", id, lines(reading).keySet()).isNotNull();
        return line.estimate();
    }

    /** Everybody owns an item of a priority, made the week before the window. */
    private void own(List<String> people, String priority) {
        for (String who : people) {
            String item = "t:d:" + priority + "-" + who;
            chronicle.created(item, START - 3 * DAY, "boss", Map.of(Field.PRIORITY, priority));
            chronicle.assigned(item, START - 3 * DAY, "boss", who);
        }
    }

    /** In a week everybody remarks on their item so often, a minute apart. */
    private void touch(int week, List<String> people, String priority, int times) {
        for (String who : people) {
            for (int i = 0; i < times; i++) {
                chronicle.event("t:d:" + priority + "-" + who, START + week * WEEK + DAY + 10 * HOUR + i * 60_000L,
                        Verb.commented, who, Map.of());
            }
        }
        weeks = Math.max(weeks, week + 1);
    }

    /** In the first four weeks three touches of four go to what is urgent, in six weeks more one of three. */
    private void tenWeeks() {
        own(PEOPLE, "Blocker");
        own(PEOPLE, "Minor");
        for (int week = 0; week < 10; week++) {
            touch(week, PEOPLE, "Blocker", week < 4 ? 3 : 1);
            touch(week, PEOPLE, "Minor", week < 4 ? 1 : 2);
        }
    }

    @Test
    void everyWeekCountsOnceHoweverMuchHappenedInIt() {
        tenWeeks();
        Reading reading = reading(organisation().assembly());
        Estimate urgent = estimate(reading, "priority/Blocker/touches");
        // (4 · 3/4 + 6 · 1/3) / 10, though 90 touches of 170 are more than half.
        assertThat(urgent.value()).isEqualTo(0.5, within(1e-12));
        assertThat(urgent.n()).isEqualTo(90);
        assertThat(urgent.actors()).isEqualTo(5);
        assertThat(urgent.low()).isLessThan(1.0 / 3);
        assertThat(urgent.high()).isGreaterThan(0.75);
        assertThat(estimate(reading, "priority/Minor/touches").value()).isEqualTo(0.5, within(1e-12));
        assertThat(estimate(reading, "priority/Minor/touches").n()).isEqualTo(80);
        assertThat(estimate(reading, "priority/Blocker/over/Minor/weeks").value()).isEqualTo(0.4, within(1e-12));
        assertThat(estimate(reading, "priority/Blocker/over/Minor/weeks").n()).isEqualTo(10);
        assertThat(reading.flags()).anyMatch(flag -> flag.startsWith("recorded work covers"));
        assertThat(lines(reading)).doesNotContainKeys("attention/priority/Blocker/hours",
                "attention/priority/Blocker/intended", "attention/priority/Blocker/over/Minor/weeks/p",
                "attention/priority/Blocker/touches/calm");
        assertThat(lines(reading).get("attention/priority/Blocker/touches").support().largestShare()).isEqualTo(0.2);
        assertThat(lines(reading).get("attention/priority/Blocker/touches").support().basis())
                .isEqualTo(Basis.ACTIVITY);
    }

    @Test
    void sevenWeeksAreTooFewAndSoAreFourPeople() {
        own(PEOPLE, "Blocker");
        for (int week = 0; week < 7; week++) {
            touch(week, PEOPLE, "Blocker", 2);
        }
        weeks = 10;
        Reading few = reading(organisation().assembly());
        assertThat(few.lines()).isEmpty();
        assertThat(few.refusal().sentence()).isEqualTo("Not enough evidence: only 7 whole weeks of the window have"
                + " touches; needs 8 whole weeks in which 5 people leave traces on items, so a longer window or more of"
                + " what they do.");
        AttentionStoriesTest four = new AttentionStoriesTest();
        four.own(PEOPLE.subList(0, 4), "Blocker");
        for (int week = 0; week < 10; week++) {
            four.touch(week, PEOPLE.subList(0, 4), "Blocker", 2);
        }
        Reading alone = reading(four.organisation().assembly());
        assertThat(alone.lines()).isEmpty();
        assertThat(alone.refusal().reason()).isEqualTo(
                "fewer than 5 people left touches in whole weeks of the window");
    }

    private static Intent intent(List<Intent.Version> versions) {
        return new Intent(versions, List.of("Blocker", "Minor", "Incident"), List.of(), List.of(), List.of("outage"));
    }

    /** Thirty weeks in which attention goes up and down around three fifths. */
    private void thirtyWeeks() {
        own(PEOPLE, "Blocker");
        own(PEOPLE, "Minor");
        for (int week = 0; week < 30; week++) {
            touch(week, PEOPLE, "Blocker", 5 + (week * 7 % 5));
            touch(week, PEOPLE, "Minor", 3 + (week * 11 % 4));
        }
    }

    @Test
    void attentionIsShownToDepartFromAShareThatIsFarOff() {
        thirtyWeeks();
        Reading off = reading(Declared.assembly(organisation(), intent(List.of(Declared.version("one", START - WEEK,
                List.of(0, 1), Map.of(0, 0.3, 1, 0.4))))));
        Estimate against = estimate(off, "priority/Blocker/againstIntended");
        assertThat(against.value()).isEqualTo(estimate(off, "priority/Blocker/touches").value() - 0.3, within(1e-12));
        assertThat(against.strength()).isEqualTo(Strength.SHOWS);
        assertThat(estimate(off, "priority/Blocker/intended").value()).isEqualTo(0.3, within(1e-12));
        assertThat(estimate(off, "priority/Blocker/weeksAbove").value()).isEqualTo(1);
        assertThat(estimate(off, "priority/Blocker/weeksAbove").low()).as("seven blocks of weeks all alike")
                .isBetween(0.6, 0.7);
        double share = estimate(off, "priority/Blocker/touches").value();
        Reading right = reading(Declared.assembly(organisation(), intent(List.of(Declared.version("one", START - WEEK,
                List.of(0, 1), Map.of(0, share, 1, 1 - share))))));
        assertThat(estimate(right, "priority/Blocker/againstIntended").strength()).isEqualTo(Strength.CANNOT_TELL);
        assertThat(estimate(right, "priority/Minor/againstIntended").strength()).isEqualTo(Strength.CANNOT_TELL);
    }

    @Test
    void lessThanHalfAYearSuggestsAtMost() {
        own(PEOPLE, "Blocker");
        own(PEOPLE, "Minor");
        for (int week = 0; week < 25; week++) {
            touch(week, PEOPLE, "Blocker", 5 + (week * 7 % 5));
            touch(week, PEOPLE, "Minor", 3 + (week * 11 % 4));
        }
        Reading reading = reading(Declared.assembly(organisation(), intent(List.of(Declared.version("one", START - WEEK,
                List.of(0, 1), Map.of(0, 0.3))))));
        assertThat(estimate(reading, "priority/Blocker/againstIntended").strength()).isEqualTo(Strength.SUGGESTS);
    }

    @Test
    void weeksBeforeAShareWasIntendedAreNotHeldAgainstIt() {
        thirtyWeeks();
        Reading reading = reading(Declared.assembly(organisation(), intent(List.of(
                Declared.version("one", START - WEEK, List.of(0, 1), Map.of()),
                Declared.version("two", START + 12 * WEEK + DAY, List.of(0, 1), Map.of(0, 0.3)),
                Declared.version("three", START + 20 * WEEK, List.of(0, 1), Map.of(0, 0.5))))));
        assertThat(estimate(reading, "priority/Blocker/weeksAbove").n()).isEqualTo(17);
        assertThat(estimate(reading, "priority/Blocker/intended").value())
                .isEqualTo((7 * 0.3 + 10 * 0.5) / 17, within(1e-12));
    }

    /** Without incidents attention is as it was intended; only what has to be done about them makes it depart. */
    @Test
    void whatIncidentsAloneExplainIsNotShown() {
        thirtyWeeks();
        own(PEOPLE, "Incident");
        for (int week = 0; week < 30; week++) {
            touch(week, PEOPLE, "Incident", 4 + week % 3);
        }
        double share = estimate(reading(organisation().assembly()), "priority/Blocker/touches").value();
        Reading reading = reading(Declared.assembly(organisation(), intent(List.of(Declared.version("one", START - WEEK,
                List.of(2, 0, 1), Map.of(0, 0.62))))));
        assertThat(estimate(reading, "priority/Blocker/touches").value()).isEqualTo(share, within(1e-12));
        assertThat(estimate(reading, "priority/Blocker/touches/calm").value()).isBetween(0.58, 0.66);
        Estimate against = estimate(reading, "priority/Blocker/againstIntended");
        assertThat(against.high()).isLessThan(0);
        assertThat(against.strength()).isEqualTo(Strength.SUGGESTS);
        assertThat(against.sensitivityHigh()).isEqualTo(
                estimate(reading, "priority/Blocker/touches/calm").value() - 0.62, within(1e-12));
        assertThat(estimate(reading, "priority/Incident/touches/calm").value()).isZero();
    }

    /** What goes first changes halfway, and attention with it: no shift agrees as well. */
    @Test
    void attentionThatFollowsAChangedOrderIsTold() {
        own(PEOPLE, "Blocker");
        own(PEOPLE, "Minor");
        for (int week = 0; week < 44; week++) {
            touch(week, PEOPLE, "Blocker", week < 22 ? 3 : 1);
            touch(week, PEOPLE, "Minor", week < 22 ? 1 : 3);
        }
        Intent reordered = intent(List.of(Declared.version("one", START - WEEK, List.of(0, 1), Map.of()),
                Declared.version("two", START + 22 * WEEK, List.of(1, 0), Map.of())));
        Estimate p = estimate(reading(Declared.assembly(organisation(), reordered)),
                "priority/Blocker/over/Minor/weeks/p");
        assertThat(p.value()).isEqualTo(1.0 / 44, within(1e-12));
        assertThat(p.n()).isEqualTo(44);
        Intent pressed = intent(List.of(new Intent.Version("one", START - WEEK, false, List.of(0, 1),
                List.of(new Intent.Preference(1, 0, Intent.Condition.PRESSURE, 0)), List.of(),
                List.of(new Intent.Period(0, START + 22 * WEEK, START + 44 * WEEK)))));
        assertThat(estimate(reading(Declared.assembly(organisation(), pressed)), "priority/Blocker/over/Minor/weeks/p"))
                .isEqualTo(p);
        Intent steady = intent(List.of(Declared.version("one", START - WEEK, List.of(0, 1), Map.of())));
        assertThat(lines(reading(Declared.assembly(organisation(), steady))))
                .doesNotContainKey("attention/priority/Blocker/over/Minor/weeks/p");
    }

    @Test
    void aTeamsMembersAreToldTogetherAndASmallTeamHasItsLineToo() {
        List<String> six = List.of("fay", "gus", "hal", "ivy", "jon", "kim");
        tenWeeks();
        own(six, "Blocker");
        for (int week = 0; week < 10; week++) {
            touch(week, six, "Blocker", 1);
        }
        Intent intent = new Intent(List.of(new Intent.Version("one", START - WEEK, false, List.of(0, 1), List.of(),
                List.of(new Intent.Team(0, Set.copyOf(PEOPLE)), new Intent.Team(1, Set.of("fay", "gus"))), List.of())),
                List.of("Blocker", "Minor"), List.of("north", "south"), List.of(), List.of());
        Map<String, Line> lines = lines(reading(Declared.assembly(organisation(), intent)));
        Line north = lines.get("attention/team/north/priority/Blocker/touches");
        assertThat(north.estimate().value()).isEqualTo(0.5, within(1e-12));
        assertThat(north.estimate().n()).isEqualTo(90);
        Line south = lines.get("attention/team/south/priority/Blocker/touches");
        assertThat(south.support().actors()).isEqualTo(2);
        assertThat(lines.get("attention/team/none/priority/Blocker/touches").support().actors()).isEqualTo(4);
        assertThat(north.support().sums()).as("who is left out could be had by subtraction")
                .contains("attention/priority/Blocker/byTeam");
        assertThat(lines.get("attention/priority/Blocker/touches").support().sums())
                .contains("attention/priority/Blocker/byTeam");
    }

    @Test
    void whereNoReviewIsEverSeenNothingIsSaidOfReviews() {
        tenWeeks();
        for (String who : PEOPLE) {
            chronicle.moved("t:d:Minor-" + who, START + 3 * WEEK, "boss", "Done");
        }
        Reading reading = reading(organisation().assembly());
        assertThat(estimate(reading, "priority/Minor/finished").value()).isEqualTo(5);
        assertThat(lines(reading)).doesNotContainKeys("attention/priority/Minor/reviews",
                "attention/priority/Minor/approvals");
        assertThat(reading.flags()).contains("no item that was done is on record in review or before a decision:"
                + " absence of a record is not absence");
    }

    /** Twenty-one items come in on the same Monday; the k-th is done after k days, but for one that is dropped. */
    @Test
    void medianHoursAreThoseByWhichHalfWereDone() {
        tenWeeks();
        for (int k = 1; k <= 21; k++) {
            String item = "t:d:late-" + k;
            String owner = PEOPLE.get(k % 5);
            chronicle.created(item, START + 9 * HOUR, "boss", Map.of(Field.PRIORITY, "Major"));
            chronicle.assigned(item, START + 9 * HOUR, "boss", owner);
            if (k <= 10) {
                chronicle.moved(item, START + 10 * HOUR, "boss", "In Review");
                chronicle.moved(item, START + 11 * HOUR, "boss", "Open");
            }
            chronicle.moved(item, START + 12 * HOUR, "boss", "In Review");
            chronicle.moved(item, START + 13 * HOUR, "boss", k == 1 ? "Needs Decision" : "Open");
            chronicle.moved(item, START + 9 * HOUR + k * DAY, "boss", "Done");
        }
        chronicle.created("t:d:gone", START + 9 * HOUR, "boss", Map.of(Field.PRIORITY, "Major"));
        chronicle.moved("t:d:gone", START + 9 * HOUR + 15 * DAY, "boss", "Dropped");
        Reading reading = reading(organisation().assembly());
        // Of 22 at risk 11 are done by the eleventh day and 12 by the twelfth: the curve lies at a half in between.
        assertThat(estimate(reading, "priority/Major/leadHours").value()).isEqualTo(11.5 * 24, within(1e-9));
        // The eleventh day ends on Friday the 16th at 09:00, after nine working days of eight hours; the next after
        // ten.
        assertThat(estimate(reading, "priority/Major/waitHours").value()).isEqualTo(76, within(1e-9));
        assertThat(estimate(reading, "priority/Major/leadHours").n()).isEqualTo(22);
        assertThat(estimate(reading, "priority/Major/finished").value()).isEqualTo(21);
        assertThat(estimate(reading, "priority/Major/reviews").value()).isEqualTo(31 / 21.0, within(1e-12));
        assertThat(estimate(reading, "priority/Major/approvals").value()).isEqualTo(1 / 21.0, within(1e-12));
        assertThat(estimate(reading, "priority/Major/arrivals").value()).isEqualTo(1);
        assertThat(lines(reading).get("attention/priority/Major/leadHours").support().basis())
                .isEqualTo(Basis.STRUCTURE);
        assertThat(reading.flags()).anyMatch(flag -> flag.startsWith("of 4 medians"));
    }
}
