package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.desireline.part.CauseSweep.Cause;
import org.desireline.part.CauseSweep.Reading;
import org.desireline.time.Span;
import org.desireline.time.Spans;
import org.desireline.time.WorkWeek;
import org.junit.jupiter.api.Test;

/** Each cause of waiting, what comes before what, and that the causes add up; worked out by hand on 1 June 2026. */
class CauseSweepTest {

    private static final long MINUTE = 60_000L;
    private static final long WEEK = 7 * 24 * 60 * MINUTE;
    private static final Spans DAY = day(9, 17);
    private static final Reading REFERENCE = Reading.reference(resource -> DAY);

    private final List<ActivityLog.Row> rows = new ArrayList<>();

    private static Spans day(int from, int to) {
        return new WorkWeek(ZoneOffset.UTC, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(from, 0),
                LocalTime.of(to, 0)).expand(at("00:00"), at("23:59"));
    }

    private static long at(String time) {
        return LocalDateTime.parse("2026-06-01T" + time).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private void did(String caseId, String activity, String resource, String from, String to) {
        rows.add(new ActivityLog.Row(caseId, activity, resource, at(from), at(to)));
    }

    /** A case that somebody prepared until an instant, and that a resource did something with later. */
    private void prepared(String caseId, String until, String activity, String resource, String from, String to) {
        did(caseId, "prepare", "bob", "09:00", until);
        did(caseId, activity, resource, from, to);
    }

    /** Minutes that the activity "sign" waited, by cause. */
    private Map<Cause, Long> waited(Reading reading) {
        long[] millis = new CauseSweep(ActivityLog.of(rows)).byTransition(reading, CauseSweep.Transition::target)
                .get("sign");
        Map<Cause, Long> minutes = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            if (millis[cause.ordinal()] > 0) {
                minutes.put(cause, millis[cause.ordinal()] / MINUTE);
            }
        }
        return minutes;
    }

    @Test
    void beingBusyWithWhatCouldBeStartedBeforeIsContention() {
        prepared("w", "10:00", "sign", "ada", "11:00", "11:10");
        prepared("x", "09:50", "file", "ada", "10:10", "10:30");
        assertThat(waited(REFERENCE)).isEqualTo(Map.of(Cause.CONTENTION, 20L, Cause.EXTRANEOUS, 40L));
    }

    @Test
    void whatCouldBeStartedAtTheSameInstantIsContentionToo() {
        prepared("w", "10:00", "sign", "ada", "11:00", "11:10");
        prepared("x", "10:00", "file", "ada", "10:10", "10:30");
        assertThat(waited(REFERENCE)).containsEntry(Cause.CONTENTION, 20L).doesNotContainKey(Cause.PRIORITISATION);
    }

    @Test
    void beingBusyWithWhatCouldBeStartedOnlyLaterIsPrioritisation() {
        prepared("w", "10:00", "sign", "ada", "11:00", "11:10");
        prepared("x", "10:01", "file", "ada", "10:10", "10:30");
        assertThat(waited(REFERENCE)).isEqualTo(Map.of(Cause.PRIORITISATION, 20L, Cause.EXTRANEOUS, 40L));
    }

    @Test
    void whatSomebodyElseIsBusyWithExplainsNothing() {
        prepared("w", "10:00", "sign", "ada", "11:00", "11:10");
        prepared("x", "09:50", "file", "cal", "10:10", "10:30");
        assertThat(waited(REFERENCE)).isEqualTo(Map.of(Cause.EXTRANEOUS, 60L));
    }

    @Test
    void beingOffCalendarIsUnavailability() {
        prepared("w", "16:30", "sign", "ada", "18:00", "18:10");
        assertThat(waited(REFERENCE)).isEqualTo(Map.of(Cause.EXTRANEOUS, 30L, Cause.UNAVAILABILITY, 60L));
    }

    @Test
    void waitingForTheLastOfABatchIsBatching() {
        prepared("v", "10:00", "sign", "ada", "11:00", "11:10");
        prepared("w", "10:40", "sign", "ada", "11:10", "11:20");
        // v waits 40 minutes for the batch and 20 for nothing; w, ready last, 30 of which 10 while v is signed.
        assertThat(waited(REFERENCE))
                .isEqualTo(Map.of(Cause.BATCHING, 40L, Cause.CONTENTION, 10L, Cause.EXTRANEOUS, 40L));
        assertThat(waited(REFERENCE.withoutBatches()))
                .isEqualTo(Map.of(Cause.CONTENTION, 10L, Cause.EXTRANEOUS, 80L));
    }

    @Test
    void whatBecameReadyAfterTheFirstBeganOrAfterAPauseIsNoBatch() {
        prepared("v", "10:00", "sign", "ada", "11:00", "11:10");
        prepared("w", "11:01", "sign", "ada", "11:10", "11:20");
        prepared("x", "10:00", "sign", "ada", "11:21", "11:30");
        assertThat(waited(REFERENCE)).doesNotContainKey(Cause.BATCHING);
    }

    @Test
    void aBatchCountsAsReadyWhenItIsComplete() {
        prepared("v", "10:00", "sign", "ada", "11:00", "11:10");
        prepared("w", "10:40", "sign", "ada", "11:10", "11:20");
        prepared("x", "10:20", "file", "ada", "10:45", "10:55");
        // x came after v, but before the batch was complete.
        assertThat(waited(REFERENCE)).isEqualTo(
                Map.of(Cause.BATCHING, 40L, Cause.CONTENTION, 30L, Cause.EXTRANEOUS, 20L));
        assertThat(waited(REFERENCE.withoutBatches())).isEqualTo(
                Map.of(Cause.CONTENTION, 20L, Cause.PRIORITISATION, 10L, Cause.EXTRANEOUS, 60L));
    }

    @Test
    void batchingComesBeforeContentionBeforePrioritisationBeforeTheCalendar() {
        prepared("v", "16:00", "sign", "ada", "18:40", "18:50");
        prepared("w", "16:20", "sign", "ada", "18:50", "18:51");
        // From 16:10 to 17:30 on what came before, from 17:00 to 18:00 on what came later, from 17:00 off calendar.
        prepared("x", "15:00", "file", "ada", "16:10", "17:30");
        prepared("y", "16:50", "post", "ada", "17:00", "18:00");
        assertThat(waited(REFERENCE)).isEqualTo(Map.of(Cause.BATCHING, 20L, Cause.CONTENTION, 2 * 70L + 10,
                Cause.PRIORITISATION, 2 * 30L, Cause.UNAVAILABILITY, 2 * 40L));
        assertThat(waited(REFERENCE.withCalendarFirst())).isEqualTo(Map.of(Cause.BATCHING, 20L, Cause.CONTENTION,
                2 * 40L, Cause.UNAVAILABILITY, 100L + 110L));
        assertThat(waited(REFERENCE.oneAtATime())).isEqualTo(Map.of(Cause.BATCHING, 20L, Cause.CONTENTION,
                2 * 55L + 10, Cause.PRIORITISATION, 2 * 45L, Cause.UNAVAILABILITY, 2 * 40L));
    }

    @Test
    void whatNothingCameBeforeWasHandedOverByNobody() {
        did("w", "sign", "ada", "10:00", "10:10");
        did("w", "file", "ada", "10:05", "10:20");
        ActivityLog log = ActivityLog.of(rows);
        assertThat(log.transitions()).isZero();
        assertThat(log.enabledMillis(1)).isEqualTo(at("10:00"));
        assertThat(new CauseSweep(log).totals(REFERENCE)).containsOnly(0);
    }

    @Test
    void whatRunsAtTheSameTimeOrIsConcurrentEnablesNothing() {
        for (int i = 0; i < 2; i++) {
            did("a" + i, "one", "ada", "09:00", "09:10");
            did("a" + i, i == 0 ? "two" : "three", "ada", "09:10", "09:20");
            did("a" + i, i == 0 ? "three" : "two", "ada", "09:30", "09:40");
        }
        ActivityLog log = ActivityLog.of(rows);
        // Two and three follow one another in both directions: each waits since one.
        for (int i = 0; i < log.size(); i++) {
            if (!log.row(i).activity().equals("one")) {
                assertThat(log.enabledMillis(i)).isEqualTo(at("09:10"));
                assertThat(log.row(log.source(i)).activity()).isEqualTo("one");
            }
        }
    }

    @Test
    void whatAlternatesIsALoopAndNotConcurrent() {
        for (int i = 0; i < 12; i++) {
            did("a", i % 2 == 0 ? "ask" : "answer", "ada", "10:%02d".formatted(2 * i), "10:%02d".formatted(2 * i + 1));
        }
        ActivityLog log = ActivityLog.of(rows);
        for (int i = 1; i < log.size(); i++) {
            assertThat(log.source(i)).isEqualTo(i - 1);
            assertThat(log.enabledMillis(i)).isEqualTo(log.row(i - 1).endMillis());
        }
    }

    @Test
    void whoIsNotNamedIsNeverBusyAndInNoBatch() {
        prepared("v", "10:00", "sign", "", "11:00", "11:10");
        prepared("w", "10:00", "sign", "", "11:10", "11:20");
        assertThat(waited(REFERENCE)).isEqualTo(Map.of(Cause.EXTRANEOUS, 130L));
    }

    @Test
    void aLogIsReadByItsColumns() {
        ActivityLog log = ActivityLog.parse(List.of("org:resource,time:timestamp,concept:name,case:concept:name,"
                + "start_timestamp", "\"Ada, L.\",2026-06-01 12:30:00.5+02:00,sign,7,2026-06-01T10:00:00.000", ""));
        assertThat(log.row(0)).isEqualTo(
                new ActivityLog.Row("7", "sign", "Ada, L.", at("10:00"), at("10:30") + 500));
        assertThatThrownBy(() -> ActivityLog.parse(List.of("a,b"))).hasMessageContaining("case_id");
    }

    @Test
    void aQuarterCountsThatSawATenthOfTheDays() {
        assertThat(mondays(10).of("ada").contains(at("14:00"))).isTrue();
        assertThat(mondays(11).of("ada").contains(at("14:00"))).isFalse();
        assertThat(mondays(11).of("ada").contains(at("10:05"))).isTrue();
        assertThat(mondays(11).of("ada").contains(at("10:20"))).isFalse();
    }

    /** On so many Mondays the same quarter of an hour, and on the first another one too. */
    private static Habits mondays(int count) {
        List<ActivityLog.Row> all = new ArrayList<>();
        for (int week = 0; week < count; week++) {
            all.add(row("sign", at("10:00") + week * WEEK));
        }
        all.add(row("sign", at("14:00")));
        return new Habits(ActivityLog.of(all));
    }

    private static ActivityLog.Row row(String activity, long from) {
        return new ActivityLog.Row("w", activity, "ada", from, from + MINUTE);
    }

    @Test
    void whereHabitsHoldTooLittleTheBusiestQuartersFollow() {
        List<ActivityLog.Row> all = new ArrayList<>();
        for (int week = 0; week < 19; week++) {
            all.add(row("sign", at("09:00") + week * (WEEK + 15 * MINUTE)));
        }
        // Each quarter saw signing on one Monday of nineteen: no habit, and without any there is no calendar.
        assertThat(new Habits(ActivityLog.of(all)).of("ada").millis()).isZero();
        all.add(row("file", at("15:00")));
        // The quarter of filing is one: 2 of 40 records. With 13 more quarters of 2 each, 28 are seven tenths.
        Spans spans = new Habits(ActivityLog.of(all)).of("ada");
        assertThat(spans.overlapMillis(at("00:00"), at("23:59"))).isEqualTo(14 * 15 * MINUTE);
    }

    @Test
    void aDayMayEndBeforeMidnight() {
        Habits habits = new Habits(ActivityLog.of(List.of(row("sign", at("23:50")))));
        assertThat(habits.of("ada")).extracting(Spans::millis).isEqualTo(15 * MINUTE);
        assertThat(habits.of("ada", 24 * 60 * MINUTE - 1).get(0))
                .isEqualTo(new Span(at("23:45"), at("23:59") + MINUTE - 1));
    }

    @Test
    void onRandomLogsTheCausesAddUpAndAreThoseOfEveryMinute() {
        for (long seed = 0; seed < 200; seed++) {
            ActivityLog log = random(seed);
            Habits habits = new Habits(log);
            CauseSweep sweep = new CauseSweep(log);
            Reading reading = Reading.reference(habits::of);
            long[] slow = byTheMinute(log, habits);
            assertThat(sweep.totals(reading.withoutBatches())).as("seed %d", seed).containsExactly(slow);
            for (Reading other : List.of(reading, reading.oneAtATime(), reading.withCalendarFirst())) {
                assertThat(Arrays.stream(sweep.totals(other)).sum()).as("seed %d", seed)
                        .isEqualTo(Arrays.stream(slow).sum());
            }
            long[][] crossed = sweep.crossed(reading, reading.withoutBatches());
            assertThat(Arrays.stream(crossed).mapToLong(row -> Arrays.stream(row).sum()))
                    .containsExactly(Arrays.stream(sweep.totals(reading)).boxed().toArray(Long[]::new));
        }
    }

    private static ActivityLog random(long seed) {
        Random random = new Random(seed);
        List<ActivityLog.Row> all = new ArrayList<>();
        for (int one = 0; one < 12; one++) {
            long now = at("09:00") + random.nextInt(60) * MINUTE;
            for (int step = 0; step < 5; step++) {
                long start = now + random.nextInt(90) * MINUTE;
                long end = start + random.nextInt(60) * MINUTE;
                all.add(new ActivityLog.Row("case" + one, "activity" + (random.nextInt(4) == 0 ? 9 : step),
                        List.of("ada", "bob", "cal", "").get(random.nextInt(4)), start, end));
                now = random.nextInt(5) == 0 ? start : end;
            }
        }
        return ActivityLog.of(all);
    }

    /** The causes other than batching, asked at every minute of every wait. */
    private static long[] byTheMinute(ActivityLog log, Habits habits) {
        long[] millis = new long[Cause.values().length];
        for (int row = 0; row < log.size(); row++) {
            Spans calendar = habits.of(log.row(row).resource());
            for (long now = log.enabledMillis(row); now < log.row(row).startMillis(); now += MINUTE) {
                boolean earlier = false;
                boolean later = false;
                for (int other = 0; other < log.size(); other++) {
                    ActivityLog.Row work = log.row(other);
                    if (!work.resource().isEmpty() && work.resource().equals(log.row(row).resource())
                            && work.startMillis() <= now && now < work.endMillis()) {
                        earlier |= log.enabledMillis(other) <= log.enabledMillis(row);
                        later |= log.enabledMillis(other) > log.enabledMillis(row);
                    }
                }
                Cause cause = earlier ? Cause.CONTENTION : later ? Cause.PRIORITISATION
                        : !calendar.contains(now) ? Cause.UNAVAILABILITY : Cause.EXTRANEOUS;
                millis[cause.ordinal()] += log.source(row) == ActivityLog.NONE ? 0 : MINUTE;
            }
        }
        return millis;
    }
}
