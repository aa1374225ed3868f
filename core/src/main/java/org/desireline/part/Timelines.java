package org.desireline.part;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * What each actor was at, as disjoint segments. Columns, in the order of actors and then of time. Seen by the
 * assembler only.
 *
 * <p>Question: when was who at work on what? Unit: milliseconds. Method, by person and local day, the best of three
 * tiers ({@link Tier}): logs; on calendar, the working phases of what the person owned; sessions. In a session each
 * sign of work owns the time back to the sign before, the first a lead-in; one by which work begins owns nothing. A
 * session counts on calendar, and off it within an hour of its signs, and never before its item was created. Sources:
 * METHODS, touch time from sparse traces. Cost: {@code n log n} in records and signs; 21 bytes a segment. Laws: the
 * actor law and double entry. Blind spot: work that leaves no record.
 */
final class Timelines {

    /** No segment. */
    static final int NONE = -1;

    private static final Tier[] TIERS = Tier.values();
    private static final int AMBIGUOUS = 4;
    private static final int FOLLOWED = 8;
    private static final long HOUR_MILLIS = 3_600_000L;
    /** What a word on another's work is taken to have cost: the least that a lead-in may be. */
    private static final long ANSWER_MILLIS = 10L * 60_000;

    private final Lives lives;
    private final WorkRecords records;
    private final Spans calendar;
    private final ZoneId zone;
    private final Sessions sessions;

    private final Columns.Ints segmentLife = new Columns.Ints();
    private final Columns.Longs segmentFrom = new Columns.Longs();
    private final Columns.Lengths segmentLength = new Columns.Lengths();
    /** Ordinal of the tier, whether the actor's records of several items overlap, whether the actor goes on with it. */
    private final Columns.Bytes segmentFlags = new Columns.Bytes();
    /** The first segment on each item, and after each the next one on its item: by actor, then by time. */
    private final int[] firstOfLife;
    private final int[] nextOfLife;
    private final int[] firstOfActor;
    private long signs;

    /**
     * Lays records out in time.
     *
     * @param zone tells which day it is
     * @param actors number of actors
     */
    Timelines(Lives lives, WorkRecords records, Spans calendar, ZoneId zone, Sessions sessions, int actors) {
        this.lives = lives;
        this.records = records;
        this.calendar = calendar;
        this.zone = zone;
        this.sessions = sessions;
        this.firstOfActor = new int[actors + 1];
        for (int who = 0; who < actors; who++) {
            new Day(who).lay();
            firstOfActor[who + 1] = segmentLife.size();
        }
        segmentLife.trim();
        segmentFrom.trim();
        segmentLength.trim();
        segmentFlags.trim();
        firstOfLife = new int[lives.size()];
        nextOfLife = new int[segmentLife.size()];
        chain();
    }

    /** One actor's pieces of work as they are collected, tier by tier. */
    private final class Day {

        private final int who;
        private final Columns.Ints life = new Columns.Ints();
        private final Columns.Longs from = new Columns.Longs();
        private final Columns.Longs to = new Columns.Longs();
        private final Columns.Bytes flags = new Columns.Bytes();

        Day(int who) {
            this.who = who;
        }

        void lay() {
            Turns turns = new Turns();
            WorkRecords.Spells logs = records.logs();
            for (int row = logs.first(who); row < logs.first(who + 1); row++) {
                turns.add(logs.life(row), logs.fromMillis(row), logs.toMillis(row));
            }
            turns.each((which, start, end, doubtful) -> piece(which, start, end, Tier.LOGGED, doubtful));
            windows();
            if (records.firstSign(who) < records.firstSign(who + 1)) {
                sessions(days());
            }
            int[] order = Columns.sorted(life.size(), (a, b) -> Long.compare(from.get(a), from.get(b)));
            int first = segmentLife.size();
            for (int row : order) {
                append(first, row);
            }
        }

        private void piece(int which, long start, long end, Tier tier, boolean doubtful) {
            life.add(which);
            from.add(start);
            to.add(end);
            flags.add(tier.ordinal() | (doubtful ? AMBIGUOUS : 0));
        }

        /** Adds a piece to the segments; one that goes on with the last is a part of it. */
        private void append(int first, int row) {
            int last = segmentLife.size() - 1;
            if (last >= first && toMillis(last) == from.get(row) && segmentLife.get(last) == life.get(row)
                    && segmentFlags.get(last) == flags.get(row)) {
                segmentLength.setLast(to.get(row) - segmentFrom.get(last));
                return;
            }
            segmentLife.add(life.get(row));
            segmentFrom.add(from.get(row));
            segmentLength.add(to.get(row) - from.get(row));
            segmentFlags.add(flags.get(row));
        }

        /** The local days on which there is a piece. */
        private Spans days() {
            List<Span> days = new ArrayList<>();
            long reached = Long.MIN_VALUE;
            for (int i = 0; i < life.size(); i++) {
                if (reached != Long.MIN_VALUE && to.get(i) <= reached
                        && from.get(i) >= days.get(days.size() - 1).fromMillis()) {
                    continue;
                }
                LocalDate day = Instant.ofEpochMilli(from.get(i)).atZone(zone).toLocalDate();
                long start = startOf(day);
                do {
                    day = day.plusDays(1);
                    reached = startOf(day);
                    days.add(new Span(start, reached));
                    start = reached;
                } while (reached < to.get(i));
            }
            return days.isEmpty() ? Spans.none() : Spans.union(days);
        }

        private long startOf(LocalDate day) {
            return day.atStartOfDay(zone).toInstant().toEpochMilli();
        }

        /** What the person owned and had in a working phase, on calendar, on days without a log. */
        private void windows() {
            WorkRecords.Spells windows = records.windows();
            if (windows.first(who) == windows.first(who + 1)) {
                return;
            }
            Spans taken = days();
            Turns turns = new Turns();
            for (int row = windows.first(who); row < windows.first(who + 1); row++) {
                int which = windows.life(row);
                within(calendar, true, windows.fromMillis(row), windows.toMillis(row), (start, end) ->
                        within(taken, false, start, end, (free, until) -> turns.add(which, free, until)));
            }
            turns.each((which, start, end, doubtful) -> piece(which, start, end, Tier.STATUS, doubtful));
        }

        /**
         * Sessions on days without anything better. A sign owns the time back to the one before; an answer only the
         * last minutes of it, and what lies before them goes to the next sign of the session that is no answer.
         */
        private void sessions(Spans taken) {
            List<Stride> left = new ArrayList<>();
            for (int sign = records.firstSign(who); sign < records.firstSign(who + 1); sign++) {
                long at = records.atMillis(sign);
                long last = sign > records.firstSign(who) ? records.atMillis(sign - 1) : Long.MIN_VALUE / 2;
                boolean goesOn = at - last < sessions.gapMillis();
                if (!goesOn) {
                    left.clear();
                }
                long most = !records.answers(sign) ? goesOn ? at - last : sessions.leadInMillis()
                        : records.opens(sign) ? 0 : ANSWER_MILLIS;
                long start = goesOn ? Math.max(last, at - most) : at - most;
                int which = records.life(sign);
                if (!records.opens(sign)) {
                    stride(which, new Stride(start, at, last, at), taken);
                }
                if (!records.answers(sign)) {
                    if (!records.opens(sign)) {
                        left.forEach(stride -> stride(which, stride, taken));
                    }
                    left.clear();
                } else if (goesOn) {
                    left.add(new Stride(last, start, last, at));
                }
                signs += taken.contains(at) ? 0 : 1;
            }
        }

        /** A part of the time between two signs: on calendar, or within an hour of either. */
        private void stride(int which, Stride stride, Spans taken) {
            long start = Math.max(lives.createdMillis(which), stride.fromMillis());
            long end = stride.toMillis();
            long early = Math.clamp(stride.lastMillis() + HOUR_MILLIS, Math.min(start, end), end);
            long late = Math.max(early, Math.min(end, stride.atMillis() - HOUR_MILLIS));
            session(which, start, early, taken);
            within(calendar, true, early, late, (free, until) -> session(which, free, until, taken));
            session(which, late, end, taken);
        }

        private void session(int which, long start, long end, Spans taken) {
            within(taken, false, start, end, (free, until) -> piece(which, free, until, Tier.SESSION, false));
        }
    }

    /** A part of the time between the last sign and this one. */
    private record Stride(long fromMillis, long toMillis, long lastMillis, long atMillis) {}

    /** Receives a span. */
    private interface Part {
        void accept(long fromMillis, long toMillis);
    }

    /** Delivers the parts of a span that lie inside a set, or outside it. */
    private static void within(Spans set, boolean inside, long fromMillis, long toMillis, Part sink) {
        for (long at = fromMillis; at < toMillis; ) {
            long next = Math.min(toMillis, set.nextChange(at));
            if (set.contains(at) == inside) {
                sink.accept(at, next);
            }
            at = next;
        }
    }

    private void chain() {
        java.util.Arrays.fill(firstOfLife, NONE);
        for (int who = firstOfActor.length - 2; who >= 0; who--) {
            for (int segment = firstOfActor[who + 1] - 1; segment >= firstOfActor[who]; segment--) {
                int life = segmentLife.get(segment);
                int next = firstOfLife[life];
                nextOfLife[segment] = next;
                if (next != NONE && next < firstOfActor[who + 1]) {
                    segmentFlags.set(segment, segmentFlags.get(segment) | FOLLOWED);
                }
                firstOfLife[life] = segment;
            }
        }
    }

    /** Number of segments. */
    int segments() {
        return segmentLife.size();
    }

    /** Whose segment it is; cost: the logarithm of the number of actors. */
    int actor(int segment) {
        int low = 0;
        int high = firstOfActor.length - 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firstOfActor[middle + 1] <= segment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int life(int segment) {
        return segmentLife.get(segment);
    }

    long fromMillis(int segment) {
        return segmentFrom.get(segment);
    }

    long toMillis(int segment) {
        return segmentFrom.get(segment) + segmentLength.get(segment);
    }

    boolean isAmbiguous(int segment) {
        return (segmentFlags.get(segment) & AMBIGUOUS) != 0;
    }

    Tier tier(int segment) {
        return TIERS[segmentFlags.get(segment) & (AMBIGUOUS - 1)];
    }

    /** Signs of work on days of which nothing better is on record. */
    long signs() {
        return signs;
    }

    /** The same actor's next segment on the same item, or {@link #NONE}. */
    int nextOnSame(int segment) {
        return (segmentFlags.get(segment) & FOLLOWED) == 0 ? NONE : nextOfLife[segment];
    }

    /** The first segment of an actor; those of the actor are consecutive. */
    int firstOfActor(int who) {
        return firstOfActor[who];
    }

    /** The last segment of an actor that begins before an instant, or one before the actor's first. */
    int lastBefore(int who, long atMillis) {
        return segmentFrom.lastAtOrBelow(firstOfActor[who], firstOfActor[who + 1], atMillis - 1);
    }

    /** Whether anybody worked on an item. */
    boolean isWorkedOn(int life) {
        return firstOfLife[life] != NONE;
    }

    /** The segments on an item, by actor and then by time. */
    int[] ofLife(int life) {
        int count = 0;
        for (int segment = firstOfLife[life]; segment != NONE; segment = nextOfLife[segment]) {
            count++;
        }
        int[] segments = new int[count];
        for (int i = 0, segment = firstOfLife[life]; i < count; segment = nextOfLife[segment]) {
            segments[i++] = segment;
        }
        return segments;
    }

    /** When somebody was recorded at work on an item. */
    Spans worked(int life) {
        int[] segments = ofLife(life);
        if (segments.length == 0) {
            return Spans.none();
        }
        List<Span> spans = new ArrayList<>(segments.length);
        for (int segment : segments) {
            spans.add(new Span(fromMillis(segment), toMillis(segment)));
        }
        return Spans.union(spans);
    }
}
