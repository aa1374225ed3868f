package org.desireline.app.charterfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.charter.Word;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * An entry of a charter by its keys. What the schema refused counts as not there; what a value's own reader refuses is
 * told at the value. Remembers which keys were asked for, so that none is accepted and then ignored.
 */
final class Entry {

    private final YamlTree tree;
    private final Shape shape;
    private final Place place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    Entry(YamlTree tree, Shape shape, Node node) {
        this.tree = tree;
        this.shape = shape;
        place = tree.place(node);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                values.putIfAbsent(key, tuple.getValueNode());
                keys.putIfAbsent(key, tree.place(tuple.getKeyNode()));
            }
        }
    }

    Place place() {
        return place;
    }

    /** Where a key stands. */
    Place place(String key) {
        return keys.getOrDefault(key, place);
    }

    /** The keys, in the order of the file. */
    Set<String> keys() {
        return values.keySet();
    }

    /** Keys that nobody asked for. */
    Set<String> ignored() {
        TreeSet<String> ignored = new TreeSet<>(values.keySet());
        ignored.removeAll(asked);
        return ignored;
    }

    /** The value of a key, or null where there is none that can be used. */
    @Nullable Node node(String key) {
        asked.add(key);
        Node node = values.get(key);
        return node == null || shape.isBad(node) ? null : node;
    }

    /** A single value. */
    @Nullable Word word(String key) {
        return node(key) instanceof ScalarNode scalar ? tree.word(scalar) : null;
    }

    /** The text of a single value, or another where there is none. */
    String text(String key, String otherwise) {
        Word word = word(key);
        return word == null ? otherwise : word.text();
    }

    boolean isTrue(String key) {
        return text(key, "false").equalsIgnoreCase("true");
    }

    /** A value that has a reader of its own. */
    <T> @Nullable T read(String key, Function<Word, T> reader) {
        Word word = word(key);
        return word == null ? null : read(word, reader);
    }

    private <T> @Nullable T read(Word word, Function<Word, T> reader) {
        try {
            return reader.apply(word);
        } catch (IllegalArgumentException refused) {
            tree.mistakes().add(Mistake.of(Severity.ERROR, word.place(), refused));
            return null;
        }
    }

    /** A list of values. */
    List<Word> words(String key) {
        return words(node(key));
    }

    /** The values of a list. */
    List<Word> words(@Nullable Node node) {
        List<Word> words = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node value : sequence.getValue()) {
                if (value instanceof ScalarNode scalar && !shape.isBad(value)) {
                    words.add(tree.word(scalar));
                }
            }
        }
        return words;
    }

    /** A list of values that have a reader of their own. */
    <T> List<T> list(String key, Function<Word, T> reader) {
        List<T> all = new ArrayList<>();
        for (Word word : words(key)) {
            T value = read(word, reader);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }
}
