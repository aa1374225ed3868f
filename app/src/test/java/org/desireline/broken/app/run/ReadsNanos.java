package org.desireline.broken.app.run;

/** Lets a result depend on the machine. */
final class ReadsNanos {

    private ReadsNanos() {}

    static long nanos() {
        return System.nanoTime();
    }
}
