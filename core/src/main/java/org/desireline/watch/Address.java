package org.desireline.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Gate;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/**
 * The line that a gate is about, among those published.
 *
 * @param id its id, or the one it would have, or empty where none could be named
 * @param line the line, or null where there is none
 * @param lack why there is none, or empty
 */
record Address(String id, @Nullable Line line, String lack) {

    private static final String ALL = "all";
    private static final String LEDGER = "ledger";
    /** What a gate may call the accounts of the ledger besides their own names. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("unowned", "nobody", "review", "reviewer", "decision", "decider", "blocked", "otherItem");
    private static final Map<String, String> MEASURES =
            Map.of("", "hours", "waiting", "waitingShare", "live", "share", "elapsed", "wallShare");
    /** A name that stands in several dimensions is that of a priority, then of a team, then of an area. */
    private static final List<String> FIRST_KINDS = List.of("priority", "team", "area");
    private static final List<String> BETWEEN_TWO = List.of(">", " over ");

    static Address of(Gate gate, Published published) {
        Optional<Reading> reading = published.reading(gate.reading());
        if (reading.isEmpty()) {
            return none("", "there is no reading '" + gate.reading() + "' in this run", gate.reading(),
                    published.readings().stream().map(Reading::instrument).toList());
        }
        Optional<Address> named = named(gate, published);
        if (named.isPresent()) {
            return named.get();
        }
        if (gate.reading().equals(LEDGER) && !MEASURES.containsKey(gate.of())) {
            return none("", "the ledger knows no 'of: " + gate.of() + "'", gate.of(),
                    List.of("waiting", "live", "elapsed"));
        }
        List<String> candidates = gate.line().startsWith(gate.reading() + "/") ? List.of(gate.line())
                : candidates(gate, reading.get());
        for (String candidate : candidates) {
            Optional<Line> line = published.line(candidate);
            if (line.isPresent()) {
                return new Address(candidate, line.get(), "");
            }
        }
        String id = candidates.isEmpty() ? "" : candidates.get(candidates.size() - 1);
        Reading.Refusal refusal = reading.get().refusal();
        if (refusal != null) {
            return new Address(id, null, refusal.sentence());
        }
        if (candidates.isEmpty()) {
            return unknownClass(gate, reading.get(), published);
        }
        return none(id, "there is no line '" + id + "' in this window", id,
                reading.get().lines().stream().filter(line -> line.period().equals("window")).map(Line::id).toList());
    }

    /** The line whose id the gate names, whole or without its reading. */
    private static Optional<Address> named(Gate gate, Published published) {
        for (String id : List.of(gate.line(), gate.reading() + "/" + gate.line())) {
            Line line = published.line(id).orElse(null);
            boolean isWhole = gate.of().isEmpty() || id.endsWith("/" + MEASURES.getOrDefault(gate.of(), gate.of()));
            if (line == null || !isWhole) {
                continue;
            }
            if (!id.startsWith(gate.reading() + "/")) {
                return Optional.of(new Address(id, null, "the line '" + id + "' is of the reading '"
                        + id.substring(0, id.indexOf('/')) + "', not of '" + gate.reading() + "'"));
            }
            boolean isAbout = gate.about().equals(ALL) || gate.about().equals(line.about().id());
            return Optional.of(isAbout ? new Address(id, line, "") : new Address(id, null, "the line '" + id
                    + "' is about '" + line.about().id() + "', not about '" + gate.about() + "'"));
        }
        return Optional.empty();
    }

    private static Address none(String id, String lack, String word, List<String> known) {
        String perhaps = Likes.perhaps(word, known);
        return new Address(id, null, perhaps.isEmpty() ? lack : lack + ". " + perhaps);
    }

    private static Address unknownClass(Gate gate, Reading reading, Published published) {
        if (published.head().priorities().contains(gate.about())) {
            return new Address("", null, "'" + gate.about() + "' has no row of its own in this window: no hours or"
                    + " choices, or too few items or people to be told apart");
        }
        TreeSet<String> classes = new TreeSet<>(published.head().priorities());
        reading.lines().stream().filter(line -> !line.about().kind().equals("order"))
                .forEach(line -> classes.add(line.about().id()));
        return none("", "the reading '" + reading.instrument() + "' has no row about '" + gate.about() + "'",
                gate.about(), List.copyOf(classes));
    }

    /** The ids that would be right, the best first; none where the class is not told apart. */
    private static List<String> candidates(Gate gate, Reading reading) {
        List<String> candidates = new ArrayList<>();
        for (String row : rows(gate, reading)) {
            String prefix = gate.reading() + "/" + row + "/";
            if (gate.line().contains("/") || !gate.reading().equals(LEDGER)) {
                candidates.add(prefix + gate.line() + (gate.of().isEmpty() || gate.reading().equals(LEDGER) ? ""
                        : "/" + gate.of()));
            } else {
                String measure = "/" + MEASURES.get(gate.of());
                candidates.add(prefix + gate.line() + measure);
                String other = OTHER_NAMES.get(gate.line());
                if (other != null) {
                    candidates.add(prefix + other + measure);
                }
            }
        }
        return candidates;
    }

    /** The rows of the reading that may be meant, as they stand in ids. */
    private static List<String> rows(Gate gate, Reading reading) {
        if (gate.about().equals(ALL)) {
            return gate.reading().equals(LEDGER) ? List.of("all/all") : List.of("all/all", "priority");
        }
        List<String> ids = reading.lines().stream().map(Line::id).toList();
        List<String> rows = new ArrayList<>();
        for (String kind : kinds(ids)) {
            rows.add(kind + "/" + Line.idPart(gate.about()));
        }
        for (String between : BETWEEN_TWO) {
            for (int at = gate.about().indexOf(between); at > 0; at = gate.about().indexOf(between, at + 1)) {
                rows.add("priority/" + Line.idPart(gate.about().substring(0, at).strip()) + "/over/"
                        + Line.idPart(gate.about().substring(at + between.length()).strip()));
            }
        }
        return rows.stream().filter(row -> {
            String prefix = gate.reading() + "/" + row + "/";
            return ids.stream().anyMatch(id -> id.startsWith(prefix));
        }).limit(1).toList();
    }

    private static List<String> kinds(List<String> ids) {
        List<String> order = new ArrayList<>(FIRST_KINDS);
        Arrays.stream(Dimension.values()).map(Dimension::label).filter(kind -> !order.contains(kind))
                .forEach(order::add);
        return ids.stream().map(id -> id.split("/", -1)).filter(parts -> parts.length > 3 && !parts[1].equals(ALL))
                .map(parts -> parts[1]).distinct()
                .sorted(Comparator.<String>comparingInt(kind -> order.contains(kind) ? order.indexOf(kind)
                        : order.size()).thenComparing(Comparator.naturalOrder())).toList();
    }
}
