package org.desireline.part;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.time.Spans;

/**
 * The laws of the ledger, asserted on every run; each side is counted on its own.
 *
 * <ul>
 *   <li>Item law: the stretches of an item follow one another from its creation to its end, and their lengths add up.
 *   <li>Actor law: for every actor, recorded work on calendar and free time on calendar add up to the calendar.
 *   <li>Double entry: recorded work inside the lives of items and outside them adds up to the work of actors.
 *   <li>Stock law: hours of a stock equal the number of items in it, integrated over time.
 * </ul>
 */
final class Laws {

    private Laws() {}

    static void checkItem(Trace trace) {
        long at = trace.createdMillis();
        long sum = 0;
        for (Stretch stretch : trace.stretches()) {
            if (stretch.fromMillis() != at || stretch.onCalendarMillis() < 0
                    || stretch.onCalendarMillis() > stretch.millis()) {
                throw new LawFailed("The item law", trace.key() + " has a gap or an overlap at " + at);
            }
            at = stretch.toMillis();
            sum = Math.addExact(sum, stretch.millis());
        }
        if (sum != trace.endMillis() - trace.createdMillis()) {
            throw new LawFailed("The item law", trace.key() + " posts " + sum + " ms of a life of "
                    + (trace.endMillis() - trace.createdMillis()) + " ms");
        }
    }

    static void checkWork(List<Life> lives, Timelines timelines, Spans calendar, Frame.Facts facts) {
        long byActor = 0;
        long busyOnCalendar = 0;
        long freeOnCalendar = 0;
        long wholeOnCalendar = 0;
        Timelines.Segment last = null;
        for (Timelines.Segment segment : timelines.segments) {
            byActor += segment.toMillis() - segment.fromMillis();
            busyOnCalendar += calendar.overlapMillis(segment.fromMillis(), segment.toMillis());
            if (last != null && last.actor() == segment.actor()) {
                if (segment.fromMillis() < last.toMillis()) {
                    throw new LawFailed("The actor law", "somebody works on two items at " + segment.fromMillis());
                }
                freeOnCalendar += calendar.overlapMillis(last.toMillis(), segment.fromMillis());
                wholeOnCalendar += calendar.overlapMillis(last.toMillis(), segment.toMillis());
            } else {
                wholeOnCalendar += calendar.overlapMillis(segment.fromMillis(), segment.toMillis());
            }
            last = segment;
        }
        if (busyOnCalendar + freeOnCalendar != wholeOnCalendar || busyOnCalendar != facts.workMillis()) {
            throw new LawFailed("The actor law", busyOnCalendar + " ms busy and " + freeOnCalendar + " ms free of "
                    + wholeOnCalendar + " ms on calendar");
        }
        Map<Integer, Long> inside = new HashMap<>();
        for (Timelines.Segment segment : timelines.segments) {
            Life life = lives.get(segment.life());
            long from = Math.max(segment.fromMillis(), life.createdMillis());
            long to = Math.min(segment.toMillis(), life.endMillis);
            inside.merge(segment.life(), Math.max(0, to - from), Long::sum);
        }
        long byItem = inside.values().stream().mapToLong(Long::longValue).sum();
        if (byItem + facts.afterEnd() != byActor) {
            throw new LawFailed("Double entry", byItem + " ms on items and " + facts.afterEnd()
                    + " ms outside their lives, but " + byActor + " ms by actors");
        }
    }

    /**
     * Both sides of double entry, counted apart: work as the stretches of items post it, actor by actor, and as it
     * stands on the timelines of actors. What an actor did after an item's end or while it was closed is posted to no
     * stretch.
     */
    static final class Entry {

        private long posted;
        private long recorded;

        void add(Life life, Trace trace, List<Timelines.Segment> segments) {
            trace.labours().forEach(labour -> posted += labour.millis());
            for (Timelines.Segment segment : segments) {
                for (int i = 0; i < life.steps.size(); i++) {
                    Life.Step step = life.steps.get(i);
                    long next = i + 1 < life.steps.size() ? life.steps.get(i + 1).atMillis() : life.endMillis;
                    if (!step.phase().isOver()) {
                        recorded += Math.max(0, Math.min(segment.toMillis(), Math.min(next, life.endMillis))
                                - Math.max(segment.fromMillis(), step.atMillis()));
                    }
                }
            }
        }

        void check() {
            if (posted != recorded) {
                throw new LawFailed("Double entry", posted + " ms posted on items, " + recorded
                        + " ms on the timelines of actors");
            }
        }
    }

    /**
     * Both sides of the stock law, counted apart: hours as the stretches post them, and the number of items that the
     * lives' own states say were present, integrated over time. Stocks are told apart as far as an item's own states
     * tell them: closed for a while, open with no owner, open with one.
     */
    static final class Stock {

        private static final int CLOSED = 0;
        private static final int UNASSIGNED = 1;
        private static final int ASSIGNED = 2;
        private static final int STOCKS = 3;

        private final long[] posted = new long[STOCKS];
        private long[] instants = new long[1024];
        private int size;

        void add(Life life, Trace trace) {
            for (Stretch stretch : trace.stretches()) {
                posted[stretch.cause() == Wait.closedGap ? CLOSED : stretch.owned() ? ASSIGNED : UNASSIGNED]
                        += stretch.millis();
            }
            for (int i = 0; i < life.steps.size(); i++) {
                Life.Step step = life.steps.get(i);
                long next = i + 1 < life.steps.size() ? life.steps.get(i + 1).atMillis() : life.endMillis;
                int stock = step.phase().isOver() ? CLOSED : step.owner() == Life.NO_OWNER ? UNASSIGNED : ASSIGNED;
                if (step.atMillis() < Math.min(next, life.endMillis)) {
                    push(step.atMillis(), stock, 1);
                    push(Math.min(next, life.endMillis), stock, 0);
                }
            }
        }

        /** An instant, a stock and a direction in one long, so that the sort is one of primitives. */
        private void push(long atMillis, int stock, int arrives) {
            if (size == instants.length) {
                instants = Arrays.copyOf(instants, size * 2);
            }
            instants[size++] = (atMillis << 3) | ((long) stock << 1) | arrives;
        }

        void check() {
            Arrays.sort(instants, 0, size);
            long[] present = new long[STOCKS];
            long[] integral = new long[STOCKS];
            long[] since = new long[STOCKS];
            for (int i = 0; i < size; i++) {
                long at = instants[i] >> 3;
                int stock = (int) (instants[i] >> 1) & 3;
                integral[stock] += present[stock] * (at - since[stock]);
                since[stock] = at;
                present[stock] += (instants[i] & 1) == 1 ? 1 : -1;
            }
            for (int stock = 0; stock < STOCKS; stock++) {
                if (integral[stock] != posted[stock] || present[stock] != 0) {
                    throw new LawFailed("The stock law", posted[stock] + " ms posted, " + integral[stock]
                            + " ms of items present, in stock " + stock);
                }
            }
        }
    }
}
