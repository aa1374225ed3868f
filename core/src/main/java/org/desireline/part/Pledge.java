package org.desireline.part;

/**
 * One promise of an item, as its events are read: by which day it was to be done, and whatever became of that day.
 * Short-lived: {@link Pledges} keeps what it says.
 */
final class Pledge {

    /** Which promise of the item it is; empty for the item's own due date. */
    final String target;
    /** When its day was set, ascending strictly, and to the end of which day; {@link Life#NEVER}: taken back. */
    final Columns.Longs at = new Columns.Longs();
    final Columns.Longs due = new Columns.Longs();
    /** Whether it is on record when it was made. */
    boolean sinceKnown;
    /** Where it was read. */
    int pointer = -1;
    long record;
    /** The first touch of the item after it was made, other than a change of plans. */
    long firstAction = Life.NEVER;

    Pledge(String target) {
        this.target = target;
    }

    /** Sets the day; what came first of one instant gives way. */
    void set(long atMillis, long dueMillis, boolean known, int where, long number) {
        int last = at.size() - 1;
        if (last >= 0 && at.get(last) == atMillis) {
            due.setLast(dueMillis);
            sinceKnown |= last == 0 && known;
            if (last == 0 && dueMillis == Life.NEVER) {
                at.removeLast();
                due.removeLast();
            }
            return;
        }
        if (last < 0) {
            if (dueMillis == Life.NEVER) {
                return;
            }
            sinceKnown = known;
            pointer = where;
            record = number;
        }
        at.add(atMillis);
        due.add(dueMillis);
    }

    /** Somebody touched the item, and not to change its plans. */
    void acted(long atMillis) {
        if (firstAction == Life.NEVER && at.size() > 0 && atMillis > at.get(0)) {
            firstAction = atMillis;
        }
    }

    /** Whether a day was ever set. */
    boolean isMade() {
        return at.size() > 0;
    }
}
