package org.desireline.app.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Who is who: the accounts of each person, as the reader wrote them down, and the accounts that were seen and belong to
 * nobody yet. For this machine only; an account is {@code source:name}.
 */
public final class People {

    private static final List<String> KEYS = List.of("people", "accounts", "called");
    private static final String HEAD = """
            # Who is who. This file stays on this machine; nothing in it is ever shown.
            # Under people, give somebody the accounts that are theirs:  "ada": ["jira:ada", "git:ada@example.org"]
            # Under accounts stands whoever was seen and is given to nobody.
            # Under called stands what the exports call them: equal addresses and names tell who is the same.
            """;

    private final Map<String, List<String>> people;
    private final Map<String, String> owners = new TreeMap<>();
    private final Set<String> accounts;
    private final Map<String, List<String>> called;
    private final String text;
    /** Where the entries stand that imports write, by key. */
    private final Map<String, Place> places;

    /** From a character of the text to before another. */
    private record Place(int from, int to) {}

    private People(
            Map<String, List<String>> people, Set<String> accounts, Map<String, List<String>> called, String text,
            Map<String, Place> places) {
        this.people = people;
        this.accounts = accounts;
        this.called = called;
        this.text = text;
        this.places = places;
        people.forEach((person, owned) -> owned.forEach(account -> owners.put(account, person)));
    }

    /**
     * Reads the file.
     *
     * @param place where it stands, for messages
     * @param text what it says, or null where there is none
     * @throws BadInput where it cannot be understood, with the place
     */
    public static People read(String place, @Nullable String text) {
        String known = text == null ? "" : text;
        Node root = YamlFile.compose(place, known, false);
        return root == null ? new People(Map.of(), new TreeSet<>(), Map.of(), known, Map.of())
                : new Parser(new YamlFile(place, false), known).file(root);
    }

    /** The accounts of each person, by person. */
    public Map<String, List<String>> people() {
        return people;
    }

    /** The accounts of a person; empty for one who is not in the file. */
    public List<String> accountsOf(String person) {
        return people.getOrDefault(person, List.of());
    }

    /** The person whose account it is, or null. */
    public @Nullable String personOf(String account) {
        return owners.get(account);
    }

    /** Every account in the file, given to somebody or not. */
    public Set<String> accounts() {
        TreeSet<String> all = new TreeSet<>(accounts);
        all.addAll(owners.keySet());
        return all;
    }

    /** The accounts that belong to nobody. */
    public Set<String> strangers() {
        return Collections.unmodifiableSet(accounts);
    }

    /** What exports call the owner of an account: names and e-mail addresses. */
    List<String> called(String account) {
        return called.getOrDefault(account, List.of());
    }

    /**
     * The text of the file once these accounts were seen; what the reader wrote stays as it is.
     *
     * @param names names and e-mail addresses by account; of an account that was not seen they are not kept
     */
    String seeing(Collection<String> seen, Map<String, ? extends Collection<String>> names) {
        String listed = seeing(seen);
        TreeMap<String, TreeSet<String>> all = new TreeMap<>();
        called.forEach((account, known) -> all.put(account, new TreeSet<>(known)));
        names.forEach((account, more) -> {
            if (seen.contains(account)) {
                all.computeIfAbsent(account, none -> new TreeSet<>()).addAll(more);
            }
        });
        if (all.values().stream().mapToInt(Set::size).sum()
                == called.values().stream().mapToInt(known -> Set.copyOf(known).size()).sum()) {
            return listed;
        }
        StringBuilder block = new StringBuilder("called:\n");
        all.forEach((account, known) -> block.append("  ").append(YamlFile.quoted(account)).append(": ")
                .append(YamlFile.flow(List.copyOf(known))).append('\n'));
        return read("", listed).with("called", block.toString());
    }

    /** The text with an entry in place of the one of its key, or at the end. */
    private String with(String key, String block) {
        Place place = places.get(key);
        return place == null ? (text.endsWith("\n") ? text : text + "\n") + block
                : text.substring(0, place.from()) + block + text.substring(place.to());
    }

    private String seeing(Collection<String> seen) {
        TreeSet<String> unknown = new TreeSet<>(seen);
        unknown.removeAll(accounts());
        boolean given = accounts.stream().anyMatch(owners::containsKey);
        if (unknown.isEmpty() && !given && places.containsKey("accounts")) {
            return text;
        }
        unknown.addAll(accounts);
        unknown.removeAll(owners.keySet());
        StringBuilder block = new StringBuilder("accounts:").append(unknown.isEmpty() ? " []" : "").append('\n');
        unknown.forEach(account -> block.append("  - ").append(YamlFile.quoted(account)).append('\n'));
        return text.isBlank() ? HEAD + "\npeople: {}\n\n" + block : with("accounts", block.toString());
    }

    /** Reads nodes, remembering where each stands. */
    private record Parser(YamlFile file, String text) {

        People file(Node root) {
            Map<String, Node> entries = file.mapping(root, "the file");
            TreeMap<String, Place> places = new TreeMap<>();
            for (NodeTuple tuple : ((MappingNode) root).getValue()) {
                String key = file.text(tuple.getKeyNode());
                if (!KEYS.contains(key)) {
                    throw file.at(tuple.getKeyNode(), "unknown entry. Perhaps people belong, indented, under 'people:'"
                            + " and everything else under 'accounts:'");
                }
                places.put(key, new Place(index(tuple.getKeyNode().getStartMark().orElseThrow().getIndex()),
                        lineEnd(index(last(tuple.getValueNode()).getEndMark().orElseThrow().getIndex()))));
            }
            TreeMap<String, List<String>> people = new TreeMap<>();
            TreeMap<String, String> owners = new TreeMap<>();
            Node given = entries.get("people");
            if (given != null && !YamlFile.isEmpty(given)) {
                file.mapping(given, "people").forEach((person, node) -> people.put(person, list(node, person, owners)));
            }
            Node rest = entries.get("accounts");
            TreeSet<String> accounts = new TreeSet<>();
            if (rest != null && !YamlFile.isEmpty(rest)) {
                accounts.addAll(list(rest, "", new TreeMap<>()));
            }
            TreeMap<String, List<String>> called = new TreeMap<>();
            Node names = entries.get("called");
            if (names != null && !YamlFile.isEmpty(names)) {
                file.mapping(names, "called").forEach((account, node) -> called.put(account, names(node)));
            }
            return new People(Collections.unmodifiableMap(people), accounts, called, text, places);
        }

        /** The last thing that belongs to a value: a list of lines ends only where something else begins. */
        private static Node last(Node node) {
            return switch (node) {
                case SequenceNode list when list.getFlowStyle() == FlowStyle.BLOCK && !list.getValue().isEmpty() ->
                        last(list.getValue().getLast());
                case MappingNode map when map.getFlowStyle() == FlowStyle.BLOCK && !map.getValue().isEmpty() ->
                        last(map.getValue().getLast().getValueNode());
                default -> node;
            };
        }

        /** Marks count whole characters; texts count halves of some. */
        private int index(int codePoints) {
            return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        }

        /** The end of the line, where only blanks are left of it. */
        private int lineEnd(int from) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            boolean atStart = from == 0 || text.charAt(from - 1) == '\n';
            return atStart || !text.substring(from, to).isBlank() ? from : to;
        }

        private List<String> names(Node node) {
            if (!(node instanceof SequenceNode sequence)) {
                throw file.at(node, "this should be a list of names and addresses. Perhaps remove the line:"
                        + " an import writes it anew");
            }
            return sequence.getValue().stream().map(file::text).toList();
        }

        private List<String> list(Node node, String person, Map<String, String> owners) {
            if (!(node instanceof SequenceNode sequence)) {
                throw file.at(node, "this should be a list of accounts. Perhaps write it as [\"jira:name\"]");
            }
            List<String> texts = new ArrayList<>();
            for (Node each : sequence.getValue()) {
                String account = file.text(each);
                if (!account.contains(":")) {
                    throw file.at(each, "an account is written with its source before a colon. Perhaps put 'jira:'"
                            + " before it");
                }
                String other = owners.put(account, person);
                if (other != null && !other.equals(person)) {
                    throw file.at(each, "this account is given to two people. Perhaps remove one of the two");
                }
                texts.add(account);
            }
            return List.copyOf(texts);
        }
    }
}
