package org.desireline.broken.app.cli;

import java.time.Instant;
import java.time.InstantSource;

/** Finds out what time it is, as the commands about the present may. */
final class Surroundings {

    private Surroundings() {}

    static Instant now() {
        return InstantSource.system().instant();
    }
}
