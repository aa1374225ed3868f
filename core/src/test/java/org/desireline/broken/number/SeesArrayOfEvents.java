package org.desireline.broken.number;

import org.desireline.broken.journal.Log;

/** Broken: looks to its right, in the element type of an array. */
public final class SeesArrayOfEvents {

    private SeesArrayOfEvents() {}

    /** The broken part. */
    public static int value(Log[] logs) {
        return logs.length;
    }
}
