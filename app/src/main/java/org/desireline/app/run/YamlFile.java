package org.desireline.app.run;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
 * A file of settings in YAML, read so that every mistake is said with its place.
 *
 * @param place where the file stands
 * @param quotable whether a message may show the lines around a mistake
 */
record YamlFile(String place, boolean quotable) {

    private static final int MOST_CODE_POINTS = 4 << 20;
    private static final int MOST_ALIASES = 10;

    /** The root of a file, or null where it says nothing. */
    static @Nullable Node compose(String place, String text, boolean quotable) {
        YamlFile file = new YamlFile(place, quotable);
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(place.replaceFirst(".*[/\\\\]", ""))
                    .setCodePointLimit(MOST_CODE_POINTS).setMaxAliasesForCollections(MOST_ALIASES)
                    .setAllowDuplicateKeys(false).build();
            return new Compose(settings).composeString(text).orElse(null);
        } catch (MarkedYamlEngineException bad) {
            String where = bad.getProblemMark().map(file::at).orElse(place);
            throw new BadInput(where + ": " + (quotable ? bad.getProblem() : "this is not YAML")
                    + ". Perhaps a quote, a bracket or a colon is missing, or a tab stands where blanks should."
                    + bad.getProblemMark().map(file::snippet).orElse(""));
        } catch (YamlEngineException bad) {
            throw new BadInput(place + ": " + (quotable ? bad.getMessage() : "this is not YAML")
                    + ". Perhaps write the values out, without aliases.");
        }
    }

    /** Whether nothing stands behind a key. */
    static boolean isEmpty(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue().isEmpty() || scalar.getValue().equals("null");
            case MappingNode mapping -> mapping.getValue().isEmpty();
            case SequenceNode sequence -> sequence.getValue().isEmpty();
            default -> false;
        };
    }

    /** The entries of a mapping by key. */
    TreeMap<String, Node> mapping(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw at(node, what + " should be lines of 'name: value'. Perhaps put each on a line of its own");
        }
        TreeMap<String, Node> entries = new TreeMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw at(tuple.getKeyNode(), (quotable ? "'" + key + "'" : "this")
                        + " is said twice. Perhaps remove one of the two");
            }
        }
        return entries;
    }

    /** The text of a single value. */
    String text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw at(node, "this should be a single value. Perhaps remove the brackets");
        }
        return scalar.getValue();
    }

    /** A mistake at a node. */
    BadInput at(@Nullable Node node, String problem) {
        Optional<Mark> mark = node == null ? Optional.empty() : node.getStartMark();
        return new BadInput(mark.map(this::at).orElse(place) + ": " + problem + "."
                + mark.map(this::snippet).orElse(""));
    }

    private String at(Mark mark) {
        return place + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /** The line around a mark, unless it may hold an account. */
    private String snippet(Mark mark) {
        String snippet = quotable ? mark.createSnippet() : "";
        boolean mayNameSomebody = snippet.contains("bots") || snippet.contains("jira:")
                || snippet.strip().startsWith("-");
        return snippet.isEmpty() || mayNameSomebody ? "" : "\n" + snippet;
    }

    /** The words of a list, as YAML writes them on a line. */
    static String flow(@Nullable List<String> values) {
        return values == null ? "[]" : "[" + String.join(", ", values.stream().map(YamlFile::quoted).toList()) + "]";
    }

    /** A YAML double-quoted scalar: safe for any text a tracker may hold. */
    static String quoted(String text) {
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
