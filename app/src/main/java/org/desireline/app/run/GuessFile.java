package org.desireline.app.run;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.desireline.app.source.csv.Mapping;
import org.desireline.charter.Phase;
import org.desireline.time.WorkWeek;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The file of guesses, as the reader may have edited it; null or empty where nothing is said.
 *
 * @param zone name of the zone
 * @param week working week
 * @param priorities names, most important first
 * @param containerTypes item types that only hold others
 * @param bots accounts that are programs, as {@code source:account}
 * @param statuses scope to status to phase
 * @param timedScopes scopes whose working statuses are as good as a work log
 * @param columns by document, what the columns of tables say; written only, {@link TableColumns} reads it
 */
record GuessFile(
        @Nullable String zone,
        @Nullable String week,
        @Nullable List<String> priorities,
        @Nullable List<String> containerTypes,
        @Nullable List<String> bots,
        Map<String, Map<String, Phase>> statuses,
        @Nullable List<String> timedScopes,
        Map<String, Mapping> columns) {

    /** Entry for {@link #timedScopes}; also the ground of the guess. */
    static final String TIMED = "status-is-work";

    private static final List<String> KEYS =
            List.of("zone", "week", "priorities", "container-types", "bots", "statuses", TIMED, TableColumns.KEY);

    static GuessFile empty() {
        return new GuessFile(null, null, null, null, null, Map.of(), null, Map.of());
    }

    /**
     * Reads a file; where there is none, nothing is said.
     *
     * @param place where it stands, for messages
     * @param text what it says, or null where there is none
     */
    static GuessFile read(String place, @Nullable String text) {
        Node root = text == null ? null : YamlFile.compose(place, text, true);
        return root == null ? empty() : new Parser(new YamlFile(place, true)).file(root);
    }

    /** What the reader changed: everything that differs from what was guessed when the file was written. */
    GuessFile edits(GuessFile guessed) {
        TreeMap<String, Map<String, Phase>> changed = new TreeMap<>();
        statuses.forEach((scope, map) -> {
            TreeMap<String, Phase> phases = new TreeMap<>(map);
            phases.entrySet().removeAll(guessed.statuses.getOrDefault(scope, Map.of()).entrySet());
            if (!phases.isEmpty()) {
                changed.put(scope, phases);
            }
        });
        return new GuessFile(
                Objects.equals(zone, guessed.zone) ? null : zone,
                Objects.equals(week, guessed.week) ? null : week,
                Objects.equals(priorities, guessed.priorities) ? null : priorities,
                Objects.equals(containerTypes, guessed.containerTypes) ? null : containerTypes,
                Objects.equals(bots, guessed.bots) ? null : bots,
                changed,
                Objects.equals(timedScopes, guessed.timedScopes) ? null : timedScopes, columns);
    }

    /** The same with other scopes whose working statuses are as good as a work log. */
    GuessFile with(List<String> timed) {
        return new GuessFile(zone, week, priorities, containerTypes, bots, statuses, timed, columns);
    }

    /** Reads nodes, remembering where each stands. */
    private record Parser(YamlFile file) {

        GuessFile file(Node root) {
            Map<String, Node> entries = file.mapping(root, "the file");
            for (NodeTuple tuple : ((MappingNode) root).getValue()) {
                String key = file.text(tuple.getKeyNode());
                if (!KEYS.contains(key)) {
                    throw file.at(tuple.getKeyNode(), "unknown entry '" + key + "'. " + perhaps(key, KEYS));
                }
            }
            TreeMap<String, Map<String, Phase>> statuses = new TreeMap<>();
            Node node = entries.get("statuses");
            if (node != null) {
                file.mapping(node, "statuses").forEach((scope, map) -> statuses.put(scope, phases(map)));
            }
            return new GuessFile(zone(entries.get("zone")), week(entries.get("week")),
                    list(entries.get("priorities")), list(entries.get("container-types")), list(entries.get("bots")),
                    statuses, list(entries.get(TIMED)), Map.of());
        }

        private Map<String, Phase> phases(Node node) {
            TreeMap<String, Phase> phases = new TreeMap<>();
            file.mapping(node, "the statuses of a project").forEach((status, value) -> {
                String name = file.text(value);
                List<String> names = Arrays.stream(Phase.values()).map(Phase::name).toList();
                if (!names.contains(name)) {
                    throw file.at(value, "'" + name + "' is no phase. " + perhaps(name, names));
                }
                phases.put(status, Phase.valueOf(name));
            });
            return phases;
        }

        private @Nullable String zone(@Nullable Node node) {
            String zone = node == null ? null : file.text(node);
            try {
                return zone == null ? null : ZoneId.of(zone).getId();
            } catch (DateTimeException unknown) {
                throw file.at(node, "there is no zone '" + zone + "'. Perhaps write it as Europe/Zurich or UTC");
            }
        }

        private @Nullable String week(@Nullable Node node) {
            String week = node == null ? null : file.text(node);
            try {
                return week == null ? null : WorkWeek.parse(week, ZoneOffset.UTC).text();
            } catch (IllegalArgumentException bad) {
                throw file.at(node, String.valueOf(bad.getMessage()).replaceFirst("[.]$", ""));
            }
        }

        private @Nullable List<String> list(@Nullable Node node) {
            if (node == null) {
                return null;
            }
            if (!(node instanceof SequenceNode sequence)) {
                throw file.at(node, "this should be a list. Perhaps write it as [One, Two]");
            }
            List<String> texts = new ArrayList<>();
            sequence.getValue().forEach(value -> texts.add(file.text(value)));
            return texts;
        }
    }

    /** "Perhaps you meant …", for the nearest of some words. */
    static String perhaps(String word, List<String> words) {
        return "Perhaps you meant one of " + String.join(", ", words.stream()
                .sorted(java.util.Comparator.<String>comparingInt(known -> distance(word, known))
                        .thenComparing(java.util.Comparator.naturalOrder()))
                .limit(3).toList());
    }

    /** Levenshtein distance: how many letters to change, add or leave out. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** The guesses as a text, each with its ground, for the reader to edit. */
    String text(Map<String, String> grounds) {
        StringBuilder out = new StringBuilder();
        out.append("""
                # What Desireline guessed from the data. Edit a value and run again: what stands here is used.
                # Remove a line to have it guessed anew. This file stays on this machine.

                """);
        line(out, "zone", YamlFile.quoted(String.valueOf(zone)), grounds);
        line(out, "week", YamlFile.quoted(String.valueOf(week)), grounds);
        line(out, "priorities", YamlFile.flow(priorities), grounds);
        line(out, "container-types", YamlFile.flow(containerTypes), grounds);
        line(out, "bots", YamlFile.flow(bots), grounds);
        out.append("\n# Projects in which an item stands in a working status only while its owner works on it.\n");
        line(out, TIMED, YamlFile.flow(timedScopes), grounds);
        out.append("\n# What each status means: backlog, queued, working, review, decision, blocked, done or"
                + " dropped.\n");
        out.append("statuses:").append(statuses.isEmpty() ? " {}" : "").append('\n');
        statuses.forEach((scope, map) -> {
            out.append("  ").append(YamlFile.quoted(scope)).append(map.isEmpty() ? ": {}\n" : ":\n");
            map.forEach((status, phase) -> {
                String ground = grounds.get("status " + scope + " " + status);
                out.append("    ").append(YamlFile.quoted(status)).append(": ").append(phase)
                        .append(ground == null ? "" : "    # " + ground).append('\n');
            });
        });
        if (!columns.isEmpty()) {
            out.append("\n# What the columns of each table say. A table whose lines are edited is read again.\n")
                    .append(TableColumns.text(TableColumns.KEY, columns));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String key, String value, Map<String, String> grounds) {
        out.append(key).append(": ").append(value);
        String ground = grounds.get(key);
        out.append(ground == null ? "" : "    # " + ground).append('\n');
    }
}
