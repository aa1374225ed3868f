package org.desireline.app.cli;

import java.time.InstantSource;
import java.util.Map;

/**
 * What a command that speaks about the present finds around it: what time it is, and where it runs.
 *
 * @param clock what time it is; for talk, for {@code check} and for the day on which {@code record} writes
 * @param environment the variables of the environment
 */
record Surroundings(InstantSource clock, Map<String, String> environment) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofThisMachine() {
        return new Surroundings(InstantSource.system(), System.getenv());
    }
}
