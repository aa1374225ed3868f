package org.desireline.journal;

/** What an event says happened. The constants' names are those of JSON and of the manual. */
public enum Verb {
    created, assigned, unassigned, statusChanged, started, stopped, fieldChanged, linked, unlinked, blocked, unblocked,
    reviewRequested, reviewed, commented, committed, merged, logged, done, dropped, reopened, dueSet, dueMoved,
    scopeMoved, decided, declared, scheduled, paged, met, away;

    private static final Verb[] ALL = values();

    /** The verb of an ordinal, as columns store it. */
    public static Verb of(int ordinal) {
        return ALL[ordinal];
    }
}
