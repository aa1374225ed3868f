package org.desireline.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.desireline.charter.Phase;
import org.desireline.time.WorkWeek;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
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
 */
record GuessFile(
        @Nullable String zone,
        @Nullable String week,
        @Nullable List<String> priorities,
        @Nullable List<String> containerTypes,
        @Nullable List<String> bots,
        Map<String, Map<String, Phase>> statuses) {

    private static final List<String> KEYS =
            List.of("zone", "week", "priorities", "container-types", "bots", "statuses");
    private static final int MOST_CODE_POINTS = 4 << 20;
    private static final int MOST_ALIASES = 10;

    static GuessFile empty() {
        return new GuessFile(null, null, null, null, null, Map.of());
    }

    /** Reads a file; where there is none, nothing is said. */
    static GuessFile read(Path file) {
        if (!Files.exists(file)) {
            return empty();
        }
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(String.valueOf(file.getFileName()))
                    .setCodePointLimit(MOST_CODE_POINTS).setMaxAliasesForCollections(MOST_ALIASES)
                    .setAllowDuplicateKeys(false).build();
            Optional<Node> root = new Compose(settings).composeString(Files.readString(file));
            return root.isEmpty() ? empty() : new Parser(file).file(root.get());
        } catch (MarkedYamlEngineException bad) {
            String where = bad.getProblemMark().map(mark -> place(file, mark)).orElse(file.toString());
            throw new BadInput(where + ": " + bad.getProblem()
                    + ". Perhaps a quote, a bracket or a colon is missing, or a tab stands where blanks should."
                    + bad.getProblemMark().map(GuessFile::snippet).orElse(""));
        } catch (YamlEngineException bad) {
            throw new BadInput(file + ": " + bad.getMessage() + ". Perhaps write the values out, without aliases.");
        } catch (IOException failed) {
            throw new BadInput(file + " cannot be read: " + failed.getMessage());
        }
    }

    /** The line around a mark, unless it may hold an account. */
    private static String snippet(Mark mark) {
        String snippet = mark.createSnippet();
        boolean mayNameSomebody = snippet.contains("bots") || snippet.contains("jira:")
                || snippet.strip().startsWith("-");
        return mayNameSomebody ? "" : "\n" + snippet;
    }

    private static String place(Path file, Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
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
                changed);
    }

    /** Reads nodes, remembering where each stands. */
    private record Parser(Path file) {

        GuessFile file(Node root) {
            Map<String, Node> entries = mapping(root, "the file");
            for (NodeTuple tuple : ((MappingNode) root).getValue()) {
                String key = text(tuple.getKeyNode());
                if (!KEYS.contains(key)) {
                    throw at(tuple.getKeyNode(), "unknown entry '" + key + "'. " + perhaps(key, KEYS));
                }
            }
            TreeMap<String, Map<String, Phase>> statuses = new TreeMap<>();
            Node node = entries.get("statuses");
            if (node != null) {
                mapping(node, "statuses").forEach((scope, map) -> statuses.put(scope, phases(map)));
            }
            return new GuessFile(zone(entries.get("zone")), week(entries.get("week")),
                    list(entries.get("priorities")), list(entries.get("container-types")), list(entries.get("bots")),
                    statuses);
        }

        private Map<String, Phase> phases(Node node) {
            TreeMap<String, Phase> phases = new TreeMap<>();
            mapping(node, "the statuses of a project").forEach((status, value) -> {
                String name = text(value);
                List<String> names = Arrays.stream(Phase.values()).map(Phase::name).toList();
                if (!names.contains(name)) {
                    throw at(value, "'" + name + "' is no phase. " + perhaps(name, names));
                }
                phases.put(status, Phase.valueOf(name));
            });
            return phases;
        }

        private Map<String, Node> mapping(Node node, String what) {
            if (!(node instanceof MappingNode mapping)) {
                throw at(node, what + " should be lines of 'name: value'. Perhaps put each on a line of its own");
            }
            TreeMap<String, Node> entries = new TreeMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = text(tuple.getKeyNode());
                if (entries.put(key, tuple.getValueNode()) != null) {
                    throw at(tuple.getKeyNode(), "'" + key + "' is said twice. Perhaps remove one of the two");
                }
            }
            return entries;
        }

        private @Nullable String zone(@Nullable Node node) {
            String zone = node == null ? null : text(node);
            try {
                return zone == null ? null : ZoneId.of(zone).getId();
            } catch (DateTimeException unknown) {
                throw at(node, "there is no zone '" + zone + "'. Perhaps write it as Europe/Zurich or UTC");
            }
        }

        private @Nullable String week(@Nullable Node node) {
            String week = node == null ? null : text(node);
            try {
                return week == null ? null : WorkWeek.parse(week, ZoneOffset.UTC).text();
            } catch (IllegalArgumentException bad) {
                throw at(node, String.valueOf(bad.getMessage()).replaceFirst("[.]$", ""));
            }
        }

        private @Nullable List<String> list(@Nullable Node node) {
            if (node == null) {
                return null;
            }
            if (!(node instanceof SequenceNode sequence)) {
                throw at(node, "this should be a list. Perhaps write it as [One, Two]");
            }
            List<String> texts = new ArrayList<>();
            sequence.getValue().forEach(value -> texts.add(text(value)));
            return texts;
        }

        private String text(Node node) {
            if (!(node instanceof ScalarNode scalar)) {
                throw at(node, "this should be a single value. Perhaps remove the brackets");
            }
            return scalar.getValue();
        }

        private BadInput at(@Nullable Node node, String problem) {
            Optional<Mark> mark = node == null ? Optional.empty() : node.getStartMark();
            return new BadInput(mark.map(at -> place(file, at)).orElse(file.toString()) + ": " + problem + "."
                    + mark.map(GuessFile::snippet).orElse(""));
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

    /** Writes the guesses, each with its ground, for the reader to edit. */
    void write(Path file, Map<String, String> grounds) throws IOException {
        StringBuilder out = new StringBuilder();
        out.append("""
                # What Desireline guessed from the data. Edit a value and run again: what stands here is used.
                # Remove a line to have it guessed anew. This file stays on this machine.

                """);
        line(out, "zone", quoted(String.valueOf(zone)), grounds);
        line(out, "week", quoted(String.valueOf(week)), grounds);
        line(out, "priorities", flow(priorities), grounds);
        line(out, "container-types", flow(containerTypes), grounds);
        line(out, "bots", flow(bots), grounds);
        out.append("\n# What each status means: backlog, queued, working, review, decision, blocked, done or"
                + " dropped.\n");
        out.append("statuses:").append(statuses.isEmpty() ? " {}" : "").append('\n');
        statuses.forEach((scope, map) -> {
            out.append("  ").append(quoted(scope)).append(map.isEmpty() ? ": {}\n" : ":\n");
            map.forEach((status, phase) -> {
                String ground = grounds.get("status " + scope + " " + status);
                out.append("    ").append(quoted(status)).append(": ").append(phase)
                        .append(ground == null ? "" : "    # " + ground).append('\n');
            });
        });
        byte[] content = out.toString().getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Workspace.writePrivately(file, content);
        }
    }

    private static void line(StringBuilder out, String key, String value, Map<String, String> grounds) {
        out.append(key).append(": ").append(value);
        String ground = grounds.get(key);
        out.append(ground == null ? "" : "    # " + ground).append('\n');
    }

    private static String flow(@Nullable List<String> values) {
        return values == null ? "[]" : "[" + String.join(", ", values.stream().map(GuessFile::quoted).toList()) + "]";
    }

    /** A YAML double-quoted scalar: safe for any text a tracker may hold. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0x2028 || c == 0x2029) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
