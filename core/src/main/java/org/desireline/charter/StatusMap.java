package org.desireline.charter;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which phase a status stands for, by source and project.
 *
 * @param phases scope ({@code source/project}) to status name to phase
 */
public record StatusMap(Map<String, Map<String, Phase>> phases) {

    public StatusMap {
        TreeMap<String, Map<String, Phase>> copy = new TreeMap<>();
        phases.forEach((scope, map) -> copy.put(scope, java.util.Collections.unmodifiableMap(new TreeMap<>(map))));
        phases = java.util.Collections.unmodifiableMap(copy);
    }

    /** The phase of a status; queued where the map does not know it. */
    public Phase phase(String scope, String status) {
        return phases.getOrDefault(scope, Map.of()).getOrDefault(status, Phase.queued);
    }
}
