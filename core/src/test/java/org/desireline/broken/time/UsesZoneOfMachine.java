package org.desireline.broken.time;

import java.time.ZoneId;

/** Broken: depends on where it runs. */
public final class UsesZoneOfMachine {

    private UsesZoneOfMachine() {}

    /** The broken part. */
    public static ZoneId value() {
        return ZoneId.systemDefault();
    }
}
