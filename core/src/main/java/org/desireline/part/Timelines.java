package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * What each actor had on the desk: recorded work as disjoint segments, owned items not started yet, starts. Columns, in
 * the order of actors and then of time. Seen by the assembler only. Cost: {@code n log n} in segments; 29 bytes a
 * segment, 24 a span on a desk, 16 a start.
 */
final class Timelines {

    /** No segment. */
    static final int NONE = -1;

    private final Lives lives;

    /** Recorded work as it was read, life by life. */
    private Columns.Ints logActor = new Columns.Ints();
    private Columns.Ints logLife = new Columns.Ints();
    private Columns.Longs logFrom = new Columns.Longs();
    private Columns.Longs logTo = new Columns.Longs();
    private long recordedMillis;

    private final Columns.Ints segmentActor = new Columns.Ints();
    private final Columns.Ints segmentLife = new Columns.Ints();
    private final Columns.Longs segmentFrom = new Columns.Longs();
    private final Columns.Longs segmentTo = new Columns.Longs();
    /** 1 where the actor's records of several items overlap. */
    private final Columns.Bytes ambiguous = new Columns.Bytes();
    private int[] nextOnSame = new int[0];
    private int[] firstOfLife = new int[0];
    private int[] ofLife = new int[0];
    private int[] firstOfActor = new int[0];

    private Desk ready = new Desk(new int[0], new int[0], new long[0], new long[0]);
    private Desk starts = new Desk(new int[0], new int[0], new long[0], new long[0]);

    /**
     * Rows in the order of actors, instants and lives.
     *
     * @param actor number of the actor, or -1
     * @param life life index
     * @param fromMillis first instant
     * @param toMillis first instant after
     */
    record Desk(int[] actor, int[] life, long[] fromMillis, long[] toMillis) {

        int size() {
            return actor.length;
        }

        /** The first row of an actor, or of the next one there is. */
        int firstOf(int who) {
            int low = 0;
            int high = actor.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (actor[middle] < who) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    Timelines(Lives lives) {
        this.lives = lives;
    }

    /** Adds the recorded work of a life; lives come in their order. */
    void record(int life, List<Life.Work> work) {
        for (Life.Work piece : work) {
            logActor.add(piece.actor());
            logLife.add(life);
            logFrom.add(piece.fromMillis());
            logTo.add(piece.toMillis());
            recordedMillis += piece.toMillis() - piece.fromMillis();
        }
    }

    /** How long all records are together, overlapping or not. */
    long recordedMillis() {
        return recordedMillis;
    }

    /** Puts everything in order; nothing is recorded afterwards. */
    Timelines settle(int actors) {
        disjoint();
        logActor = new Columns.Ints();
        logLife = new Columns.Ints();
        logFrom = new Columns.Longs();
        logTo = new Columns.Longs();
        segmentActor.trim();
        segmentLife.trim();
        segmentFrom.trim();
        segmentTo.trim();
        ambiguous.trim();
        index(actors);
        desks();
        return this;
    }

    /**
     * An actor works on one item at a time: a segment ends where the actor's next one begins. While records of several
     * items overlap, it is not certain which of them it was: such segments are ambiguous.
     */
    private void disjoint() {
        int[] order = Columns.sorted(logActor.size(), (a, b) -> logActor.get(a) != logActor.get(b)
                ? Integer.compare(logActor.get(a), logActor.get(b)) : Long.compare(logFrom.get(a), logFrom.get(b)));
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && logActor.get(order[to]) == logActor.get(order[from])) {
                to++;
            }
            Spans doubled = doubled(order, from, to);
            for (int i = from; i < to; i++) {
                int row = order[i];
                long end = i + 1 < to ? Math.min(logTo.get(row), logFrom.get(order[i + 1])) : logTo.get(row);
                add(row, logFrom.get(row), end, doubled);
            }
            from = to;
        }
    }

    /** When an actor's records of more than one item overlap. */
    private Spans doubled(int[] order, int from, int to) {
        List<Span> spans = new ArrayList<>();
        long reach = Long.MIN_VALUE;
        int holder = -1;
        long second = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            int row = order[i];
            long start = logFrom.get(row);
            long end = logTo.get(row);
            int life = logLife.get(row);
            // The two furthest ends of different items tell whether anything else is still recorded.
            long other = life == holder ? second : reach;
            if (Math.min(other, end) > start) {
                spans.add(new Span(start, Math.min(other, end)));
            }
            if (life == holder) {
                reach = Math.max(reach, end);
            } else if (end > reach) {
                second = reach;
                reach = end;
                holder = life;
            } else {
                second = Math.max(second, end);
            }
        }
        return spans.isEmpty() ? Spans.none() : Spans.union(spans);
    }

    private void add(int row, long from, long end, Spans doubled) {
        for (long at = from; at < end; ) {
            boolean isDoubled = doubled.contains(at);
            long next = Math.min(end, doubled.nextChange(at));
            segmentActor.add(logActor.get(row));
            segmentLife.add(logLife.get(row));
            segmentFrom.add(at);
            segmentTo.add(next);
            ambiguous.add(isDoubled ? 1 : 0);
            at = next;
        }
    }

    private void index(int actors) {
        firstOfActor = new int[actors + 1];
        firstOfLife = new int[lives.size() + 1];
        int n = segments();
        for (int i = 0; i < n; i++) {
            firstOfActor[segmentActor.get(i) + 1]++;
            firstOfLife[segmentLife.get(i) + 1]++;
        }
        for (int i = 0; i < actors; i++) {
            firstOfActor[i + 1] += firstOfActor[i];
        }
        for (int i = 0; i < lives.size(); i++) {
            firstOfLife[i + 1] += firstOfLife[i];
        }
        int[] filled = firstOfLife.clone();
        ofLife = new int[n];
        for (int i = 0; i < n; i++) {
            ofLife[filled[segmentLife.get(i)]++] = i;
        }
        nextOnSame = new int[n];
        for (int i = 0; i < n; i++) {
            // Within a life segments stand by actor, then by time.
            int at = i + 1;
            boolean follows = at < n && segmentLife.get(ofLife[i]) == segmentLife.get(ofLife[at])
                    && segmentActor.get(ofLife[i]) == segmentActor.get(ofLife[at]);
            nextOnSame[ofLife[i]] = follows ? ofLife[at] : NONE;
        }
    }

    private void desks() {
        DeskBuilder lying = new DeskBuilder();
        DeskBuilder begun = new DeskBuilder();
        for (int life = 0; life < lives.size(); life++) {
            addReady(life, lying);
            if (lives.startMillis(life) != Life.NEVER) {
                int who = lives.starter(life) >= 0 ? lives.starter(life) : ownerBefore(life);
                begun.add(who, life, lives.startMillis(life), lives.startMillis(life));
            }
        }
        ready = lying.desk();
        starts = begun.desk();
    }

    private int ownerBefore(int life) {
        int step = lives.stepAt(life, lives.startMillis(life) - 1);
        return step < 0 ? -1 : Math.max(-1, lives.owner(step));
    }

    private void addReady(int life, DeskBuilder lying) {
        long until = lives.startMillis(life) == Life.NEVER ? lives.endMillis(life) : lives.startMillis(life);
        int actor = -1;
        long since = 0;
        long last = Long.MIN_VALUE;
        for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
            long from = lives.atMillis(step);
            long to = Math.min(until, lives.untilMillis(life, step));
            boolean lies = lives.owner(step) >= 0 && lives.phase(step).isReady() && from < to;
            if (!lies) {
                continue;
            }
            if (actor != lives.owner(step) || last != from) {
                if (actor >= 0) {
                    lying.add(actor, life, since, last);
                }
                actor = lives.owner(step);
                since = from;
            }
            last = to;
        }
        if (actor >= 0) {
            lying.add(actor, life, since, last);
        }
    }

    /** Collects rows, then puts them in order; rows of one actor and instant keep the order of lives. */
    private static final class DeskBuilder {

        private final Columns.Ints actor = new Columns.Ints();
        private final Columns.Ints life = new Columns.Ints();
        private final Columns.Longs from = new Columns.Longs();
        private final Columns.Longs to = new Columns.Longs();

        void add(int who, int which, long fromMillis, long toMillis) {
            actor.add(who);
            life.add(which);
            from.add(fromMillis);
            to.add(toMillis);
        }

        Desk desk() {
            int[] order = Columns.sorted(actor.size(), (a, b) -> actor.get(a) != actor.get(b)
                    ? Integer.compare(actor.get(a), actor.get(b)) : Long.compare(from.get(a), from.get(b)));
            int n = order.length;
            Desk desk = new Desk(new int[n], new int[n], new long[n], new long[n]);
            for (int i = 0; i < n; i++) {
                desk.actor[i] = actor.get(order[i]);
                desk.life[i] = life.get(order[i]);
                desk.fromMillis[i] = from.get(order[i]);
                desk.toMillis[i] = to.get(order[i]);
            }
            return desk;
        }
    }

    /** Spans during which items lay unstarted and open on their owners' desks. */
    Desk ready() {
        return ready;
    }

    /** First starts. */
    Desk starts() {
        return starts;
    }

    /** Number of segments. */
    int segments() {
        return segmentActor.size();
    }

    int actor(int segment) {
        return segmentActor.get(segment);
    }

    int life(int segment) {
        return segmentLife.get(segment);
    }

    long fromMillis(int segment) {
        return segmentFrom.get(segment);
    }

    long toMillis(int segment) {
        return segmentTo.get(segment);
    }

    boolean isAmbiguous(int segment) {
        return ambiguous.get(segment) != 0;
    }

    /** The same actor's next segment on the same item, or {@link #NONE}. */
    int nextOnSame(int segment) {
        return nextOnSame[segment];
    }

    /** The first segment of an actor; those of the actor are consecutive. */
    int firstOfActor(int who) {
        return firstOfActor[who];
    }

    /** The last segment of an actor that begins before an instant, or one before the actor's first. */
    int lastBefore(int who, long atMillis) {
        return segmentFrom.lastAtOrBelow(firstOfActor[who], firstOfActor[who + 1], atMillis - 1);
    }

    /** The segments on an item, by actor and then by time. */
    int[] ofLife(int life) {
        return java.util.Arrays.copyOfRange(ofLife, firstOfLife[life], firstOfLife[life + 1]);
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
