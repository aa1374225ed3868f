package org.desireline.world.planted;

/** A kind of random decision in a planted organisation: one stream of numbers each. */
enum Draw {
    ABSENCE, ARRIVAL, CLASS, SIZE, TYPE, CREATOR, OWNER, ASSIGN, HIDDEN, PUSHED, RELABELLED, REVIEWER, ANSWER, REWORK,
    BLOCK, BLOCKED, TASTE, PICK, CHUNK, INVISIBLE, ASIDE, PAUSE, DISPATCH, COMMIT, MISSING, LATE, SKEW, KEPT;

    private static final long FIRST = 1000;

    /** The stream's number, out of the way of other worlds'. */
    long stream() {
        return FIRST + ordinal();
    }
}
