package org.desireline.world;

/**
 * A kind of random decision in an invented organisation: one stream of {@link org.desireline.number.Keyed} numbers
 * each.
 */
enum Chance {
    ARRIVAL(1), TEAM(2), PRIORITY(3), SIZE(4), TYPE(5), LABEL(6), CREATOR(7),
    ABSENCE(11), EARLY(12), LATE(13),
    UNOWNED(21), TRIAGE(22), OWNER(23), REASSIGN(24), REPRIORITISE(25), DROP(26), ASK(27), TURN(28),
    PAUSE(31), PICK(32), BLOCK(33), PROGRESS_NOTE(34), WORK_LOG(35),
    REVIEW(41), REVIEWER(42), ANSWER(43), CHANGES(44), REOPEN(45);

    private final long stream;

    Chance(long stream) {
        this.stream = stream;
    }

    /** The stream's number: written out, so that a new kind in between moves no other. */
    long stream() {
        return stream;
    }
}
