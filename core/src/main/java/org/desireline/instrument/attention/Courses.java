package org.desireline.instrument.attention;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.desireline.part.Awaited;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;

/**
 * How items went on in the window, a row for each stay of an item in a class: at which waiting and elapsed times it
 * came under observation there and was last seen, and whether it was done then.
 *
 * <p>An item that changes its class is lost to the one and enters the other late, with the time it already has: so that
 * no class is charged with, or spared, what happened in another (Snapinn, Jiang and Iglewicz, 2005, "Illustrating the
 * impact of a time-varying covariate with an extended Kaplan-Meier estimator"). Rows carry no item and are put in order
 * when they are read: any split and order of items gives the same. Cost: 40 bytes a row.
 */
final class Courses implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 5;
    private static final int DONE = 1;

    /** Row after row: class and whether it was done, then waiting at entry and exit, elapsed at entry and exit. */
    private long[] rows = new long[16 * COLUMNS];
    private int size;

    /**
     * What was observed of a class.
     *
     * @param entryMillis time at which each stay came under observation, exclusive
     * @param exitMillis time at which it was last seen
     * @param done whether the item was done then
     */
    record Observed(long[] entryMillis, long[] exitMillis, boolean[] done) {}

    /** Follows an item in one dimension; gives the classes in which it was under observation, each once. */
    int[] add(Trace trace, int dimension) {
        BitSet met = new BitSet();
        long waited = 0;
        long enteredWaiting = 0;
        long enteredMillis = 0;
        int within = -1;
        int last = trace.stretches().size() - 1;
        for (int i = 0; i <= last; i++) {
            Stretch stretch = trace.stretches().get(i);
            long elapsed = stretch.fromMillis() - trace.createdMillis();
            int code = stretch.inWindow() ? stretch.classes()[dimension] : -1;
            if (code != within) {
                row(dimension, within, false, enteredWaiting, waited, enteredMillis, elapsed);
                within = code;
                enteredWaiting = waited;
                enteredMillis = elapsed;
            }
            if (code >= 0) {
                met.set(code);
            }
            waited += stretch.cause().awaited() == Awaited.none ? 0 : stretch.onCalendarMillis();
            if (i == last) {
                row(dimension, within, trace.done(), enteredWaiting, waited, enteredMillis, elapsed + stretch.millis());
            }
        }
        return met.stream().toArray();
    }

    private void row(int dimension, int code, boolean done, long... times) {
        if (code < 0) {
            return;
        }
        if ((size + 1) * COLUMNS > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        int at = size++ * COLUMNS;
        rows[at] = (long) Attention.cell(Attention.Items.OPEN, dimension, code) << 1 | (done ? DONE : 0);
        // Who enters at a time is at risk at that time: an item may be done in the instant it comes in.
        rows[at + 1] = times[0] - 1;
        rows[at + 2] = times[1];
        rows[at + 3] = times[2] - 1;
        rows[at + 4] = times[3];
    }

    /** Adds what another holds. */
    void add(Courses other) {
        if ((size + other.size) * COLUMNS > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(2 * rows.length, (size + other.size) * COLUMNS));
        }
        System.arraycopy(other.rows, 0, rows, size * COLUMNS, other.size * COLUMNS);
        size += other.size;
    }

    /** The stays in a class, in one order whatever they were added in, by time spent waiting. */
    Observed waiting(int dimension, int code) {
        return observed(dimension, code, 1);
    }

    /** The same by time elapsed since creation. */
    Observed elapsed(int dimension, int code) {
        return observed(dimension, code, 3);
    }

    private Observed observed(int dimension, int code, int column) {
        long cell = Attention.cell(Attention.Items.OPEN, dimension, code);
        int[] places = IntStream.range(0, size).map(row -> row * COLUMNS).filter(at -> rows[at] >> 1 == cell)
                .boxed().sorted((a, b) -> compare(a, b, column)).mapToInt(Integer::intValue).toArray();
        long[] entry = Arrays.stream(places).mapToLong(at -> rows[at + column]).toArray();
        long[] exit = Arrays.stream(places).mapToLong(at -> rows[at + column + 1]).toArray();
        boolean[] done = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            done[i] = (rows[places[i]] & DONE) == DONE;
        }
        return new Observed(entry, exit, done);
    }

    private int compare(int a, int b, int column) {
        int byExit = Long.compare(rows[a + column + 1], rows[b + column + 1]);
        int byEntry = byExit != 0 ? byExit : Long.compare(rows[a + column], rows[b + column]);
        return byEntry != 0 ? byEntry : Long.compare(rows[a], rows[b]);
    }
}
