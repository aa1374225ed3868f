package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What one item's own events say of it, as they are read: its states as steps, and what was attached to it. No other
 * item is consulted. Short-lived: {@link Lives} keeps what it says.
 */
final class Life {

    /** Owner codes for what is no actor. */
    static final int NO_OWNER = -1;

    static final int OWNER_UNKNOWN = -2;

    /** No instant. */
    static final long NEVER = Long.MIN_VALUE;

    /** How long an item may go untouched before it can be parked. */
    static final long UNTOUCHED_MILLIS = 180L * 24 * 3_600_000;

    /**
     * A state that holds from an instant to the next step's.
     *
     * @param inQueue whether the tracker puts the item into the queue of a team
     * @param classes class codes, packed as {@link ClassTable} does; 0 while classes are not settled yet
     */
    record Step(
            long atMillis,
            Phase phase,
            int owner,
            int cycle,
            boolean planned,
            boolean inQueue,
            long dueMillis,
            long classes) {

        Step with(long at, long otherClasses) {
            return new Step(at, phase, owner, cycle, planned, inQueue, dueMillis, otherClasses);
        }

        boolean sameAs(Step other) {
            return phase == other.phase && owner == other.owner && cycle == other.cycle && planned == other.planned
                    && inQueue == other.inQueue && dueMillis == other.dueMillis && classes == other.classes;
        }
    }

    /**
     * Somebody takes an item that nobody owns.
     *
     * @param pointer where it was read
     * @param record native number of the record there
     */
    record Claim(int actor, long atMillis, int pointer, long record) {}

    /** A span during which the item waited for another to be done. */
    record Blocker(int item, long fromMillis, long toMillis) {}

    /** A recorded piece of work. */
    record Work(int actor, long fromMillis, long toMillis) {}

    /**
     * An event that people at work leave behind; whether it counts depends on who they were to the item.
     *
     * @param mark what else it says, as {@link Acts} packs it
     */
    record Sign(int actor, long atMillis, Kind kind, int mark) {

        /** What it says. */
        enum Kind {
            /** Whoever did it had been at work on it. */
            WORKED,
            /** The same; a program may repeat it within seconds. */
            COMMITTED,
            /** The same; whoever did it is a reviewer. */
            REVIEWED,
            /** The item moved; work may begin by it. */
            MOVED,
            /** Work begins by it. */
            OPENED
        }
    }

    final int item;
    String key;
    boolean proven;
    boolean container;
    /** Step 0 is the creation; instants ascend strictly. */
    List<Step> steps = new ArrayList<>();
    /** By step, then by ordinal of the dimension; kept only while classes are not settled yet. */
    final List<List<List<String>>> values = new ArrayList<>();
    /** Dimensions in which the item ever had several values that are told apart. */
    final List<Dimension> overlaps = new ArrayList<>();
    final List<Blocker> blockers = new ArrayList<>();
    final List<Work> work = new ArrayList<>();
    /** When it stood in a working phase for less than a day, by its owner; only where that is how work is told. */
    final List<Work> windows = new ArrayList<>();
    /** In order of time; kept only once classes are settled. */
    final List<Sign> signs = new ArrayList<>();
    /** Instants at which somebody touched the item, ascending. */
    final Columns.Longs touches = new Columns.Longs();
    int[] actors = new int[0];
    long endMillis;
    boolean over;
    long startMillis = NEVER;
    /** Whether it was created in a working phase: its start was not recorded. */
    boolean bornWorking;
    int starter = -1;
    /** Where the start was read. */
    int startPointer = -1;
    long startRecord;
    /** Whether its start is that of an activity of a process log. */
    boolean startedByActivity;
    /** Whether no move into work tells the start, but the owner's first trace on the item while it lay ready. */
    boolean startedByTouch;
    /** Whether somebody else had assigned it shortly before that trace. */
    boolean pushedTouch;
    /** When somebody first took it as their own while nobody owned it, or began it then. */
    @Nullable Claim claim;
    /** What a process log says could be begun; null where none does. */
    @Nullable Agenda agenda;
    /** What was promised of it; kept only once classes are settled. */
    final List<Pledge> pledges = new ArrayList<>();
    /** What came up for decision, in order of time; kept only once classes are settled. */
    final List<Question> questions = new ArrayList<>();
    /** What it is called in whatever period it is declared for, or null where nothing says. */
    @Nullable String again;
    /** The teams it asks for something, joined, each with how often. */
    String asked = "";
    /** What a table tells of it, where it is a promise of a whole; kept only once classes are settled. */
    @Nullable Whole whole;
    /** The end of the day it was due as a whole, and where that was read. */
    long wholeDueMillis = NEVER;
    int wholePointer = -1;
    long wholeRecord;
    /** The hours it was first estimated to take, and since when; 0 where nobody said. */
    double estimateHours;
    long estimatedMillis = NEVER;
    long assignedMillis = NEVER;
    int assigner = -1;
    int lastOwner = NO_OWNER;
    /** Who created it, or -1. */
    int author = -1;
    boolean authorIsBot;
    /** Whether it is a change to a repository. */
    boolean isChange;
    /** When somebody other than its author, and no program, reviewed it first. */
    long reviewedMillis = Long.MAX_VALUE;
    /** When it was merged first. */
    long mergedMillis = Long.MAX_VALUE;

    Life(int item) {
        this.item = item;
        this.key = "";
    }

    long createdMillis() {
        return steps.get(0).atMillis();
    }
}
