package org.desireline.instrument.ledger;

/**
 * Keys of the ledger's tally, packed into a long. A row is a period, a dimension and a class; a cell is a row and an
 * account.
 */
final class Posting {

    /** What a sum counts. */
    enum Kind {
        /** On-calendar milliseconds of a cell, by cluster. */
        ON_MILLIS,
        /** Off-calendar milliseconds of a cell. */
        OFF_MILLIS,
        /** Wall-clock milliseconds of a cell with parked time under the party it waited for, by cluster. */
        WALL_MILLIS,
        /** Wall-clock milliseconds of a row without an owner, whoever was awaited, by cluster. */
        UNASSIGNED_MILLIS,
        /** On-calendar milliseconds of a row in the second cycle or later. */
        CYCLE_MILLIS,
        /** Items with time in a cell. */
        CELL_ITEMS,
        /** Items with time in a row. */
        ROW_ITEMS,
        /** Items of a row on which an actor had any event, by actor. */
        ROW_ACTORS,
        /** Milliseconds of recorded work of a cell, by actor. */
        LABOUR_MILLIS,
        /** Items of a cell that were open at the as-of instant. */
        STOCK_ITEMS,
        /** Member-milliseconds of a doing in place of the account, by size of the party and member. */
        DOING_MILLIS,
        /** The same by size of the party and cluster of the item. */
        DOING_BY_CLUSTER,
        /** Member-milliseconds displaced by a class in place of the account, by size of the party and member. */
        DISPLACED_BY,
        /** Member-milliseconds under way already if the session gap were one hour, by size of the party and member. */
        INFLIGHT_SHORT,
        /** The same with a session gap of four hours. */
        INFLIGHT_LONG;

        /** Whether it tells what owners were doing. */
        boolean isSecondLevel() {
            return ordinal() >= DOING_MILLIS.ordinal();
        }
    }

    /** The dimension that stands for the whole. */
    static final int WHOLE = 15;
    /** The class of the whole that holds all work. */
    static final int WORK = 0;
    /** The class of the whole that holds containers too: every item of the tracker. */
    static final int EVERYTHING = 1;

    /** How many low bits of a key number an actor or cluster. */
    static final int WHO_BITS = 27;

    private static final Kind[] KINDS = Kind.values();
    private static final int POOL_BITS = 10;
    private static final int ACCOUNT_BITS = 5;
    private static final int ROW_BITS = 16;
    private static final int ACCOUNT_SHIFT = WHO_BITS + POOL_BITS;
    private static final int ROW_SHIFT = ACCOUNT_SHIFT + ACCOUNT_BITS;
    private static final int KIND_SHIFT = ROW_SHIFT + ROW_BITS;

    private Posting() {}

    static long row(int period, int dimension, int classCode) {
        return ((long) period << 9) | ((long) dimension << 5) | classCode;
    }

    static long key(Kind kind, long row, int account, int who) {
        return key(kind, row, account, 0, who);
    }

    static long key(Kind kind, long row, int account, int pool, int who) {
        if (who < 0 || who >= 1 << WHO_BITS) {
            throw new IllegalArgumentException("Too many actors for a posting key: " + who + ".");
        }
        if (pool < 0 || pool >= 1 << POOL_BITS || row < 0 || row >= 1 << ROW_BITS) {
            throw new IllegalArgumentException("Too large a team, or too many versions, for a posting key: " + pool
                    + ", row " + row + ".");
        }
        return ((long) kind.ordinal() << KIND_SHIFT) | (row << ROW_SHIFT) | ((long) account << ACCOUNT_SHIFT)
                | ((long) pool << WHO_BITS) | who;
    }

    /** The same sum in another row. */
    static long inRow(long key, long row) {
        return (key & ~(((1L << ROW_BITS) - 1) << ROW_SHIFT)) | (row << ROW_SHIFT);
    }

    static Kind kind(long key) {
        return KINDS[(int) (key >>> KIND_SHIFT)];
    }

    static long row(long key) {
        return (key >>> ROW_SHIFT) & ((1 << ROW_BITS) - 1);
    }

    static int account(long key) {
        return (int) (key >>> ACCOUNT_SHIFT) & ((1 << ACCOUNT_BITS) - 1);
    }

    static int pool(long key) {
        return (int) (key >>> WHO_BITS) & ((1 << POOL_BITS) - 1);
    }

    static int who(long key) {
        return (int) key & ((1 << WHO_BITS) - 1);
    }

    static int period(long row) {
        return (int) (row >>> 9);
    }

    static int dimension(long row) {
        return (int) (row >>> 5) & 15;
    }

    static int classCode(long row) {
        return (int) row & 31;
    }
}
