package org.desireline.part;

import java.util.List;

/**
 * How signs of work are read as sessions.
 *
 * @param gapMillis two signs of one person belong to one session where they are less than this apart
 * @param leadInMillis how long the first sign of a session had been worked on; no longer than the gap
 */
public record Sessions(long gapMillis, long leadInMillis) {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;

    /** What is taken where the data do not tell: two hours, as commit-hour tools do, and half an hour. */
    public static final Sessions USUAL = new Sessions(2 * HOUR, 30 * MINUTE);

    /** The settings that a range covers. */
    public static final List<Sessions> GRID = List.of(
            new Sessions(HOUR, 15 * MINUTE), new Sessions(HOUR, 30 * MINUTE), new Sessions(HOUR, HOUR),
            new Sessions(2 * HOUR, 15 * MINUTE), USUAL, new Sessions(2 * HOUR, HOUR),
            new Sessions(4 * HOUR, 15 * MINUTE), new Sessions(4 * HOUR, 30 * MINUTE), new Sessions(4 * HOUR, HOUR));

    public Sessions {
        if (leadInMillis < 0 || leadInMillis > gapMillis) {
            throw new IllegalArgumentException("A lead-in of " + leadInMillis + " ms does not fit into a gap of "
                    + gapMillis + " ms: sessions would overlap.");
        }
    }
}
