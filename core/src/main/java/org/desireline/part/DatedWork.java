package org.desireline.part;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * One actor's recorded work of which it is told when in the day it was. Seen by the assembler only.
 *
 * <p>A working status counts on calendar and nowhere else, so it tells of no other hour. A log that begins at midnight
 * to the millisecond, in the charter's zone or in UTC, was given a day and no time. Cost: O(n log n) in the actor's
 * logs once; O(s log c) in the segments of a week and working days for each question.
 */
final class DatedWork {

    private static final long HOUR_MILLIS = 3_600_000L;

    private final int who;
    private final Timelines timelines;
    private final Spans calendar;
    private final Spans undated;

    DatedWork(int who, Assembly.Ground ground, Timelines timelines, ZoneId zone) {
        this.who = who;
        this.timelines = timelines;
        this.calendar = ground.calendar();
        WorkRecords.Spells logs = ground.records().logs();
        List<Span> spans = new ArrayList<>();
        for (int row = logs.first(who); row < logs.first(who + 1); row++) {
            if (isMidnight(logs.fromMillis(row), zone) || isMidnight(logs.fromMillis(row), ZoneOffset.UTC)) {
                spans.add(new Span(logs.fromMillis(row), logs.toMillis(row)));
            }
        }
        this.undated = Spans.union(spans);
    }

    private static boolean isMidnight(long atMillis, ZoneId zone) {
        return Instant.ofEpochMilli(atMillis).atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** What lies between two instants. */
    ActorWeek.Dated between(long fromMillis, long toMillis) {
        return new ActorWeek.Dated() {
            @Override
            public long millis() {
                return sum(fromMillis, toMillis, (from, to) -> to - from);
            }

            @Override
            public long outsideMillis(int movedHours) {
                long moved = movedHours * HOUR_MILLIS;
                return sum(fromMillis, toMillis,
                        (from, to) -> to - from - calendar.overlapMillis(from - moved, to - moved));
            }
        };
    }

    private interface Measure {
        long of(long fromMillis, long toMillis);
    }

    private long sum(long fromMillis, long toMillis, Measure measure) {
        long sum = 0;
        int first = Math.max(timelines.firstOfActor(who), timelines.lastBefore(who, fromMillis));
        for (int segment = first; segment < timelines.firstOfActor(who + 1)
                && timelines.fromMillis(segment) < toMillis; segment++) {
            long from = Math.max(fromMillis, timelines.fromMillis(segment));
            long to = Math.min(toMillis, timelines.toMillis(segment));
            sum += switch (timelines.tier(segment)) {
                case LOGGED -> dated(from, to, measure);
                case STATUS -> 0;
                case SESSION -> from < to ? measure.of(from, to) : 0;
            };
        }
        return sum;
    }

    /** What of a span lies under no log that tells no time. */
    private long dated(long fromMillis, long toMillis, Measure measure) {
        long sum = 0;
        for (long at = fromMillis; at < toMillis; ) {
            long next = Math.min(toMillis, undated.nextChange(at));
            sum += undated.contains(at) ? 0 : measure.of(at, next);
            at = next;
        }
        return sum;
    }
}
