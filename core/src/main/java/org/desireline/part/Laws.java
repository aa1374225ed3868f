package org.desireline.part;

import java.util.Arrays;
import org.desireline.charter.Phase;
import org.desireline.time.Spans;

/**
 * The laws of the ledger, asserted on every run; each side is counted on its own.
 *
 * <ul>
 *   <li>Item law: the stretches of an item follow one another from its creation to its end, and their lengths add up;
 *       so does, on calendar, what the awaited party was doing in each.
 *   <li>Actor law: for every actor, recorded work on calendar and free time on calendar add up to the calendar.
 *   <li>Double entry: recorded work inside the lives of items and outside them adds up to the work of actors.
 *   <li>Week law: what the weeks of the whole organisation hold adds up to recorded work.
 *   <li>Area law: what people did, and recorded work, add up over areas; so does what is open when weeks end.
 *   <li>Decision law: what came up for decision is what came to stand where one is awaited, and it stands there still
 *       or was decided.
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
            checkMeanwhile(trace, stretch);
            at = stretch.toMillis();
            sum = Math.addExact(sum, stretch.millis());
        }
        if (sum != trace.endMillis() - trace.createdMillis()) {
            throw new LawFailed("The item law", trace.key() + " posts " + sum + " ms of a life of "
                    + (trace.endMillis() - trace.createdMillis()) + " ms");
        }
    }

    /** What each member of the awaited party was doing adds up to the stretch, on calendar. */
    private static void checkMeanwhile(Trace trace, Stretch stretch) {
        for (Meanwhile member : stretch.meanwhile()) {
            long posted = 0;
            for (long millis : member.millis()) {
                posted += millis < 0 ? Long.MIN_VALUE / 16 : millis;
            }
            long displaced = 0;
            for (long millis : member.displacedBy()) {
                displaced += millis < 0 ? Long.MIN_VALUE / 64 : millis;
            }
            if (posted != stretch.onCalendarMillis() || displaced != member.millis(Doing.displacedNew)
                    || member.pool() != stretch.meanwhile().size()) {
                throw new LawFailed("The item law", trace.key() + " waits " + stretch.onCalendarMillis()
                        + " ms on calendar from " + stretch.fromMillis() + ", but " + posted
                        + " ms are accounted for at its second level, " + displaced + " ms of them displaced");
            }
        }
    }

    /** Decisions as they were read along with events, and as the states of items tell of them. */
    static void checkDecisions(Lives lives, Decisions decisions) {
        long read = 0;
        long undecided = 0;
        for (int row = 0; row < decisions.size(); row++) {
            read += decisions.openedMillis(row) == Life.NEVER ? 0 : 1;
            int last = lives.lastStep(decisions.life(row));
            boolean open = decisions.decidedMillis(row) == Life.NEVER;
            undecided += open ? 1 : 0;
            if (open && lives.phase(last) != Phase.decision) {
                throw new LawFailed("The decision law", lives.key(decisions.life(row)) + " awaits a decision that came"
                        + " up at " + decisions.openedMillis(row) + ", but stands in " + lives.phase(last));
            }
        }
        long came = 0;
        long stand = 0;
        for (int life = 0; life < lives.size(); life++) {
            boolean before = false;
            for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
                boolean awaited = lives.phase(step) == Phase.decision;
                came += awaited && !before ? 1 : 0;
                before = awaited;
            }
            stand += before ? 1 : 0;
        }
        if (came != read || undecided > stand) {
            throw new LawFailed("The decision law", came + " times items came to await a decision and " + stand
                    + " await one, but " + read + " decisions came up and " + undecided + " are open");
        }
    }

    static void checkWork(Lives lives, Timelines timelines, Spans calendar, Frame.Work work) {
        long byActor = 0;
        long busyOnCalendar = 0;
        long freeOnCalendar = 0;
        long wholeOnCalendar = 0;
        int who = 0;
        for (int segment = 0; segment < timelines.segments(); segment++) {
            while (timelines.firstOfActor(who + 1) <= segment) {
                who++;
            }
            long from = timelines.fromMillis(segment);
            long to = timelines.toMillis(segment);
            byActor += to - from;
            busyOnCalendar += calendar.overlapMillis(from, to);
            if (segment > timelines.firstOfActor(who)) {
                long last = timelines.toMillis(segment - 1);
                checkDisjoint(segment, from, last);
                freeOnCalendar += calendar.overlapMillis(last, from);
                wholeOnCalendar += calendar.overlapMillis(last, to);
            } else {
                wholeOnCalendar += calendar.overlapMillis(from, to);
            }
        }
        if (busyOnCalendar + freeOnCalendar != wholeOnCalendar || busyOnCalendar != work.onCalendarMillis()) {
            throw new LawFailed("The actor law", busyOnCalendar + " ms busy and " + freeOnCalendar + " ms free of "
                    + wholeOnCalendar + " ms on calendar");
        }
        long byItem = 0;
        for (int life = 0; life < lives.size(); life++) {
            for (int segment : timelines.ofLife(life)) {
                byItem += Math.max(0, Math.min(timelines.toMillis(segment), lives.endMillis(life))
                        - Math.max(timelines.fromMillis(segment), lives.createdMillis(life)));
            }
        }
        if (byItem + work.afterEnd() != byActor) {
            throw new LawFailed("Double entry", byItem + " ms on items and " + work.afterEnd()
                    + " ms outside their lives, but " + byActor + " ms by actors");
        }
    }

    /** Work as it is posted to weeks, and as it stands on the timelines of actors. */
    static void checkWeeks(long posted, Timelines timelines) {
        long recorded = 0;
        for (int segment = 0; segment < timelines.segments(); segment++) {
            recorded += timelines.toMillis(segment) - timelines.fromMillis(segment);
        }
        if (posted != recorded) {
            throw new LawFailed("The week law", posted + " ms posted to weeks, " + recorded
                    + " ms on the timelines of actors");
        }
    }

    /** Acts as they are posted to areas, and as they were recorded; open items by area, and asked one by one. */
    static void checkAreas(long posted, Acts acts, long openByArea, long open) {
        if (posted != acts.size()) {
            throw new LawFailed("The area law", posted + " acts posted to areas, " + acts.size() + " recorded");
        }
        if (openByArea != open) {
            throw new LawFailed("The area law", openByArea + " items open by area at the ends of weeks, " + open
                    + " open at these instants");
        }
    }

    /** A segment may not begin before the actor's last one ended. */
    static void checkDisjoint(int segment, long fromMillis, long lastMillis) {
        if (fromMillis < lastMillis) {
            throw new LawFailed("The actor law", "somebody works on two items at " + fromMillis + ", segment "
                    + segment);
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

        void add(Lives lives, int life, Trace trace, Timelines timelines) {
            trace.labours().forEach(labour -> posted += labour.millis());
            for (int segment : timelines.ofLife(life)) {
                int first = Math.max(lives.firstStep(life), lives.stepAt(life, timelines.fromMillis(segment)));
                for (int step = first; step <= lives.lastStep(life)
                        && lives.atMillis(step) < timelines.toMillis(segment); step++) {
                    if (!lives.phase(step).isOver()) {
                        long until = Math.min(lives.untilMillis(life, step), lives.endMillis(life));
                        recorded += Math.max(0, Math.min(timelines.toMillis(segment), until)
                                - Math.max(timelines.fromMillis(segment), lives.atMillis(step)));
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

        void add(Lives lives, int life, Trace trace) {
            for (Stretch stretch : trace.stretches()) {
                posted[stretch.cause() == Wait.closedGap ? CLOSED : stretch.owned() ? ASSIGNED : UNASSIGNED]
                        += stretch.millis();
            }
            for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
                long from = lives.atMillis(step);
                long until = Math.min(lives.untilMillis(life, step), lives.endMillis(life));
                int stock = lives.phase(step).isOver() ? CLOSED
                        : lives.owner(step) == Life.NO_OWNER ? UNASSIGNED : ASSIGNED;
                if (from < until) {
                    push(from, stock, 1);
                    push(until, stock, 0);
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
