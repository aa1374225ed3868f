package org.desireline.broken.time;

/** Broken: reads the wall clock. */
public final class ReadsWallClock {

    private ReadsWallClock() {}

    /** The broken part. */
    public static long value() {
        return System.currentTimeMillis();
    }
}
