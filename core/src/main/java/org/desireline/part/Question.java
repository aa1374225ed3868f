package org.desireline.part;

import java.util.TreeSet;

/**
 * Something that came up for decision, as an item's events are read. Short-lived: {@link Decisions} keeps what it says.
 */
final class Question {

    /** Stands for a program that decided. */
    static final int PROGRAM = -2;

    /** When it came up, or {@link Life#NEVER}. */
    final long openedMillis;
    /** Who left an event meanwhile, instants at both ends included. */
    final TreeSet<Integer> people = new TreeSet<>();
    /** When somebody first acted on the item while it was undecided. */
    long actedMillis = Life.NEVER;
    long decidedMillis = Life.NEVER;
    int decider = Life.NO_OWNER;
    int pointer = -1;
    long record;

    Question(long openedMillis) {
        this.openedMillis = openedMillis;
    }

    /** Whether it waits for an answer. */
    boolean isOpen() {
        return decidedMillis == Life.NEVER;
    }

    /** It is decided. */
    void decide(long atMillis, Life.Claim by) {
        decidedMillis = atMillis;
        decider = by.actor();
        pointer = by.pointer();
        record = by.record();
    }
}
