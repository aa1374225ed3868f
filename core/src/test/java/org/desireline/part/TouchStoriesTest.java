package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.instrument.Comparison;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.part.Decree.Act;
import org.desireline.part.Decree.Group;
import org.desireline.part.Decree.Mark;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * When people were at work, told from what they left behind, with every minute worked out by hand. Calendar: Mon to
 * Fri, 09 to 17, UTC. 1 June 2026 is a Monday. Sessions: a gap of two hours, a lead-in of half an hour. Each story is
 * also held against the oracles.
 */
class TouchStoriesTest {

    private static final long HOUR = 3_600_000L;

    private final Chronicle chronicle = new Chronicle();
    private final List<Act> acts = new ArrayList<>();
    private Set<String> timed = Set.of();
    private Organisation organisation;
    private Assembly assembly;

    @AfterEach
    void theOraclesAgree() {
        assertThat(Comparison.of(organisation).differences()).isEmpty();
    }

    @Test
    void aSignOwnsTheTimeBackToTheOneBeforeAndTheFirstALeadIn() {
        item("a", "bob");
        item("b", "bob");
        comment("a", "2026-06-02T10:00", "bob");
        comment("b", "2026-06-02T11:30", "bob");
        comment("a", "2026-06-02T12:00", "bob");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 09:30-10:00", "Tue 11:30-12:00");
        assertThat(worked("b")).containsExactly("Tue 10:00-11:30");
        assertThat(work().signs()).isEqualTo(3);
        assertThat(work().of(Tier.SESSION)).isEqualTo(new Frame.TierWork(5 * HOUR / 2, 5 * HOUR / 2, 1, 1));
        assertThat(work().sessions()).isEqualTo(Sessions.USUAL);
    }

    @Test
    void twoHoursApartAreTwoSessions() {
        item("a", "bob");
        comment("a", "2026-06-02T10:00", "bob");
        comment("a", "2026-06-02T11:59", "bob");
        comment("a", "2026-06-02T13:59", "bob");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 09:30-11:59", "Tue 13:29-13:59");
    }

    @Test
    void whatOpensWorkOwnsNothingBehindItButIsASign() {
        item("a", "bob");
        item("b", "bob");
        comment("b", "2026-06-02T10:00", "bob");
        chronicle.moved("t:d:a", at("2026-06-02T11:00"), "bob", "In Progress");
        comment("a", "2026-06-02T12:00", "bob");
        chronicle.assigned("t:d:b", at("2026-06-02T15:00"), "bob", "bob");
        organise("2026-06-08T00:00");
        // From 10 to 11 nobody knows; the assignment at 15 begins a session, and nothing comes of it.
        assertThat(worked("a")).containsExactly("Tue 11:00-12:00");
        assertThat(worked("b")).containsExactly("Tue 09:30-10:00");
    }

    @Test
    void visibleNightWorkIsWork() {
        item("a", "bob");
        comment("a", "2026-06-02T16:30", "bob");
        comment("a", "2026-06-02T18:20", "bob");
        comment("a", "2026-06-02T23:00", "bob");
        comment("a", "2026-06-03T00:50", "bob");
        organise("2026-06-08T00:00");
        // An hour after a sign and an hour before the next one cover less than two hours: all of the evening.
        assertThat(worked("a")).containsExactly("Tue 16:00-18:20", "Tue 22:30-Wed 00:50");
        assertThat(work().of(Tier.SESSION).onCalendarMillis()).isEqualTo(HOUR);
        assertThat(work().of(Tier.SESSION).millis()).isEqualTo(14 * HOUR / 3);
        // With longer sessions what lies further from any sign than an hour is left out.
        assertThat(worked(assembly.under(new Sessions(5 * HOUR, HOUR)), "a"))
                .containsExactly("Tue 15:30-19:20", "Tue 22:00-Wed 00:50");
    }

    @Test
    void noWorkIsOlderThanItsItem() {
        chronicle.created("t:d:a", at("2026-06-02T10:00"), "ada", Map.of());
        chronicle.assigned("t:d:a", at("2026-06-02T10:00"), "ada", "bob");
        comment("a", "2026-06-02T10:10", "bob");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 10:00-10:10");
    }

    @Test
    void onADayWithALogOnlyLogsCount() {
        item("a", "bob");
        comment("a", "2026-06-02T10:00", "bob");
        chronicle.logged("t:d:a", at("2026-06-02T14:00"), "bob", HOUR);
        comment("a", "2026-06-03T10:00", "bob");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 14:00-15:00", "Wed 09:30-10:00");
        assertThat(work().of(Tier.LOGGED).millis()).isEqualTo(HOUR);
        assertThat(work().signs()).isEqualTo(1);
    }

    @Test
    void whoeverSaysWhenWorkBeganAndEndedLogsIt() {
        item("a", "bob");
        chronicle.event("t:d:a", at("2026-06-02T10:00"), Verb.started, "bob", Map.of());
        chronicle.event("t:d:a", at("2026-06-02T13:00"), Verb.stopped, "bob", Map.of());
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 10:00-13:00");
        assertThat(work().of(Tier.LOGGED).millis()).isEqualTo(3 * HOUR);
    }

    @Test
    void twoActivitiesOfOnePersonOnOneItemCountOnceFromTheFirstBeginningToTheLastEnd() {
        item("a", "bob");
        activity("a", "2026-06-02T10:00", Verb.started, "bob", "check");
        activity("a", "2026-06-02T11:00", Verb.started, "bob", "pay");
        activity("a", "2026-06-02T12:00", Verb.stopped, "bob", "check");
        activity("a", "2026-06-02T13:00", Verb.stopped, "bob", "pay");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 10:00-13:00");
        assertThat(work().of(Tier.LOGGED).millis()).isEqualTo(3 * HOUR);
    }

    @Test
    void anEndBelongsToTheFirstOfItsNameThatTheSamePersonBegan() {
        item("a", "bob");
        activity("a", "2026-06-02T09:00", Verb.started, "ann", "check");
        activity("a", "2026-06-02T10:00", Verb.started, "bob", "check");
        activity("a", "2026-06-02T11:00", Verb.stopped, "bob", "check");
        activity("a", "2026-06-02T12:00", Verb.stopped, "bob", "check");
        activity("a", "2026-06-02T13:00", Verb.stopped, "bob", "check");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 09:00-12:00");
        assertThat(work().of(Tier.LOGGED).millis()).isEqualTo(4 * HOUR);
    }

    @Test
    void anActivityThatNobodyEndsIsNoRecordedWork() {
        item("a", "bob");
        activity("a", "2026-06-02T10:00", Verb.started, "bob", "check");
        activity("a", "2026-06-02T14:00", Verb.started, "bob", "pay");
        activity("a", "2026-06-02T15:00", Verb.stopped, "bob", "pay");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 14:00-15:00");
        assertThat(work().of(Tier.LOGGED).millis()).isEqualTo(HOUR);
    }

    @Test
    void bulkEditsProgramsAndStrangersLeaveNoSign() {
        for (int i = 1; i <= 5; i++) {
            item("x" + i, "bob");
            chronicle.changed("t:d:x" + i, at("2026-06-02T10:00") + i * 10_000L, "bob", Field.ESTIMATE, "1h");
        }
        item("y", "bot");
        comment("y", "2026-06-02T12:00", "bot");
        item("z", "cal");
        comment("z", "2026-06-02T12:00", "bob");
        organise("2026-06-08T00:00");
        assertThat(work().onCalendarMillis()).isZero();
        assertThat(work().signs()).isZero();
        // The five estimates, and ada's seven assignments at once.
        assertThat(assembly.frame().facts().bulkEdits()).isEqualTo(5 + 7);
    }

    @Test
    void reviewersAndMembersOfTheTeamAreAtWorkToo() {
        acts.add(new Act("2026-06-01", at("2026-06-01T00:00"),
                List.of(new Group("all", List.of(new Mark(Dimension.TYPE, "*")))), List.of(),
                List.of(new Group("north", List.of(new Mark(Dimension.LABEL, "north")))),
                Map.of("north", Set.of("bob", "cal")), List.of(), List.of()));
        chronicle.created("t:d:team", at("2026-06-01T09:00"), "ada", Map.of(Field.LABEL, "north"));
        item("owner", "bob");
        item("review", "dee");
        chronicle.moved("t:d:review", at("2026-06-01T12:00"), "ada", "In Review");
        comment("team", "2026-06-02T10:00", "cal");
        comment("owner", "2026-06-02T14:00", "cal");
        comment("review", "2026-06-02T10:00", "eve");
        comment("owner", "2026-06-02T10:00", "eve");
        organise("2026-06-08T00:00");
        assertThat(worked("team")).containsExactly("Tue 09:30-10:00");
        assertThat(worked("owner")).containsExactly("Tue 13:50-14:00");
        assertThat(worked("review")).containsExactly("Tue 09:50-10:00");
    }

    @Test
    void aWordOnAnothersWorkOwnsTenMinutesAndTheRestGoesOn() {
        item("own", "bob");
        item("review", "dee");
        chronicle.moved("t:d:review", at("2026-06-01T12:00"), "ada", "In Review");
        comment("own", "2026-06-02T10:00", "bob");
        comment("review", "2026-06-02T11:00", "bob");
        comment("own", "2026-06-02T11:30", "bob");
        comment("review", "2026-06-02T12:00", "bob");
        organise("2026-06-08T00:00");
        assertThat(worked("own")).containsExactly("Tue 09:30-10:50", "Tue 11:00-11:30");
        assertThat(worked("review")).containsExactly("Tue 10:50-11:00", "Tue 11:50-12:00");
    }

    @Test
    void aRunOfCommitsIsOne() {
        item("a", "bob");
        item("b", "bob");
        for (int i = 0; i < 3; i++) {
            chronicle.event(i == 0 ? "t:d:a" : "t:d:b", at("2026-06-02T10:00") + i * 3_000L, Verb.committed, "bob",
                    Map.of());
        }
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 09:30-10:00");
        assertThat(worked("b")).isEmpty();
    }

    @Test
    void threeAtOnceAreTakenInTurns() {
        for (String key : List.of("a", "b", "c")) {
            item(key, "bob");
        }
        chronicle.logged("t:d:a", at("2026-06-02T09:00"), "bob", 6 * HOUR);
        chronicle.logged("t:d:c", at("2026-06-02T11:00"), "bob", 3 * HOUR);
        chronicle.logged("t:d:b", at("2026-06-02T11:00"), "bob", HOUR);
        organise("2026-06-08T00:00");
        // 11 to 12 in thirds, 12 to 14 in halves, in the order of items.
        assertThat(worked("a")).containsExactly("Tue 09:00-11:20", "Tue 12:00-13:00", "Tue 14:00-15:00");
        assertThat(worked("b")).containsExactly("Tue 11:20-11:40");
        assertThat(worked("c")).containsExactly("Tue 11:40-12:00", "Tue 13:00-14:00");
        assertThat(work().overlapMillis()).isEqualTo(4 * HOUR);
    }

    @Test
    void aStatusIsWorkWhereItIsMovedAsWorkIs() {
        timed = Set.of("t/ONE");
        inWork("2026-06-02T08:00", "2026-06-02T12:00");
        // What stays in work overnight is a state, and tells no hours.
        inWork("2026-06-03T10:00", "2026-06-04T10:00");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 09:00-12:00", "Thu 09:30-10:00");
        assertThat(work().of(Tier.STATUS).millis()).isEqualTo(3 * HOUR);
    }

    @Test
    void elsewhereAStatusTellsNoHours() {
        inWork("2026-06-02T08:00", "2026-06-02T12:00");
        organise("2026-06-08T00:00");
        assertThat(worked("a")).containsExactly("Tue 11:30-12:00");
    }

    private void inWork(String from, String to) {
        if (chronicle.events().isEmpty()) {
            item("a", "bob");
        }
        chronicle.moved("t:d:a", at(from), "bob", "In Progress");
        chronicle.moved("t:d:a", at(to), "bob", "Open");
    }

    @Test
    void aStartThatNobodyRecordedIsRepairedAndIsNoWork() {
        // Bob's three: in hand from Monday 9 to 11, then to 13, then, cut back to twice the median of two hours, 4 h.
        for (String key : List.of("a", "b", "c")) {
            item(key, "bob");
        }
        chronicle.moved("t:d:a", at("2026-06-01T11:00"), "ada", "Done");
        chronicle.moved("t:d:b", at("2026-06-01T13:00"), "ada", "Done");
        chronicle.moved("t:d:c", at("2026-06-02T17:00"), "ada", "Done");
        // Of this one there is a sign.
        item("d", "cal");
        chronicle.moved("t:d:d", at("2026-06-02T17:00"), "cal", "Done");
        organise("2026-06-08T00:00");
        assertThat(work().repairedStarts()).isEqualTo(3);
        assertThat(work().repairedMillis()).isEqualTo(8 * HOUR);
        assertThat(worked("a")).isEmpty();
        assertThat(trace(assembly, "c").stretches()).extracting(stretch -> stretch.grade().label())
                .containsExactly("observed", "assumed");
        assertThat(trace(assembly, "d").stretches().get(0).grade().label()).isEqualTo("observed");
    }

    private void item(String key, String owner) {
        chronicle.created("t:d:" + key, at("2026-06-01T09:00"), "ada", Map.of());
        chronicle.assigned("t:d:" + key, at("2026-06-01T09:00"), "ada", owner);
    }

    private void activity(String item, String time, Verb verb, String actor, String name) {
        chronicle.event("t:d:" + item, at(time), verb, actor, Map.of(Field.ACTIVITY, name));
    }

    private void comment(String key, String minute, String who) {
        chronicle.event("t:d:" + key, at(minute), Verb.commented, who, Map.of());
    }

    private void organise(String asOf) {
        Charter charter = new Charter(WorkWeek.assumed(ZoneOffset.UTC),
                new StatusMap(Map.of("t/ONE", Map.of("Open", Phase.queued, "In Progress", Phase.working, "In Review",
                        Phase.review, "Done", Phase.done))),
                List.of(), Set.of("bot"), Set.of(), false, Intent.none(), timed);
        List<String> named = acts.isEmpty() ? List.of() : List.of("all");
        List<String> teams = acts.isEmpty() ? List.of() : List.of("north");
        organisation = new Organisation(0, 60_000, charter,
                Window.parse("all", at("2026-06-01T09:00"), at(asOf), ZoneOffset.UTC), at(asOf), chronicle.events(),
                new Decree(named, teams, List.of(), List.of(), acts));
        assembly = organisation.assembly();
    }

    private Frame.Work work() {
        return assembly.frame().facts().work();
    }

    private List<String> worked(String key) {
        return worked(assembly, key);
    }

    /** The spans in which an item was worked on, such as {@code Tue 09:30-10:00}. */
    private static List<String> worked(Assembly assembly, String key) {
        List<String> spans = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Stretch stretch : trace(assembly, key).stretches()) {
            if (stretch.cause() == Wait.worked) {
                String from = stretch.fromMillis() == end ? spans.remove(spans.size() - 1).split("-", 2)[0]
                        : day(stretch.fromMillis()) + " " + clock(stretch.fromMillis());
                end = stretch.toMillis();
                String to = from.startsWith(day(end)) ? clock(end) : day(end) + " " + clock(end);
                spans.add(from + "-" + to);
            }
        }
        return spans;
    }

    private static String day(long millis) {
        String name = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).getDayOfWeek().name();
        return name.charAt(0) + name.substring(1, 3).toLowerCase(java.util.Locale.ROOT);
    }

    private static String clock(long millis) {
        return Instant.ofEpochMilli(millis).toString().substring(11, 16);
    }

    private static Trace trace(Assembly assembly, String key) {
        List<Trace> found = new ArrayList<>();
        assembly.traces(0, 1, found::add);
        found.removeIf(trace -> !trace.key().equals(key));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static long at(String minute) {
        return Instant.parse(minute + ":00Z").toEpochMilli();
    }
}
