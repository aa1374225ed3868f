package org.desireline.instrument.resistance;

/** What a sum of the tally counts, of one path in the window. */
enum Kind {
    /** On-calendar milliseconds by account and cluster. */
    ACCOUNT,
    /** Member-milliseconds of a doing of the owner, by size of the party and cluster. */
    DOING,
    /** The same by member. */
    DOER,
    /** On-calendar milliseconds of recorded work, by class of size of the item and cluster. */
    TOUCH,
    /** On-calendar milliseconds without recorded work, by class of size of the item and cluster. */
    WAIT,
    /** Items, by class of size. */
    ITEMS,
    /** Recorded work by actor, in milliseconds. */
    LABOUR,
    /** Items on which an actor had any event, by actor. */
    ACTORS;

    static final int WHO_BITS = 27;

    private static final int POOL_BITS = 10;
    private static final int CODE_BITS = 5;
    private static final int CODE_SHIFT = WHO_BITS + POOL_BITS;
    private static final int WAY_SHIFT = CODE_SHIFT + CODE_BITS;
    private static final int KIND_SHIFT = WAY_SHIFT + Way.BITS;
    private static final Kind[] ALL = values();

    long key(int way, int code, int pool, int who) {
        if (who < 0 || who >= 1 << WHO_BITS || pool < 0 || pool >= 1 << POOL_BITS) {
            throw new IllegalArgumentException("Too many people, or too large a team, for a key: " + who + ", " + pool
                    + ".");
        }
        return (long) ordinal() << KIND_SHIFT | (long) way << WAY_SHIFT | (long) code << CODE_SHIFT
                | (long) pool << WHO_BITS | who;
    }

    static Kind of(long key) {
        return ALL[(int) (key >>> KIND_SHIFT)];
    }

    static int way(long key) {
        return (int) (key >>> WAY_SHIFT) & ((1 << Way.BITS) - 1);
    }

    static int code(long key) {
        return (int) (key >>> CODE_SHIFT) & ((1 << CODE_BITS) - 1);
    }

    static int pool(long key) {
        return (int) (key >>> WHO_BITS) & ((1 << POOL_BITS) - 1);
    }

    static int who(long key) {
        return (int) key & ((1 << WHO_BITS) - 1);
    }
}
