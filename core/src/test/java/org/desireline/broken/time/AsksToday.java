package org.desireline.broken.time;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Broken: asks what day it is. */
public final class AsksToday {

    private AsksToday() {}

    /** The broken part. */
    public static LocalDate value() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
