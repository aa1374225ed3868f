package org.desireline.app.source.record;

import java.util.Iterator;
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
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML as fields. An alias stands for what it names as often as it is met, and every meeting counts, so nothing small
 * can stand for something huge; entries are nested only so deep.
 */
final class YamlForm {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 50;

    private final Fields fields = new Fields();
    private final int firstLine;
    private int nodes;

    private YamlForm(int firstLine) {
        this.firstLine = firstLine;
    }

    /**
     * Reads the first document of a text.
     *
     * @param firstLine the line of the file on which the text begins
     * @throws Unreadable where it is no YAML, or no entries
     */
    static Fields read(String text, int firstLine) {
        YamlForm form = new YamlForm(firstLine);
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(MOST_BYTES)
                .setMaxAliasesForCollections(MOST_ALIASES).setAllowDuplicateKeys(true).build();
        try {
            Iterator<Node> documents = new Compose(settings).composeAllFromString(text).iterator();
            if (documents.hasNext() && documents.next() instanceof MappingNode mapping) {
                form.mapping("", mapping, 0);
            }
        } catch (MarkedYamlEngineException bad) {
            int line = bad.getProblemMark().map(Mark::getLine).orElse(0);
            throw new Unreadable(line + firstLine, "is not YAML");
        } catch (YamlEngineException | StackOverflowError bad) {
            throw new Unreadable(firstLine, "is not YAML that is read");
        }
        return form.fields;
    }

    private void mapping(String under, MappingNode mapping, int depth) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                node(under.isEmpty() ? key.getValue() : under + "." + key.getValue(), tuple.getValueNode(), depth + 1);
            }
        }
    }

    private void node(String name, Node node, int depth) {
        int line = firstLine + node.getStartMark().map(Mark::getLine).orElse(0);
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw new Unreadable(line, "is nested too deeply, or stands for too much");
        }
        switch (node) {
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> fields.mention(name);
            case ScalarNode scalar -> fields.add(name, scalar.getValue(), line);
            case SequenceNode sequence -> {
                fields.mention(name);
                sequence.getValue().forEach(value -> node(name, value, depth + 1));
            }
            case MappingNode mapping -> mapping(name, mapping, depth);
            default -> { }
        }
    }
}
