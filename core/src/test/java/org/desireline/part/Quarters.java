package org.desireline.part;

/** The working time between any two instants, counted from a clock that is looked at every quarter of an hour. */
final class Quarters {

    private static final long QUARTER = 15L * 60_000;

    private final long start;
    private final long[] before;
    private final boolean[] works;

    /** Looks at the clock from one instant to another: shifts and the clocks of zones change at quarters. */
    Quarters(Diary diary, long from, long to) {
        start = Math.floorDiv(from, QUARTER) * QUARTER;
        works = new boolean[(int) ((to - start) / QUARTER) + 1];
        before = new long[works.length + 1];
        for (int i = 0; i < works.length; i++) {
            works[i] = diary.onCalendar(start + i * QUARTER);
            before[i + 1] = before[i] + (works[i] ? QUARTER : 0);
        }
    }

    long millis(long from, long to) {
        return upTo(to) - upTo(from);
    }

    private long upTo(long at) {
        int quarter = (int) ((at - start) / QUARTER);
        return before[quarter] + (works[quarter] ? at - start - quarter * QUARTER : 0);
    }
}
