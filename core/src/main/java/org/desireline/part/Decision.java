package org.desireline.part;

/**
 * Something about an item that came up for decision, and how it was decided.
 *
 * <p>It comes up when the item comes to stand where a decision is awaited, and is decided when it leaves that place or
 * an event says so. An event that says so while nothing is awaited is a decision of which it is not known when it came
 * up.
 *
 * @param item number of the item, ordered by native id
 * @param key the name people know it by
 * @param number which of the item's decisions it is, from 0
 * @param openedMillis when it came up, or {@link #NEVER} where that is not known
 * @param decidedMillis when it was decided, or {@link #NEVER} where it still is not
 * @param decider number of the actor who decided it, as a cluster label only; -1 where nobody did, or no person is on
 *     record
 * @param byProgram whether a program decided it
 * @param rights declared rights to decide that the item fell under when it came up, as bits
 * @param held of all rights, those that the decider held when it was decided, as bits
 * @param people how many people left an event on the item from when it came up until it was decided, or now
 * @param handOffs how often the item went from one person to another meanwhile
 * @param actedMillis when somebody first committed, merged, logged or began work on the item while it was undecided, or
 *     {@link #NEVER}
 * @param cameBackMillis when the item next came up for decision after this one was decided, or {@link #NEVER}
 * @param decidedAgainMillis when the item's next decision was made, or {@link #NEVER}
 * @param time whether time was short when it came up
 * @param actors distinct actors with any event on the item
 * @param inWindow whether it came up inside the window of the run, or, where that is not known, was decided there
 * @param origin where it was read that it was decided, as it is shown; empty where it is not
 */
public record Decision(
        int item,
        String key,
        int number,
        long openedMillis,
        long decidedMillis,
        int decider,
        boolean byProgram,
        int rights,
        int held,
        int people,
        int handOffs,
        long actedMillis,
        long cameBackMillis,
        long decidedAgainMillis,
        Time time,
        int[] actors,
        boolean inWindow,
        String origin)
        implements Part {

    /** No instant. */
    public static final long NEVER = Long.MIN_VALUE;
    /** Time is short where the item is due within so many working days. */
    public static final int SHORT_DAYS = 5;

    /** Whether time was short when something came up for decision. */
    public enum Time {
        /** The item was due within five working days, or overdue, or the week was one of declared pressure. */
        SHORT,
        /** It was due later, or not at all in a week of which it is declared that there was no pressure. */
        ENOUGH,
        /** Nothing on record tells. */
        UNKNOWN
    }

    public Decision {
        if (openedMillis == NEVER && decidedMillis == NEVER) {
            throw new IllegalArgumentException("What neither came up nor was decided is no decision: item " + item
                    + ".");
        }
        if (openedMillis != NEVER && decidedMillis != NEVER && decidedMillis < openedMillis) {
            throw new IllegalArgumentException("The decision " + number + " of item " + item + " came up at "
                    + openedMillis + " and was decided at " + decidedMillis + ".");
        }
    }

    /** Whether it was decided. */
    public boolean isDecided() {
        return decidedMillis != NEVER;
    }

    /** Whether it is known when it came up. */
    public boolean isOpeningKnown() {
        return openedMillis != NEVER;
    }
}
