package org.desireline.broken.app.run;

/** Lets a result depend on the day it is run. */
final class ReadsWallClock {

    private ReadsWallClock() {}

    static long millis() {
        return System.currentTimeMillis();
    }
}
