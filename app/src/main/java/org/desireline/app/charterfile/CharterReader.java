package org.desireline.app.charterfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.desireline.charter.Area;
import org.desireline.charter.Capacity;
import org.desireline.charter.Declared;
import org.desireline.charter.Declared.Commitment;
import org.desireline.charter.Declared.DecisionRight;
import org.desireline.charter.Declared.Incentive;
import org.desireline.charter.Declared.Includes;
import org.desireline.charter.Declared.Option;
import org.desireline.charter.Declared.Pressure;
import org.desireline.charter.Declared.Priority;
import org.desireline.charter.Declared.Role;
import org.desireline.charter.Declared.Rule;
import org.desireline.charter.Declared.StatusWord;
import org.desireline.charter.Declared.Team;
import org.desireline.charter.Declared.Tradeoff;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.charter.Nearest;
import org.desireline.charter.PathRule;
import org.desireline.charter.Phase;
import org.desireline.charter.Place;
import org.desireline.charter.Share;
import org.desireline.charter.Word;
import org.desireline.journal.Trouble.Severity;
import org.desireline.time.WorkWeek;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns a file into a declared charter, as far as it can be read; mistakes are noted in the tree. */
final class CharterReader {

    private final YamlTree tree;
    private final Shape shape;
    private final List<Entry> entries = new ArrayList<>();
    private boolean dated;

    private CharterReader(YamlTree tree, Shape shape) {
        this.tree = tree;
        this.shape = shape;
    }

    /**
     * What could be read.
     *
     * @param declared the charter as far as it could be read, or null where the file has no entries
     * @param dated whether it has a usable first day
     * @param whole whether nothing is missing that other entries may refer to
     * @param mistakes what is wrong with the file itself, in the order of the file
     * @param tree the file, to show the lines of further mistakes
     */
    record Read(@Nullable Declared declared, boolean dated, boolean whole, List<Mistake> mistakes, YamlTree tree) {

        boolean hasErrors() {
            return mistakes.stream().anyMatch(mistake -> mistake.severity() == Severity.ERROR);
        }
    }

    /**
     * Reads a file's content.
     *
     * @param zone the zone of a charter that names none
     */
    static Read read(String file, byte[] content, ZoneId zone) {
        YamlTree tree = YamlTree.of(file, content);
        MappingNode root = tree.root();
        if (root == null) {
            return new Read(null, false, false, List.copyOf(tree.mistakes()), tree);
        }
        Shape shape = Shape.of(tree, root);
        CharterReader reader = new CharterReader(tree, shape);
        Declared declared = reader.charter(root, zone);
        return new Read(declared, reader.dated, shape.isWhole(), tree.mistakes().stream().sorted().toList(), tree);
    }

    private Declared charter(MappingNode root, ZoneId otherwise) {
        Entry entry = entry(root);
        LocalDate from = day(entry, "from");
        ZoneId named = entry.read("timezone", CharterReader::zone);
        ZoneId zone = named == null ? otherwise : named;
        Entry privacy = entry(entry.node("privacy"));
        Integer minGroup = number(privacy, "min-group");
        Declared declared = new Declared(entry.place("from"), entry.text("organization", ""),
                from == null ? LocalDate.EPOCH : from, entry.isTrue("assumed"), zone,
                entry.read("week", word -> WorkWeek.parse(word.text(), zone)),
                list(entry, "priorities", this::priority), list(entry, "tradeoffs", this::tradeoff),
                list(entry, "teams", this::team), roles(entry.node("roles")),
                list(entry, "decisions", this::decision), list(entry, "incentives", this::incentive),
                list(entry, "commitments", this::commitment),
                entry.list("path", word -> new Rule(PathRule.parse(word.text()), word.place())),
                list(entry, "pressure", this::pressure), statuses(entry.node("statuses")),
                list(entry, "gates", this::gate),
                minGroup == null ? Declared.SMALLEST_GROUP : minGroup);
        if (tree.mistakes().isEmpty()) {
            refuseToIgnore();
        }
        dated = from != null;
        return declared;
    }

    /** A key that is accepted and not read would be a promise broken in silence. */
    private void refuseToIgnore() {
        for (Entry entry : entries) {
            if (!entry.ignored().isEmpty()) {
                throw new IllegalStateException("The schema accepts what nobody reads: " + entry.ignored()
                        + ". Perhaps a key was added to the schema only.");
            }
        }
    }

    private Entry entry(@Nullable Node node) {
        Entry entry = new Entry(tree, shape, node == null ? new ScalarNode(
                org.snakeyaml.engine.v2.nodes.Tag.NULL, "", org.snakeyaml.engine.v2.common.ScalarStyle.PLAIN) : node);
        entries.add(entry);
        return entry;
    }

    private <T> List<T> list(Entry entry, String key, Function<Entry, @Nullable T> reader) {
        List<T> all = new ArrayList<>();
        if (entry.node(key) instanceof SequenceNode sequence) {
            for (Node node : sequence.getValue()) {
                if (node instanceof MappingNode && !shape.isBad(node)) {
                    T value = reader.apply(entry(node));
                    if (value != null) {
                        all.add(value);
                    }
                }
            }
        }
        return all;
    }

    private @Nullable Priority priority(Entry entry) {
        Word id = entry.word("id");
        Share share = entry.read("share", word -> Share.parse(word.text()));
        Entry includes = entry(entry.node("includes"));
        Priority priority = id == null ? null : new Priority(id, entry.text("name", ""), entry.word("owner"), share,
                new Includes(includes.words("labels"), includes.words("components"), includes.words("epics"),
                        includes.words("types"), includes.words("projects"), includes.words("paths"),
                        includes.words("fixVersions"), includes.word("where")), entry.place());
        return priority;
    }

    private @Nullable Tradeoff tradeoff(Entry entry) {
        Word prefer = entry.word("prefer");
        List<Word> over = entry.words("over");
        Word when = entry.word("when");
        LocalDate from = day(entry, "from");
        LocalDate to = day(entry, "to");
        return prefer == null || over.isEmpty() ? null : new Tradeoff(prefer, over,
                when == null ? new Word("always", entry.place()) : when, from, to, entry.place());
    }

    private @Nullable Team team(Entry entry) {
        Word id = entry.word("id");
        List<Area> owns = entry.list("owns", Area::parse);
        Capacity capacity = entry.read("capacity", word -> Capacity.parse(word.text()));
        List<Word> members = entry.words("members");
        Integer limit = number(entry, "wip-limit");
        String name = entry.text("name", "");
        boolean isPublic = entry.isTrue("public");
        return id == null ? null : new Team(id, name, isPublic, members, owns, capacity, limit, entry.place());
    }

    private List<Role> roles(@Nullable Node node) {
        Entry all = entry(node);
        List<Role> roles = new ArrayList<>();
        for (String id : all.keys()) {
            Node value = all.node(id);
            Word name = new Word(id, all.place(id));
            if (value instanceof SequenceNode) {
                roles.add(new Role(name, false, null, all.words(value), name.place()));
            } else if (value != null) {
                Entry entry = entry(value);
                roles.add(new Role(name, entry.isTrue("public"), number(entry, "level"), entry.words("members"),
                        name.place()));
            }
        }
        return roles;
    }

    private @Nullable DecisionRight decision(Entry entry) {
        Word right = entry.word("right");
        List<Word> decides = entry.words("decides");
        Word where = entry.word("where");
        return right == null ? null : new DecisionRight(right, decides, where, entry.place());
    }

    private @Nullable Incentive incentive(Entry entry) {
        Word id = entry.word("id");
        Entry rewards = entry(entry.node("rewards"));
        Word event = rewards.word("event");
        Word where = rewards.word("where");
        Double strength = entry.read("strength", word -> Double.valueOf(word.text()));
        String note = entry.text("note", "");
        List<Option> options = list(entry, "options", option -> {
            Word name = option.word("id");
            Word expression = option.word("where");
            return name == null || expression == null ? null : new Option(name, expression);
        });
        return id == null || event == null ? null
                : new Incentive(id, event, where, strength == null ? 1 : strength, note, options, entry.place());
    }

    private @Nullable Commitment commitment(Entry entry) {
        Word id = entry.word("id");
        LocalDate decided = day(entry, "decided");
        LocalDate due = day(entry, "due");
        Entry evidence = entry(entry.node("evidence"));
        List<Word> items = evidence.words("items");
        Word where = evidence.word("where");
        String what = entry.text("what", "");
        Word owner = entry.word("owner");
        return id == null || decided == null || due == null ? null
                : new Commitment(id, what, owner, decided, due, items, where, entry.place());
    }

    private @Nullable Pressure pressure(Entry entry) {
        Word kind = entry.word("kind");
        LocalDate from = day(entry, "from");
        LocalDate to = day(entry, "to");
        Word where = entry.word("where");
        return kind == null ? null : new Pressure(kind, from, to, where, entry.place());
    }

    private List<StatusWord> statuses(@Nullable Node node) {
        Entry all = entry(node);
        List<StatusWord> words = new ArrayList<>();
        for (String key : all.keys()) {
            Node value = all.node(key);
            if (value instanceof ScalarNode phase) {
                words.add(new StatusWord("", new Word(key, all.place(key)), Phase.valueOf(phase.getValue())));
            } else if (value instanceof MappingNode) {
                Entry project = entry(value);
                for (String status : project.keys()) {
                    if (project.node(status) instanceof ScalarNode phase) {
                        words.add(new StatusWord(key, new Word(status, project.place(status)),
                                Phase.valueOf(phase.getValue())));
                    }
                }
            }
        }
        return words;
    }

    private @Nullable Gate gate(Entry entry) {
        String name = entry.text("name", "");
        String reading = entry.text("reading", "");
        String about = entry.text("about", "all");
        String line = entry.text("line", "");
        String of = entry.text("of", "");
        String window = entry.text("window", "52w");
        Word most = entry.word("at-most");
        Word least = entry.word("at-least");
        Double atMost = entry.read("at-most", CharterReader::limit);
        Double atLeast = entry.read("at-least", CharterReader::limit);
        if (most == null && least == null) {
            if (entry.keys().stream().noneMatch(key -> key.equals("at-most") || key.equals("at-least"))) {
                tree.error(entry.place(), "the gate '" + name + "' has no limit", "Perhaps add `at-most: 10%`");
            }
            return null;
        }
        boolean percent = isPercent(most) || isPercent(least);
        if (most != null && least != null && isPercent(most) != isPercent(least)) {
            tree.error(least.place(), "one limit is in per cent and the other is not", "Perhaps write both alike");
            return null;
        }
        return atMost == null && atLeast == null ? null
                : new Gate(name, reading, about, line, of, atMost, atLeast, percent, window, entry.place());
    }

    private static boolean isPercent(@Nullable Word limit) {
        return limit != null && limit.text().strip().endsWith("%");
    }

    private static double limit(Word word) {
        String text = word.text().strip();
        boolean percent = text.endsWith("%");
        boolean bare = !percent && !text.endsWith("h");
        double value = Double.parseDouble(bare ? text : text.substring(0, text.length() - 1).strip());
        return percent ? value / 100 : value;
    }

    private static @Nullable Integer number(Entry entry, String key) {
        return entry.read(key, word -> Integer.valueOf(word.text()));
    }

    private static @Nullable LocalDate day(Entry entry, String key) {
        return entry.read(key, word -> {
            try {
                return LocalDate.parse(word.text());
            } catch (DateTimeException never) {
                throw new IllegalArgumentException("There is no day " + word.text()
                        + ". Perhaps another day of that month.", never);
            }
        });
    }

    private static ZoneId zone(Word word) {
        try {
            return ZoneId.of(word.text());
        } catch (DateTimeException unknown) {
            List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
            String nearest = Nearest.of(word.text(), zones);
            String city = word.text().substring(word.text().lastIndexOf('/') + 1).replace(' ', '_');
            List<String> cities = zones.stream().filter(zone -> Arrays.asList(zone.split("/", -1)).getLast()
                    .equalsIgnoreCase(city)).toList();
            throw new IllegalArgumentException("There is no time zone '" + word.text() + "'. Perhaps you meant "
                    + (!cities.isEmpty() ? cities.getFirst() : nearest.isEmpty() ? "Europe/Zurich" : nearest) + ".",
                    unknown);
        }
    }
}
