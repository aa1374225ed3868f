package org.desireline.app.charterfile;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.desireline.charter.Mistake;
import org.desireline.charter.Nearest;
import org.desireline.charter.Place;
import org.desireline.charter.Undertaking;
import org.desireline.charter.Word;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Files of commitments and of decisions: YAML with one line an entry, to which lines are only added, so that two people
 * who add to it at once can keep both, and the newest version of the file holds its whole past.
 */
public final class RecordedText {

    /** Names of files of commitments end so. */
    public static final String COMMITMENTS = "commitments.yaml";
    /** Names of files of decisions end so. */
    public static final String DECISIONS = "decisions.yaml";
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");
    private static final int MOST_CHARS = 20_000;
    private static final List<String> KEYS =
            List.of("id", "on", "meeting", "what", "owner", "decider", "about", "due", "withdrawn", "items");

    private final Undertaking.Kind kind;
    private final YamlTree tree;
    private final List<RecordedEntry> entries = new ArrayList<>();

    /**
     * What could be read of a file.
     *
     * @param entries in the order of the file
     * @param mistakes what is wrong with it, each shown with its line
     */
    public record Read(List<RecordedEntry> entries, List<Mistake> mistakes) {

        public Read {
            entries = List.copyOf(entries);
            mistakes = List.copyOf(mistakes);
        }
    }

    private RecordedText(Undertaking.Kind kind, YamlTree tree) {
        this.kind = kind;
        this.tree = tree;
    }

    /** What a file of that name holds, or null where its name says nothing of the kind. */
    public static Undertaking.@Nullable Kind kindOf(String fileName) {
        return fileName.endsWith(COMMITMENTS) ? Undertaking.Kind.COMMITMENT
                : fileName.endsWith(DECISIONS) ? Undertaking.Kind.DECISION : null;
    }

    /** The usual name of a file. */
    public static String fileName(Undertaking.Kind kind) {
        return kind == Undertaking.Kind.COMMITMENT ? COMMITMENTS : DECISIONS;
    }

    /** Reads a file. */
    public static Read read(Undertaking.Kind kind, String file, String text) {
        if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
            return new Read(List.of(), List.of());
        }
        YamlTree tree = YamlTree.of(file, text.getBytes(StandardCharsets.UTF_8));
        RecordedText reader = new RecordedText(kind, tree);
        MappingNode root = tree.root();
        if (root != null) {
            reader.root(root);
        }
        return new Read(reader.entries, tree.mistakes().stream().map(tree::shown).sorted().toList());
    }

    private void root(MappingNode root) {
        for (NodeTuple tuple : root.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (!key.equals(word(kind))) {
                tree.error(tree.place(tuple.getKeyNode()), "unknown entry `" + key + "`",
                        "Perhaps you meant `" + word(kind) + ":`");
            } else if (tuple.getValueNode() instanceof SequenceNode list) {
                list.getValue().forEach(this::entry);
            } else if (!text(tuple.getValueNode()).isEmpty()) {
                tree.error(tree.place(tuple.getValueNode()), "there should be a list here",
                        "Perhaps begin each with `- `");
            }
        }
    }

    private static String word(Undertaking.Kind kind) {
        return kind == Undertaking.Kind.COMMITMENT ? "commitments" : "decisions";
    }

    private void entry(Node node) {
        Place place = tree.place(node);
        if (!(node instanceof MappingNode mapping)) {
            tree.error(place, "there should be an entry here", "Perhaps like: { id: a-1, on: 2026-07-03 }");
            return;
        }
        int before = tree.mistakes().size();
        java.util.Map<String, Node> values = new java.util.HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (!KEYS.contains(key)) {
                tree.error(tree.place(tuple.getKeyNode()), "unknown entry `" + key + "`",
                        Nearest.perhaps(key, KEYS, "entries"));
            }
            values.put(key, tuple.getValueNode());
        }
        String id = text(values.get("id"));
        if (!ID.matcher(id).matches()) {
            tree.error(place, "an entry needs an id of letters, digits, '.', '_' and '-'", "Perhaps `id: a-1`");
        }
        LocalDate on = day(values.get("on"));
        if (on == null && tree.mistakes().size() == before) {
            tree.error(place, "an entry needs the day from which it counts", "Perhaps `on: 2026-07-03`");
        }
        LocalDate due = day(values.get("due"));
        List<Word> items = new ArrayList<>();
        if (values.get("items") instanceof SequenceNode list) {
            list.getValue().forEach(each -> items.add(new Word(text(each), tree.place(each))));
        }
        if (tree.mistakes().size() == before && on != null) {
            entries.add(new RecordedEntry(kind, id, on, isTrue(values.get("meeting")), text(values.get("what")),
                    text(values.get(kind == Undertaking.Kind.COMMITMENT ? "owner" : "decider")),
                    text(values.get("about")), due, isTrue(values.get("withdrawn")), items, place));
        }
    }

    private String text(@Nullable Node node) {
        if (node != null && !(node instanceof ScalarNode)) {
            tree.error(tree.place(node), "this should be a single value", "Perhaps remove the brackets");
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private boolean isTrue(@Nullable Node node) {
        return text(node).equalsIgnoreCase("true");
    }

    private @Nullable LocalDate day(@Nullable Node node) {
        String text = text(node);
        try {
            return node == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            tree.error(tree.place(node), "this is not a day", "Perhaps write it like 2026-07-03");
            return null;
        }
    }

    /** A text with one entry more; a new one begins with what the file is. */
    public static String with(String text, RecordedEntry entry) {
        StringBuilder out = new StringBuilder(text);
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        if (read(entry.kind(), "", text).entries().isEmpty() && !text.contains(word(entry.kind()) + ":")) {
            out.append("# What was ").append(entry.kind() == Undertaking.Kind.COMMITMENT ? "committed to" : "decided")
                    .append(", a line each time something was said; lines are only added: desireline record\n")
                    .append(word(entry.kind())).append(":\n");
        }
        return out.append("  - ").append(line(entry)).append('\n').toString();
    }

    /** An entry on one line; words from outside stand in quotes, and nothing in them can end the line. */
    public static String line(RecordedEntry entry) {
        List<String> parts = new ArrayList<>();
        parts.add("id: " + quoted(entry.id()));
        parts.add("on: " + entry.on());
        if (entry.meeting()) {
            parts.add("meeting: true");
        }
        if (entry.due() != null) {
            parts.add("due: " + entry.due());
        }
        if (entry.withdrawn()) {
            parts.add("withdrawn: true");
        }
        part(parts, entry.kind() == Undertaking.Kind.COMMITMENT ? "owner" : "decider", entry.owner());
        part(parts, "about", entry.about());
        if (!entry.items().isEmpty()) {
            parts.add("items: [" + String.join(", ", entry.items().stream().map(item -> quoted(item.text())).toList())
                    + "]");
        }
        part(parts, "what", entry.what());
        return "{ " + String.join(", ", parts) + " }";
    }

    private static void part(List<String> parts, String name, String text) {
        if (!text.isEmpty()) {
            parts.add(name + ": " + quoted(text));
        }
    }

    /** Whether a text can be an id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The most characters of any text of an entry. */
    public static int mostChars() {
        return MOST_CHARS;
    }

    /** An id made of the first words of a text. */
    public static String id(String what) {
        String words = what.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+", "");
        String base = words.substring(0, words.offsetByCodePoints(0, Math.min(40, words.codePointCount(0,
                words.length())))).replaceAll("-+$", "");
        return base.isEmpty() ? "entry" : base;
    }

    /** A double-quoted scalar of plain characters: any other is written as its number. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            boolean plain = c >= 0x20 && c != 0x7f && !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.LINE_SEPARATOR
                    && Character.getType(c) != Character.PARAGRAPH_SEPARATOR
                    && Character.getType(c) != Character.UNASSIGNED && Character.getType(c) != Character.PRIVATE_USE;
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (Character.getType(c) == Character.SURROGATE) {
                out.append('\ufffd');
            } else if (plain) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
            }
        });
        return out.append('"').toString();
    }
}
