package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.charter.Charter;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.instrument.ledger.Ledger;
import org.desireline.journal.Field;
import org.desireline.part.Account;
import org.desireline.part.Assembly;
import org.desireline.part.Choice;
import org.desireline.part.Chronicle;
import org.desireline.part.Organisation;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;

/**
 * Short lives with every hour worked out by hand. Calendar: Mon to Fri, 09 to 17, UTC. 1 June 2026 is a Monday.
 */
class LedgerStoriesTest {

    private static final long HOUR = 3_600_000L;

    private final Chronicle chronicle = new Chronicle();

    @Test
    void aWeekendIsNobodysDelay() {
        // Friday 15:00 to Monday 11:00 are 68 hours; the calendar is on from 15 to 17 on Friday and 9 to 11 on Monday.
        // Five times the same, so that the row rests on enough items and people to stand by itself.
        for (String owner : List.of("bob", "cal", "dee", "eve", "fay")) {
            String waits = "t:d:wait-" + owner;
            String other = "t:d:other-" + owner;
            chronicle.created(waits, at("2026-06-05T15:00"), "ada", Map.of(Field.PRIORITY, "Major"));
            chronicle.assigned(waits, at("2026-06-05T15:00"), "ada", owner);
            chronicle.created(other, at("2026-06-05T10:00"), "ada", Map.of(Field.PRIORITY, "Blocker"));
            chronicle.assigned(other, at("2026-06-05T10:00"), "ada", owner);
            chronicle.moved(other, at("2026-06-05T11:00"), owner, "In Progress");
            chronicle.moved(waits, at("2026-06-08T11:00"), "ada", "Done");
            chronicle.changed(waits, at("2026-06-08T11:00"), owner, Field.LABEL, "seen");
        }
        Assembly assembly = assembly("2026-06-15T00:00");
        assertThat(hours(assembly, "wait-bob")).isEqualTo(Map.of("owner on", 4.0, "owner off", 64.0));
        // The other: Friday 10 to the second Monday 00:00 are 230 h, of them 7 h on Friday and 40 h in the week.
        assertThat(hours(assembly, "other-bob")).isEqualTo(Map.of("owner on", 47.0, "owner off", 183.0));
        assertThat(lines(assembly)).containsEntry("ledger/priority/Major/all/owner/hours", 5 * 4.0)
                .containsEntry("ledger/priority/Major/all/offHours/hours", 5 * 64.0)
                .containsEntry("ledger/priority/Major/owner/hours", 5 * 4.0)
                .containsEntry("ledger/priority/Major/offHours/hours", 5 * 64.0)
                .containsEntry("ledger/priority/Major/owner/share", 1.0)
                .containsEntry("ledger/priority/Blocker/all/owner/hours", 5 * 47.0)
                .containsEntry("ledger/all/all/all/owner/hours", 5 * 51.0)
                .containsEntry("ledger/all/all/all/offHours/hours", 5 * 247.0);
    }

    @Test
    void timeWithoutAnOwnerIsNobodysUntilSomebodyTakesIt() {
        chronicle.created("t:d:a", at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.assigned("t:d:a", at("2026-06-02T12:00"), "ada", "bob");
        chronicle.moved("t:d:a", at("2026-06-03T10:00"), "ada", "Done");
        // Nobody: 8 h Monday, 3 h Tuesday of 27 h. Bob: 5 h Tuesday, 1 h Wednesday of 22 h.
        assertThat(hours(assembly("2026-06-15T00:00"), "a")).isEqualTo(
                Map.of("nobody on", 11.0, "nobody off", 16.0, "owner on", 6.0, "owner off", 16.0));
    }

    @Test
    void whatIsReopenedLeavesAGapAndBeginsASecondCycle() {
        chronicle.created("t:d:a", at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.assigned("t:d:a", at("2026-06-01T10:00"), "ada", "bob");
        chronicle.logged("t:d:a", at("2026-06-01T11:00"), "bob", 2 * HOUR);
        chronicle.moved("t:d:a", at("2026-06-01T14:00"), "bob", "Done");
        chronicle.moved("t:d:a", at("2026-06-02T09:00"), "ada", "Open");
        chronicle.logged("t:d:a", at("2026-06-02T12:00"), "bob", HOUR);
        chronicle.moved("t:d:a", at("2026-06-02T15:00"), "bob", "Done");
        Assembly assembly = assembly("2026-06-15T00:00");
        assertThat(hours(assembly, "a")).isEqualTo(Map.of("nobody on", 1.0, "owner on", 7.0,
                "worked on", 2.0, "closedGap on", 3.0, "closedGap off", 16.0, "rework on", 1.0));
        assertThat(trace(assembly, "a").stretches().stream().map(Stretch::cycle).distinct()).containsExactly(1, 2);
        // 09 to 15 on Tuesday lie in the second cycle.
        assertThat(lines(assembly)).containsEntry("ledger/all/all/all/laterCycles/hours", 6.0);
    }

    @Test
    void aRejectedReviewBeginsASecondCycleAndAnAcceptedOneDoesNot() {
        chronicle.created("t:d:no", at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.moved("t:d:no", at("2026-06-01T10:00"), "bob", "In Review");
        chronicle.moved("t:d:no", at("2026-06-01T12:00"), "eve", "In Progress");
        chronicle.moved("t:d:no", at("2026-06-01T13:00"), "bob", "In Review");
        chronicle.moved("t:d:no", at("2026-06-01T16:00"), "eve", "Done");
        chronicle.created("t:d:yes", at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.moved("t:d:yes", at("2026-06-01T10:00"), "bob", "In Review");
        chronicle.moved("t:d:yes", at("2026-06-01T12:00"), "eve", "Done");
        Assembly assembly = assembly("2026-06-15T00:00");
        // Eve's review was in work for the half hour before she accepted; what she rejected it by opened work.
        assertThat(hours(assembly, "no")).isEqualTo(Map.of("nobody on", 2.0, "reviewer on", 4.5,
                "rework on", 0.5));
        assertThat(trace(assembly, "no").stretches().stream().map(Stretch::cycle)).containsExactly(1, 1, 2, 2, 2);
        assertThat(trace(assembly, "yes").stretches().stream().map(Stretch::cycle)).containsExactly(1, 1);
        assertThat(lines(assembly)).containsEntry("ledger/all/all/all/laterCycles/hours", 4.0);
    }

    @Test
    void aLinkBlocksWhileTheOtherItemIsOpen() {
        chronicle.created("t:d:a", at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.assigned("t:d:a", at("2026-06-01T10:00"), "ada", "bob");
        chronicle.blockedBy("t:d:a", at("2026-06-01T11:00"), "bob", "t:d:b", true);
        chronicle.created("t:d:b", at("2026-06-01T12:00"), "ada", Map.of());
        chronicle.moved("t:d:b", at("2026-06-01T14:00"), "eve", "Done");
        chronicle.moved("t:d:b", at("2026-06-01T15:00"), "eve", "Open");
        chronicle.blockedBy("t:d:a", at("2026-06-01T16:00"), "bob", "t:d:b", false);
        chronicle.moved("t:d:a", at("2026-06-01T17:00"), "ada", "Done");
        // Blocked from 12, when the other is created, to 14; and from 15, when it is reopened, until the link goes.
        assertThat(hours(assembly("2026-06-15T00:00"), "a")).isEqualTo(
                Map.of("nobody on", 1.0, "owner on", 4.0, "otherItem on", 3.0));
    }

    @Test
    void twoThatBlockOneAnotherBothWait() {
        for (String item : List.of("a", "b")) {
            chronicle.created("t:d:" + item, at("2026-06-01T09:00"), "ada", Map.of());
            String other = item.equals("a") ? "t:d:b" : "t:d:a";
            chronicle.blockedBy("t:d:" + item, at("2026-06-01T10:00"), "ada", other, true);
        }
        chronicle.moved("t:d:a", at("2026-06-01T12:00"), "bob", "Done");
        chronicle.moved("t:d:b", at("2026-06-01T14:00"), "bob", "Done");
        Assembly assembly = assembly("2026-06-15T00:00");
        assertThat(hours(assembly, "a")).isEqualTo(Map.of("nobody on", 1.0, "otherItem on", 2.0));
        assertThat(hours(assembly, "b")).isEqualTo(Map.of("nobody on", 3.0, "otherItem on", 2.0));
    }

    @Test
    void anUnownedItemIsParkedAfterAHundredAndEightyDays() {
        // 4320 h after Thursday 1 January 00:00 it is Tuesday 30 June 00:00; as-of is Friday 3 July 00:00.
        chronicle.created("t:d:a", at("2026-01-01T00:00"), "ada", Map.of());
        chronicle.created("t:d:planned", at("2026-01-01T00:00"), "ada", Map.of(Field.SPRINT, "7"));
        chronicle.created("t:d:due", at("2026-01-01T00:00"), "ada", Map.of(Field.DUE, "2026-07-01"));
        chronicle.created("t:d:owned", at("2026-01-01T00:00"), "ada", Map.of());
        chronicle.assigned("t:d:owned", at("2026-01-01T00:00"), "ada", "bob");
        Assembly assembly = assembly("2026-07-03T00:00");
        // 180 days from a Thursday are 25 weeks and Thursday to Monday: 128 working days.
        assertThat(hours(assembly, "a")).isEqualTo(Map.of("nobody on", 8.0 * 128,
                "nobody off", 4320 - 8.0 * 128, "parked on", 24.0, "parked off", 48.0));
        // Due dates end with their day: parked from Thursday 2 July.
        assertThat(hours(assembly, "due")).containsEntry("parked on", 8.0).containsEntry("parked off", 16.0);
        assertThat(hours(assembly, "planned")).doesNotContainKey("parked on");
        assertThat(hours(assembly, "owned")).containsOnlyKeys("owner on", "owner off");
    }

    @Test
    void tidyingFiveItemsAtOnceTouchesNone() {
        for (int i = 1; i <= 9; i++) {
            chronicle.created("t:d:" + i, at("2026-01-01T00:00"), "ada", Map.of());
        }
        // Five by ada within a minute; four by bob.
        for (int i = 1; i <= 5; i++) {
            chronicle.changed("t:d:" + i, at("2026-03-02T10:00") + i * 15_000L, "ada", Field.LABEL, "tidy");
        }
        for (int i = 6; i <= 9; i++) {
            chronicle.changed("t:d:" + i, at("2026-03-02T10:00") + i * 15_000L, "bob", Field.LABEL, "tidy");
        }
        Assembly assembly = assembly("2026-07-03T00:00");
        for (int i = 1; i <= 9; i++) {
            Map<String, Double> hours = hours(assembly, Integer.toString(i));
            if (i <= 5) {
                assertThat(hours).containsEntry("parked on", 24.0);
            } else {
                assertThat(hours).doesNotContainKey("parked on");
            }
        }
        assertThat(assembly.frame().facts().bulkEdits()).isEqualTo(5);
    }

    @Test
    void whatIsGivenUpIsDroppedAndNotASkippedStart() {
        chronicle.created("t:d:given-up", at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.event("t:d:given-up", at("2026-06-01T12:00"), org.desireline.journal.Verb.statusChanged, "ada",
                Map.of(Field.STATUS, "Done", Field.RESOLUTION, "Won't Fix"));
        chronicle.created("t:d:finished", at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.event("t:d:finished", at("2026-06-01T12:00"), org.desireline.journal.Verb.statusChanged, "ada",
                Map.of(Field.STATUS, "Done", Field.RESOLUTION, "Fixed"));
        Assembly assembly = assembly("2026-06-15T00:00");
        assertThat(hours(assembly, "given-up")).isEqualTo(Map.of("nobody on", 3.0));
        assertThat(trace(assembly, "given-up").over()).isTrue();
        assertThat(choices(assembly)).containsOnlyKeys("finished");
        assertThat(choices(assembly).get("finished").outcome()).isEqualTo(Choice.Outcome.SKIPPED);
    }

    @Test
    void aStartWithinAQuarterOfAnHourAfterAnothersAssignmentIsPushed() {
        startAfter("pushed", "ada", 15);
        startAfter("late", "ada", 16);
        startAfter("own", "bob", 1);
        Map<String, Choice> choices = choices(assembly("2026-06-15T00:00"));
        assertThat(choices.values()).extracting(Choice::outcome).containsOnly(Choice.Outcome.STARTED);
        assertThat(choices.get("pushed").pushed()).isTrue();
        assertThat(choices.get("late").pushed()).isFalse();
        assertThat(choices.get("own").pushed()).isFalse();
        // All were assigned by 10:00; "pushed" was started before "late", and "own" before both.
        assertThat(choices.get("own").size()).isEqualTo(3);
        assertThat(choices.get("pushed").size()).isEqualTo(2);
        assertThat(choices.get("late").size()).isEqualTo(1);
    }

    private void startAfter(String item, String assigner, int minutes) {
        chronicle.created("t:d:" + item, at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.assigned("t:d:" + item, at("2026-06-01T10:00"), assigner, "bob");
        chronicle.moved("t:d:" + item, at("2026-06-01T10:00") + minutes * 60_000L, "bob", "In Progress");
    }

    private Assembly assembly(String asOf) {
        Charter charter = new Charter(
                WorkWeek.assumed(ZoneOffset.UTC),
                new StatusMap(Map.of("t/ONE", Map.of("Open", Phase.queued, "In Progress", Phase.working, "In Review",
                        Phase.review, "Done", Phase.done))),
                List.of("Blocker", "Major"), Set.of(), Set.of(), false);
        return new Organisation(0, 60_000, charter, Window.parse("52w", 0, at(asOf), ZoneOffset.UTC), at(asOf),
                chronicle.events()).assembly();
    }

    private static long at(String minute) {
        return Instant.parse(minute + ":00Z").toEpochMilli();
    }

    private static Trace trace(Assembly assembly, String key) {
        List<Trace> found = new ArrayList<>();
        assembly.traces(0, 1, trace -> {
            if (trace.key().equals(key)) {
                found.add(trace);
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Hours of an item by account, on and off calendar; accounts without any left out. */
    private static Map<String, Double> hours(Assembly assembly, String key) {
        Map<String, Double> hours = new TreeMap<>();
        for (Stretch stretch : trace(assembly, key).stretches()) {
            hours.merge(Account.of(stretch) + " on", stretch.onCalendarMillis() / 3.6e6, Double::sum);
            hours.merge(Account.of(stretch) + " off", stretch.offCalendarMillis() / 3.6e6, Double::sum);
        }
        hours.values().removeIf(value -> value == 0);
        return hours;
    }

    private static Map<String, Double> lines(Assembly assembly) {
        Map<String, Double> lines = new TreeMap<>();
        for (Line line : Fold.of(new Ledger()).unmerged(assembly).lines()) {
            if (line.estimate() != null) {
                lines.put(line.id(), line.estimate().value());
            }
        }
        return lines;
    }

    private static Map<String, Choice> choices(Assembly assembly) {
        Map<String, Choice> choices = new TreeMap<>();
        assembly.choices(0, 1, choice -> {
            if (choice.family() == Choice.Family.FIRST_START) {
                choices.put(choice.chosenKey(), choice);
            }
        });
        return choices;
    }
}
