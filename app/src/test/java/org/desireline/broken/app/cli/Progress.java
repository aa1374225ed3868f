package org.desireline.broken.app.cli;

/** Counts seconds for talk, as it alone may. */
final class Progress {

    private Progress() {}

    static long nanos() {
        return System.nanoTime();
    }
}
