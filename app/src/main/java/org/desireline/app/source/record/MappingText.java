package org.desireline.app.source.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.desireline.app.git.Glob;
import org.desireline.charter.Phase;
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

/** Reads a mapping; every mistake is said with its place. Anchors, aliases and tags are refused, as is what is huge. */
final class MappingText {

    /** Ends the names of files that hold a mapping. */
    static final String ENDING = ".records.yaml";

    static final int MOST_CHARACTERS = 1 << 18;
    private static final int MOST_ENTRIES = 5_000;
    static final List<String> ENTRIES = List.of("name", "files", "except", "format", "key", "prefix", "kind",
            "requires", "title", "status", "owner", "team", "type", "labels", "replaces", "fields", "due", "again",
            "asks", "calendar",
            "statuses");

    private final String file;
    private final Function<String, @Nullable String> beside;
    private int entries;

    private MappingText(String file, Function<String, @Nullable String> beside) {
        this.file = file;
        this.beside = beside;
    }

    /**
     * Reads a mapping.
     *
     * @param file its name, as shown
     * @param text what it holds
     * @param beside gives the text of a file that lies beside it, or null
     * @throws BadMapping where it cannot be used
     */
    static Mapping read(String file, String text, Function<String, @Nullable String> beside) {
        return new MappingText(file, beside).mapping(text);
    }

    private Mapping mapping(String text) {
        Map<String, Node> said = entries(root(text));
        said.forEach((key, node) -> {
            if (!ENTRIES.contains(key)) {
                throw at(node, "'" + key + "' is nothing that a mapping can say. Perhaps it is one of "
                        + String.join(", ", ENTRIES));
            }
        });
        Node files = said.get("files");
        if (files == null) {
            throw new BadMapping(file
                    + ": it does not say which files are records. Perhaps write files: \"docs/*.md\"");
        }
        Map<String, List<String>> fields = new TreeMap<>();
        for (String attribute : Mapping.ATTRIBUTES) {
            Node node = said.get(attribute);
            if (node != null) {
                fields.put(attribute, names(node));
            }
        }
        List<String> key = names(said.get("key"));
        Map<String, List<String>> due = due(said.get("due"));
        Map<String, List<String>> custom = new LinkedHashMap<>();
        Node own = said.get("fields");
        if (own != null) {
            entries(own).forEach((name, node) -> custom.put(name, names(node)));
        }
        List<String> required = names(said.get("requires"));
        if (required.isEmpty()) {
            required = required(key, fields, due);
        }
        String name = Optional.ofNullable(said.get("name")).map(this::text)
                .orElse(file.replaceFirst(".*[/\\\\]", "").replace(ENDING, ""));
        return new Mapping(name, globs(files), globs(said.get("except")), forms(said.get("format")), key,
                said.get("prefix") == null ? "" : text(said.get("prefix")),
                said.get("kind") == null ? "" : text(said.get("kind")), required, fields, custom, due,
                names(said.get("again")), names(said.get("asks")),
                calendar(said.get("calendar")), statuses(said.get("statuses")));
    }

    /** What makes a file a record where nothing is said: its key, else anything of what is mapped but its title. */
    private static List<String> required(
            List<String> key, Map<String, List<String>> fields, Map<String, List<String>> due) {
        if (!key.isEmpty()) {
            return key;
        }
        List<String> all = new ArrayList<>();
        fields.forEach((attribute, names) -> all.addAll(attribute.equals(Mapping.TITLE) ? List.of() : names));
        due.values().forEach(all::addAll);
        all.removeIf(field -> field.startsWith(State.PATH));
        return all;
    }

    private MappingNode root(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadMapping(file + ": it is larger than a mapping. Perhaps another file was meant.");
        }
        try {
            LoadSettings settings = LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS)
                    .setMaxAliasesForCollections(0).setAllowDuplicateKeys(false).build();
            Node root = new Compose(settings).composeString(text).orElse(null);
            if (root instanceof MappingNode mapping) {
                return mapping;
            }
        } catch (MarkedYamlEngineException bad) {
            throw new BadMapping(bad.getProblemMark().map(this::place).orElse(file) + ": " + bad.getProblem()
                    + ". Perhaps a quote, a bracket or a colon is missing, or a tab stands where blanks should.");
        } catch (YamlEngineException | StackOverflowError bad) {
            throw new BadMapping(file
                    + ": it is not YAML that is read. Perhaps write the values out, without aliases.");
        }
        throw new BadMapping(file + ": it should be lines of 'name: value'. Perhaps begin with files: \"docs/*.md\"");
    }

    private Map<String, Node> entries(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw at(node, "these should be lines of 'name: value'. Perhaps put each on a line of its own");
        }
        Map<String, Node> all = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (all.put(text(tuple.getKeyNode()), plain(tuple.getValueNode())) != null) {
                throw at(tuple.getKeyNode(), "this is said twice. Perhaps remove one of the two");
            }
        }
        return all;
    }

    private Node plain(Node node) {
        if (node.getAnchor().isPresent()) {
            throw at(node, "anchors and aliases (& and *) are not understood here. Perhaps put the text into quotes");
        }
        if (!node.getTag().getValue().startsWith("tag:yaml.org,2002:")) {
            throw at(node, "tags (!) are not understood here. Perhaps put the text into quotes");
        }
        if (++entries > MOST_ENTRIES) {
            throw at(node, "this is more than a mapping has. Perhaps another file was meant");
        }
        return node;
    }

    private String text(Node node) {
        if (!(plain(node) instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw at(node, "a single value should stand here. Perhaps remove the brackets");
        }
        return scalar.getValue().strip();
    }

    private List<String> texts(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        return node instanceof SequenceNode list ? list.getValue().stream().map(this::text).toList()
                : List.of(text(node));
    }

    private List<String> names(@Nullable Node node) {
        return texts(node).stream().map(Fields::name).toList();
    }

    private List<Glob> globs(@Nullable Node node) {
        List<Glob> globs = new ArrayList<>();
        for (String pattern : texts(node)) {
            boolean upwards = Arrays.asList(pattern.split("/", -1)).contains("..");
            if (upwards || pattern.startsWith("/") || pattern.contains("\\")) {
                throw at(node, "'" + pattern + "' lies outside the repository. Perhaps begin at its top: docs/*.md");
            }
            globs.add(Glob.of(pattern.contains("/") ? pattern : "/" + pattern));
        }
        return globs;
    }

    private List<Form> forms(@Nullable Node node) {
        List<Form> forms = new ArrayList<>();
        for (String label : texts(node)) {
            forms.add(Arrays.stream(Form.values()).filter(form -> form.label().equals(label)).findFirst()
                    .orElseThrow(() -> at(node, "'" + label + "' is no format. Perhaps it is one of "
                            + String.join(", ", Arrays.stream(Form.values()).map(Form::label).toList()))));
        }
        return forms;
    }

    private Map<String, List<String>> due(@Nullable Node node) {
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof MappingNode)) {
            return Map.of("", names(node));
        }
        Map<String, List<String>> due = new LinkedHashMap<>();
        entries(node).forEach((target, fields) -> due.put(target, names(fields)));
        return due;
    }

    private Calendar calendar(@Nullable Node node) {
        if (node == null) {
            return Calendar.NONE;
        }
        if (node instanceof ScalarNode) {
            String name = text(node);
            if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,100}")) {
                throw at(node, "a calendar lies in the folder of its mapping. Perhaps name the file alone");
            }
            String text = beside.apply(name);
            if (text == null) {
                throw at(node, "there is no file '" + name + "' beside this one. Perhaps write the days here");
            }
            return new MappingText(name, beside).days(new MappingText(name, beside).root(text));
        }
        return days(node);
    }

    private Calendar days(Node node) {
        Map<String, LocalDate> days = new TreeMap<>();
        entries(node).forEach((name, day) -> {
            LocalDate read = Calendar.iso(text(day));
            if (read == null) {
                throw at(day, "this is no day. Perhaps write it as 2026-07-01");
            }
            days.put(name, read);
        });
        return new Calendar(days);
    }

    private Map<String, Phase> statuses(@Nullable Node node) {
        if (node == null) {
            return Map.of();
        }
        Map<String, Phase> statuses = new TreeMap<>();
        entries(node).forEach((status, phase) -> {
            String name = text(phase);
            statuses.put(State.status(status), Arrays.stream(Phase.values()).filter(each -> each.name().equals(name))
                    .findFirst().orElseThrow(() -> at(phase, "'" + name + "' is no phase. Perhaps it is one of "
                            + String.join(", ", Arrays.stream(Phase.values()).map(Phase::name).toList()))));
        });
        return statuses;
    }

    private String place(Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private BadMapping at(@Nullable Node node, String what) {
        Optional<Mark> mark = node == null ? Optional.empty() : node.getStartMark();
        return new BadMapping(mark.map(this::place).orElse(file) + ": " + what + ".");
    }
}
