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
        /** Off-calendar milliseconds of a cell, by cluster. */
        OFF_MILLIS,
        /** Wall-clock milliseconds of a cell with parked time under the party it waited for, by cluster. */
        WALL_MILLIS,
        /** Wall-clock milliseconds of a row without an owner, whoever was awaited, by cluster. */
        UNASSIGNED_MILLIS,
        /** On-calendar milliseconds of a row in the second cycle or later, by cluster. */
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
        STOCK_ITEMS
    }

    /** The dimension that stands for the whole. */
    static final int WHOLE = 15;
    /** The class of the whole that holds all work. */
    static final int WORK = 0;
    /** The class of the whole that holds containers too: every item of the tracker. */
    static final int EVERYTHING = 1;

    private static final Kind[] KINDS = Kind.values();
    private static final int WHO_BITS = 28;

    private Posting() {}

    static long row(int period, int dimension, int classCode) {
        return ((long) period << 9) | ((long) dimension << 5) | classCode;
    }

    static long key(Kind kind, long row, int account, int who) {
        if (who < 0 || who >= 1 << WHO_BITS) {
            throw new IllegalArgumentException("Too many actors for a posting key: " + who + ".");
        }
        return ((((long) kind.ordinal() << 10 | row) << 5 | account) << WHO_BITS) | who;
    }

    static Kind kind(long key) {
        return KINDS[(int) (key >>> (WHO_BITS + 15))];
    }

    static long row(long key) {
        return (key >>> (WHO_BITS + 5)) & 0x3FF;
    }

    static int account(long key) {
        return (int) (key >>> WHO_BITS) & 0x1F;
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
