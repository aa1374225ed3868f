package org.desireline.broken.app.run;

import java.time.Instant;
import java.time.InstantSource;

/** Asks a clock that it was handed. */
final class AsksSource {

    private AsksSource() {}

    static Instant now(InstantSource clock) {
        return clock.instant();
    }
}
