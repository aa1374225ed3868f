package org.desireline.app.charterfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.desireline.charter.Mistake;
import org.desireline.charter.Nearest;
import org.desireline.charter.Place;
import org.desireline.charter.Word;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A file of YAML as nodes, each of which knows where it stands; what is wrong with it as YAML is told, not thrown.
 *
 * <p>A charter needs no aliases, so they are refused: nothing small can stand for something huge.
 */
final class YamlTree {

    /** A charter is a page or two; this is a thousand pages. */
    static final int MOST_BYTES = 1 << 20;
    /** Entries inside entries; a charter needs five. */
    private static final int DEEPEST = 30;
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    private final String file;
    private final List<String> lines;
    private final List<Mistake> mistakes = new ArrayList<>();
    /** Columns that hold names of people, by line. */
    private final Map<Integer, List<int[]>> hidden = new HashMap<>();
    private @Nullable MappingNode root;

    private YamlTree(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Reads a file's content. */
    static YamlTree of(String file, byte[] content) {
        if (content.length > MOST_BYTES) {
            return refused(file, "the file is larger than 1 MB", "Perhaps it is not a charter");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notText) {
            YamlTree tree = refused(file, "", "");
            Place place = tree.undecodable(content);
            tree.mistakes.set(0, Mistake.of(Severity.ERROR, place, "this is not UTF-8",
                    "Perhaps save the file as UTF-8"));
            return tree;
        }
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        YamlTree tree = new YamlTree(file, text.lines().toList());
        try {
            tree.compose(text);
        } catch (StackOverflowError deep) {
            tree.error(tree.start(), "entries are nested too deeply", "Perhaps brackets are missing");
        }
        return tree;
    }

    private static YamlTree refused(String file, String what, String perhaps) {
        YamlTree tree = new YamlTree(file, List.of());
        tree.error(tree.start(), what, perhaps);
        return tree;
    }

    /** The place of the first byte that is not UTF-8. */
    private Place undecodable(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        java.nio.CharBuffer chars = java.nio.CharBuffer.allocate(content.length);
        StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
        String before = chars.flip().toString();
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }

    private void compose(String text) {
        // Nodes are shared, not copied, so that aliases cost nothing until they are told.
        LoadSettings settings = LoadSettings.builder().setLabel(file).setCodePointLimit(MOST_BYTES)
                .setMaxAliasesForCollections(MOST_BYTES).setAllowDuplicateKeys(true).build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                error(start(), "the file says nothing", "Perhaps begin with `from: 2026-07-01` and `priorities:`");
            } else if (isPlain(node.get(), 0)) {
                if (node.get() instanceof MappingNode mapping) {
                    root = mapping;
                    hidePeople(mapping, 0);
                } else {
                    error(place(node.get()), "the file should be lines of `name: value`", "Perhaps begin with `from: "
                            + "2026-07-01` and `priorities:`");
                }
            }
        } catch (MarkedYamlEngineException bad) {
            syntax(bad);
        } catch (ReaderException bad) {
            String before = text.substring(0, Math.min(text.length(), Math.max(0, bad.getPosition())));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            error(new Place(file, line, before.length() - before.lastIndexOf('\n')),
                    "a character stands here that no text has", "Perhaps remove it");
        } catch (YamlEngineException bad) {
            error(start(), String.valueOf(bad.getMessage()), "Perhaps write the values out, without aliases");
        }
    }

    private void syntax(MarkedYamlEngineException bad) {
        Place place = bad.getProblemMark().map(this::place).orElse(start());
        String problem = String.valueOf(bad.getProblem());
        String context = String.valueOf(bad.getContext());
        if (problem.contains("end of stream") && context.contains("quoted")) {
            error(bad.getContextMark().map(this::place).orElse(place), "a quote begins here and does not end",
                    "Perhaps add the other quote");
        } else if (problem.contains("alias") || problem.endsWith("found *(42)")) {
            error(place, "anchors and aliases (& and *) are not understood in a charter",
                    "Perhaps write it out, or put the text into quotes");
        } else if (problem.contains("TAB") || line(place).substring(0, Math.min(line(place).length(),
                place.column())).contains("\t")) {
            error(place, "a tab stands here", "Perhaps indent with blanks");
        } else if (problem.contains("but found another document")) {
            error(place, "a second document begins here", "Perhaps remove the line ---");
        } else {
            error(place, "this is not YAML: " + problem,
                    "Perhaps a quote, a bracket, a colon or a blank after a colon is missing");
        }
    }

    /** Whether there is nothing but entries, lists and values; anchors, tags, odd keys and repetitions are told. */
    private boolean isPlain(Node node, int depth) {
        if (node.getAnchor().isPresent()) {
            error(place(node), "anchors and aliases (& and *) are not understood in a charter", "Perhaps write it out");
            return false;
        }
        if (depth > DEEPEST) {
            error(place(node), "entries are nested too deeply", "Perhaps brackets are missing");
            return false;
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            error(place(node), "tags (!) are not understood in a charter", "Perhaps put the text into quotes");
            return false;
        }
        boolean plain = true;
        if (node instanceof SequenceNode sequence) {
            for (Node value : sequence.getValue()) {
                plain &= isPlain(value, depth + 1);
            }
        } else if (node instanceof MappingNode mapping) {
            Map<String, Node> keys = new HashMap<>();
            List<NodeTuple> first = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                int known = keys.size();
                plain &= isKey(tuple.getKeyNode(), keys) && isPlain(tuple.getValueNode(), depth + 1);
                if (keys.size() > known) {
                    first.add(tuple);
                }
            }
            // What is said twice was told; from here on only the first counts.
            mapping.setValue(first);
        }
        return plain;
    }

    private boolean isKey(Node key, Map<String, Node> keys) {
        if (!(key instanceof ScalarNode scalar)) {
            error(place(key), "a name should stand here", "Perhaps a bracket too many");
            return false;
        }
        Node first = keys.putIfAbsent(scalar.getValue(), key);
        if (first != null) {
            error(place(key), "`" + scalar.getValue() + "` is said twice, first in line " + place(first).line(),
                    "Perhaps remove one of the two");
        }
        return isPlain(key, 0);
    }

    private void hidePeople(MappingNode mapping, int depth) {
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            boolean people = Nearest.distance(key, "members") <= 2;
            boolean roles = depth == 0 && Nearest.distance(key, "roles") <= 2;
            hide(tuple.getValueNode(), people || roles, depth + 1);
        }
    }

    private void hide(Node node, boolean people, int depth) {
        if (node instanceof MappingNode mapping) {
            if (people) {
                mapping.getValue().forEach(tuple -> hide(tuple.getValueNode(), true, depth + 1));
            } else {
                hidePeople(mapping, depth);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(value -> hide(value, people, depth + 1));
        } else if (people && node.getTag().equals(Tag.STR)) {
            Mark from = node.getStartMark().orElseThrow();
            Mark to = node.getEndMark().orElseThrow();
            for (int line = from.getLine(); line <= to.getLine(); line++) {
                hidden.computeIfAbsent(line + 1, key -> new ArrayList<>()).add(new int[] {
                    line == from.getLine() ? from.getColumn() : 0,
                    line == to.getLine() ? to.getColumn() : Integer.MAX_VALUE});
            }
        }
    }

    /** The entries, or null where there are none to read. */
    @Nullable MappingNode root() {
        return root;
    }

    /** What is wrong, so far. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    /** Notes an error. */
    void error(Place place, String what, String perhaps) {
        mistakes.add(Mistake.of(Severity.ERROR, place, what, perhaps));
    }

    /** The beginning of the file. */
    Place start() {
        return new Place(file, 1, 1);
    }

    /** Where a node begins. */
    Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(start());
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** A value and where its first character stands, inside its quotes or below its bar. */
    Word word(ScalarNode node) {
        Place at = place(node);
        ScalarStyle style = node.getScalarStyle();
        if (style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED) {
            return new Word(node.getValue(), new Place(file, at.line(), at.column() + 1));
        }
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            int line = at.line() + 1;
            while (line < lines.size() && lines.get(line - 1).isBlank()) {
                line++;
            }
            String text = line <= lines.size() ? lines.get(line - 1) : "";
            return new Word(node.getValue(), new Place(file, line, text.length() - text.stripLeading().length() + 1));
        }
        return new Word(node.getValue(), at);
    }

    private String line(Place place) {
        return place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
    }

    /** The mistake with the line it is about; names of people in it are covered, character by character. */
    Mistake shown(Mistake mistake) {
        if (!mistake.place().file().equals(file)) {
            return mistake;
        }
        String line = line(mistake.place());
        boolean unread = root == null && (line.contains("member") || line.contains("role")
                || line.strip().startsWith("-") || line.strip().startsWith("[") || line.strip().startsWith("{"));
        if (unread) {
            return mistake;
        }
        StringBuilder covered = new StringBuilder(line.replace('\t', ' '));
        for (int[] columns : hidden.getOrDefault(mistake.place().line(), List.of())) {
            for (int i = columns[0]; i < Math.min(columns[1], covered.length()); i++) {
                covered.setCharAt(i, '\u00b7');
            }
        }
        return mistake.showing(covered.toString().stripTrailing());
    }
}
