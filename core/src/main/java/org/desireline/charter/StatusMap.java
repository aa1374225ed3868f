package org.desireline.charter;

import java.util.List;
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

    /** The same, overruled by what a charter says: first for all scopes, then for single ones. */
    public StatusMap with(List<Declared.StatusWord> words) {
        TreeMap<String, Map<String, Phase>> all = new TreeMap<>();
        phases.forEach((scope, map) -> {
            TreeMap<String, Phase> merged = new TreeMap<>(map);
            words.stream().filter(word -> word.scope().isEmpty())
                    .forEach(word -> merged.put(word.status().text(), word.phase()));
            all.put(scope, merged);
        });
        words.stream().filter(word -> !word.scope().isEmpty()).forEach(word ->
                all.computeIfAbsent(word.scope(), scope -> new TreeMap<>())
                        .put(word.status().text(), word.phase()));
        return new StatusMap(all);
    }
}
