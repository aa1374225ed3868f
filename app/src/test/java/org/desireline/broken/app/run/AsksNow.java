package org.desireline.broken.app.run;

import java.time.Instant;

/** Lets a result depend on the moment it is run. */
final class AsksNow {

    private AsksNow() {}

    static Instant now() {
        return Instant.now();
    }
}
