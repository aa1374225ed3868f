package org.desireline.world.planted;

/**
 * A kind of random decision in a planted organisation: one stream of numbers each. A new kind comes last, so that it
 * moves no other.
 */
enum Draw {
    ABSENCE, ARRIVAL, CLASS, SIZE, TYPE, CREATOR, OWNER, ASSIGN, HIDDEN, PUSHED, RELABELLED, REVIEWER, ANSWER, REWORK,
    BLOCK, BLOCKED, TASTE, PICK, CHUNK, INVISIBLE, ASIDE, PAUSE, DISPATCH, COMMIT, MISSING, LATE, SKEW, KEPT,
    UNESTIMATED, ESTIMATE, POOLED, HEED, PROMISED, FORGOTTEN, LEAD, REMARK, MISSED, PUSH_BACK, EVENING;

    private static final long FIRST = 1000;

    /** The stream's number, out of the way of other worlds'. */
    long stream() {
        return FIRST + ordinal();
    }
}
