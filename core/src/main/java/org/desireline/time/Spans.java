package org.desireline.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A set of instants: disjoint spans in ascending order, with prefix sums of their lengths.
 *
 * <p>Cost: {@code n log n} to build from n spans, {@code log n} for an overlap, n longs of memory three times over.
 */
public final class Spans {

    private static final Spans NONE = new Spans(new long[0], new long[0]);

    private final long[] from;
    private final long[] to;
    private final long[] before;

    private Spans(long[] from, long[] to) {
        this.from = from;
        this.to = to;
        this.before = new long[from.length + 1];
        for (int i = 0; i < from.length; i++) {
            before[i + 1] = before[i] + to[i] - from[i];
        }
    }

    /** The empty set. */
    public static Spans none() {
        return NONE;
    }

    /** The union of the given spans, in any order, overlapping or not; empty spans vanish. */
    public static Spans union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.removeIf(span -> span.millis() == 0);
        sorted.sort(Comparator.comparingLong(Span::fromMillis));
        long[] starts = new long[sorted.size()];
        long[] ends = new long[sorted.size()];
        int count = 0;
        for (Span span : sorted) {
            if (count > 0 && span.fromMillis() <= ends[count - 1]) {
                ends[count - 1] = Math.max(ends[count - 1], span.toMillis());
            } else {
                starts[count] = span.fromMillis();
                ends[count++] = span.toMillis();
            }
        }
        return new Spans(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }

    /** Milliseconds of the set that lie in {@code [fromMillis, toMillis)}. */
    public long overlapMillis(long fromMillis, long toMillis) {
        return toMillis <= fromMillis ? 0 : cumulative(toMillis) - cumulative(fromMillis);
    }

    /** Whether the instant belongs to the set. */
    public boolean contains(long atMillis) {
        int i = lastStartAtOrBefore(atMillis);
        return i >= 0 && atMillis < to[i];
    }

    /** The first instant after the given one at which the set is entered or left, or the end of time. */
    public long nextChange(long atMillis) {
        int i = lastStartAtOrBefore(atMillis);
        if (i >= 0 && atMillis < to[i]) {
            return to[i];
        }
        return i + 1 < from.length ? from[i + 1] : Long.MAX_VALUE;
    }

    /** Number of maximal spans. */
    public int size() {
        return from.length;
    }

    /** The i-th span in ascending order. */
    public Span get(int i) {
        return new Span(from[i], to[i]);
    }

    /** Total length in milliseconds. */
    public long millis() {
        return before[from.length];
    }

    /**
     * The instant inside the set by which that much of it has passed since the given one, or the end of time where the
     * set is over before.
     */
    public long after(long atMillis, long millis) {
        long target = cumulative(atMillis) + millis;
        int found = Arrays.binarySearch(before, target);
        // before[i + 1] is the end of span i, which no longer belongs to it: the instant is the start of the next.
        int i = found >= 0 ? found : -found - 2;
        return i >= from.length ? Long.MAX_VALUE : from[i] + (target - before[i]);
    }

    private long cumulative(long atMillis) {
        int i = lastStartAtOrBefore(atMillis);
        return i < 0 ? 0 : before[i] + Math.min(atMillis, to[i]) - from[i];
    }

    private int lastStartAtOrBefore(long atMillis) {
        int found = Arrays.binarySearch(from, atMillis);
        return found >= 0 ? found : -found - 2;
    }
}
