package org.desireline.part;

import org.desireline.charter.Relation;

/**
 * A start of work, with what could have been started instead (discrete choice: a choice situation).
 *
 * @param outcome whether there was a choice at all
 * @param actor number of the actor who chose, as a cluster label only; -1 when nobody did
 * @param atMillis when
 * @param pushed whether somebody else had assigned the item within the last 15 minutes
 * @param chosen column of the started item, or -1
 * @param chosenKey the name people know the started item by
 * @param chosenItem number of the started item
 * @param origin where the start was read, as it is shown
 * @param inWindow whether it lies inside the window of the run
 * @param classes class code by ordinal of the dimension, then by column
 * @param held by column, what else is known of the item just then: the bits below
 * @param ageMillis by column, how long the item had existed
 * @param standing how classes of priority stood to one another just then
 */
public record Choice(
        Outcome outcome,
        int actor,
        long atMillis,
        boolean pushed,
        int chosen,
        String chosenKey,
        int chosenItem,
        String origin,
        boolean inWindow,
        int[][] classes,
        byte[] held,
        long[] ageMillis,
        Standing standing)
        implements Part {

    /** How classes of priority stand to one another, in the order and under the tradeoff rules of an instant. */
    @FunctionalInterface
    public interface Standing {

        /** Nothing was declared. */
        Standing NONE = (one, other) -> Relation.UNKNOWN;

        /** How the first class stands to the second. */
        Relation relation(int one, int other);
    }

    /** The item only holds other items. */
    public static final byte CONTAINER = 1;
    /** Another item that blocks it was still open. */
    public static final byte BLOCKED = 2;
    /** Parked: untouched for 180 days, with no owner, sprint or due date ahead. */
    public static final byte PARKED = 4;
    /** Untouched for 180 days, though owned; on the menu, but a sensitivity setting takes it off. */
    public static final byte STALE = 8;

    /** It lay on the same desk when the actor last started something, and was passed over. */
    public static final byte SEEN = 16;
    /** Its priority was changed within a day of its start: the label may have followed the work. */
    public static final byte RELABELLED = 32;

    /** How a first start stands to its menu. */
    public enum Outcome {
        /** The started item was on the menu. */
        STARTED,
        /** Started by somebody who did not own it, or out of a state that is on no menu: the rules missed it. */
        MISS,
        /** Finished without any recorded start; no choice can be seen. */
        SKIPPED
    }

    /** Number of columns. */
    public int size() {
        return held.length;
    }
}
