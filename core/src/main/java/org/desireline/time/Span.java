package org.desireline.time;

/**
 * A half-open interval of time {@code [fromMillis, toMillis)} in UTC milliseconds.
 *
 * @param fromMillis first instant inside
 * @param toMillis first instant after, never before {@code fromMillis}
 */
public record Span(long fromMillis, long toMillis) {

    public Span {
        if (fromMillis < 0 && toMillis > Long.MAX_VALUE + fromMillis) {
            throw new IllegalArgumentException("A span this long has no length: [" + fromMillis + ", " + toMillis
                    + ").");
        }
        if (toMillis < fromMillis) {
            throw new IllegalArgumentException(
                    "A span may not end before it starts: [" + fromMillis + ", " + toMillis + ")."
                            + " Perhaps the two arguments were swapped.");
        }
    }

    /** Length in milliseconds. */
    public long millis() {
        return toMillis - fromMillis;
    }

    /** Whether the instant lies inside. */
    public boolean contains(long atMillis) {
        return fromMillis <= atMillis && atMillis < toMillis;
    }

    /** The part of {@code [from, to)} that lies inside, in milliseconds. */
    public long overlapMillis(long from, long to) {
        return Math.max(0, Math.min(toMillis, to) - Math.max(fromMillis, from));
    }
}
