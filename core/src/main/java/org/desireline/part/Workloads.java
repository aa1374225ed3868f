package org.desireline.part;

import java.util.Arrays;
import org.desireline.charter.Dimension;
import org.desireline.charter.Relation;
import org.desireline.time.Spans;
import org.jspecify.annotations.Nullable;

/**
 * How much of any stretch of time each actor spent on each class of work: prefix sums, so that an item that waited for
 * half a year costs two binary searches a class and not a step for each piece of work meanwhile.
 *
 * <p>Pieces of work are cut wherever the class of the item worked on or the order in force changes; the pieces of one
 * actor, class and order form a group with a running sum of on-calendar milliseconds. Instants are told by how much of
 * the calendar is over, so that pieces with nothing of it between them are one. Cost: {@code n log n} to build from n
 * pieces, 16 bytes a piece; O(g log n) to ask, in groups of the actor.
 */
final class Workloads {

    /** The class of work on one of several items. */
    static final int AMBIGUOUS = 31;

    private static final int CLASSES = 32;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final int SHORT = 0;
    private static final int USUAL = 1;
    private static final int LONG = 2;

    /** Session gaps: the shorter, the one that counts, the longer (METHODS: touch time from sparse traces). */
    private final long[] gaps;
    private final Timelines timelines;
    private final Lives lives;
    private final Orders orders;
    private final Spans calendar;

    private final Columns.Ints groupKey = new Columns.Ints();
    private final Columns.Ints groupFirst = new Columns.Ints();
    private int[] firstGroup = new int[0];
    /** Where a piece begins, and how much its actor's groups and all before them had worked until then. */
    private final Columns.Longs from = new Columns.Longs();
    private final Columns.Longs before = new Columns.Longs();

    /**
     * Adds the work of timelines up.
     *
     * @param gapMillis the session gap that counts
     */
    Workloads(Timelines timelines, Lives lives, Orders orders, Spans calendar, int actors, long gapMillis) {
        this.gaps = new long[] {HOUR_MILLIS, gapMillis, 4 * HOUR_MILLIS};
        this.timelines = timelines;
        this.lives = lives;
        this.orders = orders;
        this.calendar = calendar;
        build(actors);
    }

    /** Receives a piece of work whose class and order do not change. */
    private interface Piece {
        void accept(int key, long fromMillis, long toMillis);
    }

    /** Cuts a part of a segment wherever the class of its item or the order in force changes. */
    private void pieces(int segment, long fromMillis, long toMillis, Piece sink) {
        int life = timelines.life(segment);
        for (long at = fromMillis; at < toMillis; ) {
            // What is recorded before the creation counts as what the item was when it was created.
            int row = lives.stepAt(life, at);
            int step = Math.max(lives.firstStep(life), row);
            int following = row < 0 ? step : step + 1;
            long next = Math.min(toMillis, orders.nextChange(at));
            next = following <= lives.lastStep(life) ? Math.min(next, lives.atMillis(following)) : next;
            int code = timelines.isAmbiguous(segment) ? AMBIGUOUS : ClassTable.code(lives.classes(step), PRIORITY);
            sink.accept(orders.tableAt(at) * CLASSES + code, at, next);
            at = next;
        }
    }

    /** How much of the calendar is over at an instant. */
    private long elapsed(long atMillis) {
        return calendar.overlapMillis(Long.MIN_VALUE, atMillis);
    }

    private void build(int actors) {
        firstGroup = new int[actors + 1];
        before.add(0);
        for (int who = 0; who < actors; who++) {
            firstGroup[who] = groupKey.size();
            Columns.Ints key = new Columns.Ints();
            Columns.Longs start = new Columns.Longs();
            Columns.Longs end = new Columns.Longs();
            for (int segment = timelines.firstOfActor(who); segment < timelines.firstOfActor(who + 1); segment++) {
                pieces(segment, timelines.fromMillis(segment), timelines.toMillis(segment), (code, at, next) -> {
                    key.add(code);
                    start.add(elapsed(at));
                    end.add(elapsed(next));
                });
            }
            int[] order = Columns.sorted(key.size(), (a, b) -> Integer.compare(key.get(a), key.get(b)));
            for (int row : order) {
                if (start.get(row) < end.get(row)) {
                    add(groupKey.size() == firstGroup[who], key.get(row), start.get(row), end.get(row));
                }
            }
        }
        firstGroup[actors] = groupKey.size();
        groupFirst.add(from.size());
        from.trim();
        before.trim();
    }

    /** Adds a piece to the groups; one that begins where the last of its group ends is a part of it. */
    private void add(boolean isFirst, int key, long start, long end) {
        int last = from.size() - 1;
        boolean isNew = isFirst || groupKey.get(groupKey.size() - 1) != key;
        if (isNew) {
            groupKey.add(key);
            groupFirst.add(from.size());
        } else if (from.get(last) + before.get(last + 1) - before.get(last) == start) {
            before.setLast(before.get(last + 1) + end - start);
            return;
        }
        from.add(start);
        before.add(before.get(last + 1) + end - start);
    }

    /** On-calendar milliseconds of a group's work before so much of the calendar is over. */
    private long upTo(int group, long elapsed) {
        int low = groupFirst.get(group);
        int row = from.lastAtOrBelow(low, groupFirst.get(group + 1), elapsed);
        return row < low ? before.get(low)
                : Math.min(before.get(row) + elapsed - from.get(row), before.get(row + 1));
    }

    /**
     * What an actor was doing in a stretch in which an item of the actor's waited.
     *
     * @param own class of the waiting item
     * @param availableMillis since when the item could have been worked on
     * @param onCalendarMillis how much of the stretch was on calendar
     */
    Meanwhile meanwhile(
            int actor, int pool, int own, long availableMillis, long fromMillis, long toMillis,
            long onCalendarMillis) {
        long[] millis = new long[Doing.values().length];
        long[] lower = new long[CLASSES];
        long busy = 0;
        long start = elapsed(fromMillis);
        long end = elapsed(toMillis);
        for (int group = firstGroup[actor]; group < firstGroup[actor + 1]; group++) {
            long on = upTo(group, end) - upTo(group, start);
            if (on == 0) {
                continue;
            }
            busy += on;
            int code = groupKey.get(group) % CLASSES;
            switch (relation(groupKey.get(group), own)) {
                case HIGHER -> millis[Doing.outranked.ordinal()] += on;
                case EQUAL -> millis[Doing.contention.ordinal()] += on;
                case LOWER -> lower[code] += on;
                case UNKNOWN -> millis[(code == AMBIGUOUS ? Doing.busyAmbiguous : Doing.busyUnranked).ordinal()] += on;
            }
        }
        long[] inflight = new long[gaps.length];
        if (busy > 0) {
            inflight(actor, own, availableMillis, fromMillis, toMillis, lower, inflight);
        }
        long fresh = Arrays.stream(lower).sum();
        millis[Doing.displacedNew.ordinal()] = fresh;
        millis[Doing.displacedInflight.ordinal()] = inflight[USUAL];
        millis[Doing.silent.ordinal()] = onCalendarMillis - busy;
        return new Meanwhile(actor, pool, millis, lower, inflight[SHORT], inflight[LONG]);
    }

    private Relation relation(int key, int own) {
        return key % CLASSES == AMBIGUOUS ? Relation.UNKNOWN : orders.relation(key / CLASSES, key % CLASSES, own);
    }

    /**
     * Takes out of the lower work what was under way when the item became available: the rest of every episode that had
     * begun before and went on after, an episode being a run of the actor's work on one item with gaps below the
     * session gap.
     */
    private void inflight(
            int actor, int own, long availableMillis, long fromMillis, long toMillis, long[] lower, long[] inflight) {
        long longest = gaps[gaps.length - 1];
        int first = timelines.firstOfActor(actor);
        for (int segment = timelines.lastBefore(actor, availableMillis);
                segment >= first && timelines.toMillis(segment) > availableMillis - longest; segment--) {
            int next = timelines.nextOnSame(segment);
            boolean isLast = next == Timelines.NONE || timelines.fromMillis(next) >= availableMillis;
            if (!isLast) {
                continue;
            }
            for (int gap = 0; gap < gaps.length; gap++) {
                boolean goesOn = timelines.toMillis(segment) > availableMillis || (next != Timelines.NONE
                        && timelines.fromMillis(next) - timelines.toMillis(segment) < gaps[gap]);
                if (goesOn) {
                    inflight[gap] += rest(segment, gaps[gap], own, Math.max(fromMillis, availableMillis), toMillis,
                            gap == USUAL ? lower : null);
                }
            }
        }
    }

    /** On-calendar milliseconds of lower work in what is left of an episode, within a stretch. */
    private long rest(
            int begun, long gapMillis, int own, long fromMillis, long toMillis,
            long @Nullable [] lower) {
        long[] sum = {0};
        int segment = begun;
        while (segment != Timelines.NONE && timelines.fromMillis(segment) < toMillis) {
            long start = Math.max(fromMillis, timelines.fromMillis(segment));
            pieces(segment, start, Math.min(toMillis, timelines.toMillis(segment)), (key, at, next) -> {
                if (relation(key, own) == Relation.LOWER) {
                    long on = calendar.overlapMillis(at, next);
                    sum[0] += on;
                    if (lower != null) {
                        lower[key % CLASSES] -= on;
                    }
                }
            });
            int following = timelines.nextOnSame(segment);
            boolean goesOn = following != Timelines.NONE
                    && timelines.fromMillis(following) - timelines.toMillis(segment) < gapMillis;
            segment = goesOn ? following : Timelines.NONE;
        }
        return sum[0];
    }
}
