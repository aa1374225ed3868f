package org.desireline.broken.time;

import java.util.function.LongSupplier;

/** Broken: reads a stopwatch, by reference. */
public final class ReadsNanos {

    private ReadsNanos() {}

    /** The broken part. */
    public static LongSupplier value() {
        return System::nanoTime;
    }
}
