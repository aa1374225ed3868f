package org.desireline.charter;

import java.util.List;

/**
 * A commitment or a decision as it was declared, resolved against the data: its words, its days over time, and the
 * items that show what becomes of it. Data only: keys are item numbers, expressions have been evaluated.
 *
 * @param id its id, as it is shown
 * @param what what it says, or empty
 * @param kind which of the two it is
 * @param inMeeting whether it was made in a meeting, and counts from that day
 * @param team code of the team that owns it, {@link Intent#NONE} where none does
 * @param days when its day was set and to which, ascending strictly in time; never empty
 * @param evidence whether anything was ever named that shows whether it is kept
 * @param links the items that show it
 * @param place where it was first read
 */
public record Undertaking(
        String id,
        String what,
        Kind kind,
        boolean inMeeting,
        int team,
        List<Day> days,
        boolean evidence,
        List<Link> links,
        String place) {

    /** The day of what was taken back. */
    public static final long TAKEN_BACK = Long.MIN_VALUE;
    /** The day of what is due on none, as a decision. */
    public static final long NO_DAY = Long.MAX_VALUE;
    /** An item that the data do not have. */
    public static final int UNKNOWN_ITEM = -1;

    /** Whether something was promised or settled. */
    public enum Kind {
        /** Something will be done by a day. */
        COMMITMENT,
        /** Something was settled. */
        DECISION
    }

    /**
     * The day that holds from an instant on.
     *
     * @param atMillis from when it is on record
     * @param dueMillis the end of the day, {@link #TAKEN_BACK} or {@link #NO_DAY}
     */
    public record Day(long atMillis, long dueMillis) {}

    /**
     * An item that belongs to it for a time.
     *
     * @param item number of the item, or {@link #UNKNOWN_ITEM}
     * @param fromMillis from when
     * @param toMillis first instant after, {@link Long#MAX_VALUE} where it still does
     * @param named whether it is named by key; else an expression holds for it
     */
    public record Link(int item, long fromMillis, long toMillis, boolean named) {}

    public Undertaking {
        days = List.copyOf(days);
        links = List.copyOf(links);
        if (days.isEmpty() || days.getFirst().dueMillis() == TAKEN_BACK) {
            throw new IllegalArgumentException("What was never made cannot be followed: '" + id + "'.");
        }
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).atMillis() <= days.get(i - 1).atMillis()) {
                throw new IllegalArgumentException("The days of '" + id + "' must ascend: " + days.get(i).atMillis()
                        + " after " + days.get(i - 1).atMillis() + ".");
            }
        }
    }

    /** When it was made. */
    public long declaredMillis() {
        return days.getFirst().atMillis();
    }
}
