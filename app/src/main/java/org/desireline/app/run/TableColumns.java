package org.desireline.app.run;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.app.source.csv.Columns;
import org.desireline.app.source.csv.Mapping;
import org.desireline.app.source.csv.Role;
import org.desireline.app.store.Workspace;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What the columns of tables say: as the reader edited it in the file of guesses, as it was guessed, and as the tables
 * were read. A table whose columns are said otherwise than they were read is read again.
 */
final class TableColumns implements Columns {

    /** The entry of the file of guesses. */
    static final String KEY = "columns";

    private static final String GUESSED = "guessed";
    private static final String USED = "used";

    private final YamlFile file;
    private final Map<String, Node> places = new HashMap<>();
    private final Map<String, Mapping> written = new TreeMap<>();
    private final TreeMap<String, Mapping> guessed = new TreeMap<>();
    private final TreeMap<String, Mapping> used = new TreeMap<>();
    private final Set<String> outdated = new HashSet<>();

    private TableColumns(YamlFile file) {
        this.file = file;
    }

    /**
     * What is known in a workspace.
     *
     * @throws BadInput where the file of guesses says what cannot be
     */
    static TableColumns of(Workspace workspace) {
        String place = workspace.place(Workspace.GUESSES);
        TableColumns columns = new TableColumns(new YamlFile(place, true));
        String last = workspace.text(Workspace.COLUMNS);
        Node before = last == null ? null : YamlFile.compose(Workspace.COLUMNS, last, false);
        if (before != null) {
            Map<String, Node> entries = columns.file.mapping(before, "the file");
            columns.read(entries.get(GUESSED), columns.guessed, false);
            columns.read(entries.get(USED), columns.used, false);
        }
        String text = workspace.text(Workspace.GUESSES);
        Node root = text == null ? null : YamlFile.compose(place, text, true);
        if (root instanceof MappingNode) {
            columns.read(columns.file.mapping(root, "the file").get(KEY), columns.written, true);
        }
        return columns;
    }

    private void read(@Nullable Node node, Map<String, Mapping> into, boolean remember) {
        if (node != null && !YamlFile.isEmpty(node)) {
            file.mapping(node, KEY).forEach((document, entries) -> {
                into.put(document, mapping(entries));
                if (remember) {
                    places.put(document, entries);
                }
            });
        }
    }

    private Mapping mapping(Node node) {
        Map<Role, String> roles = new EnumMap<>(Role.class);
        Map<String, String> roleOf = new HashMap<>();
        List<String> fields = new ArrayList<>();
        String format = "iso";
        String zone = "UTC";
        for (Map.Entry<String, Node> entry : file.mapping(node, "the columns of a table").entrySet()) {
            Node value = entry.getValue();
            switch (entry.getKey()) {
                case Mapping.FIELDS -> {
                    if (!(value instanceof SequenceNode list)) {
                        throw file.at(value, "this should be a list. Perhaps write it as [One, Two]");
                    }
                    list.getValue().forEach(each -> fields.add(file.text(each)));
                }
                case Mapping.TIME_FORMAT -> format = format(value);
                case Mapping.TIME_ZONE -> zone = zone(value);
                default -> {
                    Role role = Role.of(entry.getKey()).orElseThrow(() -> file.at(value, "'" + entry.getKey()
                            + "' is nothing that a column can say. " + GuessFile.perhaps(entry.getKey(), entries())));
                    String column = file.text(value);
                    String other = roleOf.put(column, entry.getKey());
                    if (other != null) {
                        throw file.at(value, "the column '" + column + "' is named for " + other + " and for "
                                + entry.getKey() + ". Perhaps remove one of the two");
                    }
                    roles.put(role, column);
                }
            }
        }
        return new Mapping(roles, fields, format, zone);
    }

    private static List<String> entries() {
        List<String> entries = new ArrayList<>(Arrays.stream(Role.values()).map(Role::label).toList());
        entries.addAll(List.of(Mapping.FIELDS, Mapping.TIME_FORMAT, Mapping.TIME_ZONE));
        return entries;
    }

    private String format(Node value) {
        String format = file.text(value);
        if (!Mapping.isFormat(format)) {
            throw file.at(value, "'" + format + "' is no format of times. Perhaps write iso, seconds, millis or a"
                    + " pattern such as d.M.yyyy H:mm");
        }
        return format;
    }

    private String zone(Node value) {
        String zone = file.text(value);
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            throw file.at(value, "there is no zone '" + zone + "'. Perhaps write it as Europe/Zurich or UTC");
        }
    }

    /** Whether a table of an export is said to be otherwise than it was read. */
    boolean isChanged(String export) {
        Set<String> documents = new HashSet<>(written.keySet());
        documents.addAll(used.keySet());
        return documents.stream().filter(document -> document.equals(export) || document.startsWith(export + "/")
                || document.startsWith(export + "!")).anyMatch(document -> {
                    Mapping wanted = isEdited(document) ? written.get(document) : guessed.get(document);
                    return wanted != null && !wanted.equals(used.get(document));
                });
    }

    private boolean isEdited(String document) {
        Mapping said = written.get(document);
        return said != null && !said.equals(guessed.get(document));
    }

    @Override
    public @Nullable Said said(String document) {
        Mapping mapping = written.get(document);
        return mapping == null || !isEdited(document) ? null : new Said() {
            @Override
            public Mapping mapping() {
                return mapping;
            }

            @Override
            public RuntimeException wrong(String entry, String what) {
                Node node = places.get(document);
                Node value = node instanceof MappingNode ? file.mapping(node, KEY).get(entry) : null;
                return file.at(value == null ? node : value, what);
            }
        };
    }

    @Override
    public void read(String document, @Nullable Mapping guess, Mapping by) {
        Mapping before = used.put(document, by);
        if (before != null && !before.equals(by)) {
            outdated.add(document);
        }
        if (guess == null) {
            guessed.remove(document);
        } else {
            guessed.put(document, guess);
        }
    }

    /** The documents whose events of the former reading are no longer true; grows while an export is read. */
    Set<String> outdated() {
        return outdated;
    }

    /** By document, how tables were read, or are to be read next where they could not be. */
    Map<String, Mapping> shown() {
        TreeMap<String, Mapping> shown = new TreeMap<>(used);
        written.forEach((document, mapping) -> {
            if (isEdited(document)) {
                shown.put(document, mapping);
            }
        });
        return shown;
    }

    /** Whether a table was read as the reader said. */
    boolean isSaid(String document) {
        return isEdited(document);
    }

    /** Remembers how tables were read, for the next run. */
    void keep(Workspace workspace) {
        if (!used.isEmpty()) {
            workspace.keep(Workspace.COLUMNS, text(GUESSED, guessed) + text(USED, used));
        }
    }

    /** An entry of mappings by document, as YAML. */
    static String text(String key, Map<String, Mapping> mappings) {
        StringBuilder out = new StringBuilder(key).append(mappings.isEmpty() ? ": {}\n" : ":\n");
        mappings.forEach((document, mapping) -> {
            out.append("  ").append(YamlFile.quoted(document)).append(":\n");
            mapping.columns().forEach((role, column) -> line(out, role.label(), YamlFile.quoted(column)));
            if (!mapping.fields().isEmpty()) {
                line(out, Mapping.FIELDS, YamlFile.flow(mapping.fields()));
            }
            line(out, Mapping.TIME_FORMAT, YamlFile.quoted(mapping.timeFormat()));
            line(out, Mapping.TIME_ZONE, YamlFile.quoted(mapping.timeZone()));
        });
        return out.toString();
    }

    private static void line(StringBuilder out, String key, String value) {
        out.append("    ").append(key).append(": ").append(value).append('\n');
    }
}
