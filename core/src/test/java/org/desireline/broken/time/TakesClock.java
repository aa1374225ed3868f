package org.desireline.broken.time;

import java.time.Clock;

/** Broken: is handed a clock. */
public final class TakesClock {

    private TakesClock() {}

    /** The broken part. */
    public static long value(Clock clock) {
        return clock.millis();
    }
}
