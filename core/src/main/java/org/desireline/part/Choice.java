package org.desireline.part;

import java.util.stream.IntStream;
import org.desireline.charter.Relation;

/**
 * A start of work, with what could have been started instead (discrete choice: a choice situation).
 *
 * <p>Three families, never mixed: what is begun out of what lies unstarted on one's own desk; what is turned to when
 * something else is left; what is taken out of what nobody owns yet.
 *
 * @param family what kind of decision it was
 * @param outcome whether there was a choice at all
 * @param actor number of the actor who chose, as a cluster label only; -1 when nobody did
 * @param team code of the declared team that the actor belonged to just then, or {@link TeamWeek#NONE}
 * @param atMillis when
 * @param pushed whether somebody else had assigned the item within the last 15 minutes
 * @param taken whether whoever starts it had taken it out of what nobody owned within the last 15 minutes, and so chose
 *     it there
 * @param byTouch whether no move into work is on record, and the owner's first trace on the item tells the start
 * @param chosen column of the started item, or -1
 * @param chosenKey the name people know the started item by
 * @param chosenItem number of the started item
 * @param origin where the start was read, as it is shown
 * @param inWindow whether it lies inside the window of the run
 * @param items number of the item by column, ascending
 * @param classes class code by ordinal of the dimension, then by column
 * @param settled by column, the class of priority a day before, or at the item's creation where it is younger
 * @param held by column, what else is known of the item just then: the bits below
 * @param ageMillis by column, how long the item had existed
 * @param prospects by column, what could be known of the item beforehand
 * @param standing how classes of priority stood to one another just then
 */
public record Choice(
        Family family,
        Outcome outcome,
        int actor,
        int team,
        long atMillis,
        boolean pushed,
        boolean taken,
        boolean byTouch,
        int chosen,
        String chosenKey,
        int chosenItem,
        String origin,
        boolean inWindow,
        int[] items,
        int[][] classes,
        int[] settled,
        byte[] held,
        long[] ageMillis,
        Prospect prospects,
        Standing standing)
        implements Part {

    /** What kind of decision it was. The constants' labels are those of line ids. */
    public enum Family {
        /** An item is begun; the menu is what lay unstarted on the same desk. */
        FIRST_START("firstStart", "starts"),
        /** Work turns from one item to another; the menu is all that could be worked on, but the one that is left. */
        SWITCH("switch", "turns to other work"),
        /** An item that nobody owned is taken or begun; the menu is what nobody owned of the same component or team. */
        POOL("pool", "takings out of a pool");

        private final String label;
        private final String plural;

        Family(String label, String plural) {
            this.label = label;
            this.plural = plural;
        }

        /** What several such decisions are called. */
        public String plural() {
            return plural;
        }

        /** The name used in JSON and in line ids. */
        public String label() {
            return label;
        }
    }

    /** What could be known of an item before it was chosen. */
    public enum Attribute {
        /** How near the due date is: 0 from two weeks ahead on and without one, 1 on the day and after it. */
        DUE("due"),
        /** 1 where there is a due date. */
        HAS_DUE("hasDue"),
        /** ln(1 + working hours since it could be worked on). */
        AGE("age"),
        /** Minus ln of the hours it was expected to take. */
        SIZE("size"),
        /** ln(1 + hours that whoever chose had worked in its area, in the 180 days before). */
        FAMILIARITY("familiarity"),
        /** Minus the approvals and hand-overs that such items went through before. */
        FRICTION("friction"),
        /** Minus the share of such items that came back. */
        FAILURE("failure"),
        /** The declared level of whoever asked for it; 0 without one. */
        REQUESTER("requester");

        private final String label;

        Attribute(String label) {
            this.label = label;
        }

        /** The name used in JSON and in line ids. */
        public String label() {
            return label;
        }
    }

    /** What could be known of the items of a menu; computed when it is asked for. */
    @FunctionalInterface
    public interface Prospect {

        /** Nothing is known. */
        Prospect NONE = (attribute, column) -> 0;

        /** The value of an attribute of the item of a column; higher is more of what the attribute is named for. */
        double of(Attribute attribute, int column);
    }

    /** How classes of priority stand to one another, in the order and under the tradeoff rules of an instant. */
    public interface Standing {

        /** Nothing was declared. */
        Standing NONE = (one, other) -> Relation.UNKNOWN;

        /** How the first class stands to the second. */
        Relation relation(int one, int other);

        /**
         * Which tradeoff rule decides between two classes just then.
         *
         * @return index of the rule in {@link org.desireline.charter.Intent#rules}, or -1 where the order alone decides
         */
        default int rule(int one, int other) {
            return -1;
        }
    }

    /** The item only holds other items. */
    public static final byte CONTAINER = 1;
    /** Another item that blocks it was still open. */
    public static final byte BLOCKED = 2;
    /** Parked: untouched for 180 days, with no owner, sprint or due date ahead. */
    public static final byte PARKED = 4;
    /** Untouched for 180 days, though owned; on the menu, but a sensitivity setting takes it off. */
    public static final byte STALE = 8;

    /** It lay in the same place when the actor last started or took something from there, and was passed over. */
    public static final byte SEEN = 16;
    /** Its priority was changed within a day of its start: the label may have followed the work. */
    public static final byte RELABELLED = 32;
    /** It had been begun before. */
    public static final byte BEGUN = 64;

    /** What may not be begun: containers, blocked and parked items. */
    public static final byte UNFIT = CONTAINER | BLOCKED | PARKED;

    /** How a choice stands to its menu. */
    public enum Outcome {
        /** The started item was on the menu. */
        STARTED,
        /** Started by somebody who did not own it, or out of a state that is on no menu: the rules missed it. */
        MISS,
        /** Finished without any recorded start; no choice can be seen. */
        SKIPPED,
        /** Records of several items overlap just then, so that it is not known what was turned to. */
        OVERLAP,
        /** Nobody's item of no named component and no team: there is no telling what else it lay among. */
        NO_POOL
    }

    /** Whether it counts: it lies in the window, was not made out of a pool, and what was started lay on the menu. */
    public boolean counts() {
        return inWindow && !taken && outcome == Outcome.STARTED;
    }

    /** The columns of which none of some bits is known. */
    public int[] without(int barred) {
        return IntStream.range(0, size()).filter(column -> (held[column] & barred) == 0).toArray();
    }

    /** Number of columns. */
    public int size() {
        return held.length;
    }
}
