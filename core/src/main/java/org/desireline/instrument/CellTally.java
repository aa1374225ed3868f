package org.desireline.instrument;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A map from a packed key to a long sum, like {@link Tally}, whose low bits are the number of an actor or cluster: what
 * belongs to one of them lies side by side in memory, so that the cost of an addition does not grow with their number.
 *
 * <p>Cost: O(1) an addition; 8 bytes for each pair of a cell and an actor, up to the last cell that the actor is in.
 */
public final class CellTally implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long EMPTY = Long.MIN_VALUE;
    private static final int FIRST_ACTORS = 16;
    private static final int FIRST_CELLS = 8;

    private final int whoBits;
    /** Cells by place, open addressing; the place of a cell's number in {@code numbers} is the same. */
    private long[] cells = new long[64];
    private int[] numbers = new int[64];
    private int size;
    /** The cell of each number. */
    private long[] cellOf = new long[32];
    /** By actor, then by number of the cell. */
    private long[] @Nullable [] sums = new long[FIRST_ACTORS][];

    /**
     * An empty tally.
     *
     * @param whoBits how many low bits of a key number an actor or cluster
     */
    public CellTally(int whoBits) {
        this.whoBits = whoBits;
        Arrays.fill(cells, EMPTY);
    }

    /** Adds to the sum of a key. */
    public void add(long key, long amount) {
        if (key < 0) {
            throw new IllegalArgumentException("A key may not be negative: " + key + ".");
        }
        int number = number(key >>> whoBits);
        int who = (int) (key & ((1L << whoBits) - 1));
        if (who >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(who + 1, sums.length + (sums.length >> 1)));
        }
        long @Nullable [] own = sums[who];
        if (own == null || number >= own.length) {
            own = room(own, number);
            sums[who] = own;
        }
        own[number] = own[number] == EMPTY ? amount : Math.addExact(own[number], amount);
    }

    private static long[] room(long @Nullable [] own, int number) {
        int had = own == null ? 0 : own.length;
        int has = Math.max(number + 1, Math.max(FIRST_CELLS, had + (had >> 1)));
        long[] more = own == null ? new long[has] : Arrays.copyOf(own, has);
        Arrays.fill(more, had, has, EMPTY);
        return more;
    }

    private int number(long cell) {
        int slot = slot(cell);
        if (cells[slot] == EMPTY) {
            if (2 * (size + 1) > cells.length) {
                grow();
                slot = slot(cell);
            }
            cells[slot] = cell;
            numbers[slot] = size;
            if (size == cellOf.length) {
                cellOf = Arrays.copyOf(cellOf, size * 2);
            }
            cellOf[size++] = cell;
        }
        return numbers[slot];
    }

    private void grow() {
        cells = new long[cells.length * 2];
        numbers = new int[cells.length];
        Arrays.fill(cells, EMPTY);
        for (int number = 0; number < size; number++) {
            int slot = slot(cellOf[number]);
            cells[slot] = cellOf[number];
            numbers[slot] = number;
        }
    }

    private int slot(long cell) {
        int slot = (int) ((cell * 0x9E3779B97F4A7C15L) >>> (Long.numberOfLeadingZeros(cells.length) + 1));
        while (cells[slot] != EMPTY && cells[slot] != cell) {
            slot = (slot + 1) & (cells.length - 1);
        }
        return slot;
    }

    /** Adds every sum of another tally. */
    public void add(CellTally other) {
        for (int who = 0; who < other.sums.length; who++) {
            long @Nullable [] own = other.sums[who];
            for (int number = 0; own != null && number < own.length; number++) {
                if (own[number] != EMPTY) {
                    add((other.cellOf[number] << whoBits) | who, own[number]);
                }
            }
        }
    }

    /** Visits the keys in ascending order. */
    public void forEach(Tally.Visitor visitor) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, number -> number);
        Arrays.sort(order, (a, b) -> Long.compare(cellOf[a], cellOf[b]));
        for (int number : order) {
            for (int who = 0; who < sums.length; who++) {
                long @Nullable [] own = sums[who];
                if (own != null && number < own.length && own[number] != EMPTY) {
                    visitor.visit((cellOf[number] << whoBits) | who, own[number]);
                }
            }
        }
    }
}
