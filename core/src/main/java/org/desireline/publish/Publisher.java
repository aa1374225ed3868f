package org.desireline.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.journal.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Withholds what would point at people.
 *
 * <p>All readings of a run pass at once, because a cell hidden in one table may be bared by another. Cost: linear in
 * lines, times the rounds of complementary suppression (Cox 1980, "Suppression methodology and statistical disclosure
 * control").
 */
public final class Publisher {

    /** The smallest group that a figure may be about. */
    public static final int SMALLEST_GROUP = 5;

    private static final double LARGEST_SHARE = 0.5;
    private static final String BY_SUBTRACTION =
            "else another withheld line could be had by subtraction";
    static final String BY_RANGE = "else its range would tell another withheld line";

    private final Map<String, String> hidden = new HashMap<>();
    private final TreeMap<String, TreeSet<String>> tables = new TreeMap<>();
    private final Map<String, Long> sizes = new HashMap<>();

    private final int fewest;

    private Publisher(int fewest) {
        this.fewest = fewest;
    }

    /** Publishes all readings of a run. */
    public static Published publish(Head head, List<Reading> readings, List<Trouble> troubles) {
        return publish(head, readings, List.of(), troubles, SMALLEST_GROUP);
    }

    /**
     * Publishes all readings of a run.
     *
     * @param fates what became of commitments and decisions
     * @param smallestGroup the smallest group that a figure may be about; never below {@link #SMALLEST_GROUP}
     */
    public static Published publish(
            Head head, List<Reading> readings, List<Fate> fates, List<Trouble> troubles, int smallestGroup) {
        Publisher publisher = new Publisher(Math.max(SMALLEST_GROUP, smallestGroup));
        readings.forEach(reading -> reading.lines().forEach(publisher::judge));
        publisher.complement();
        List<Reading> published = new ArrayList<>();
        for (Reading reading : readings) {
            published.add(reading.withLines(reading.lines().stream().map(publisher::shown).toList()));
        }
        List<Trouble> sorted = new ArrayList<>(troubles);
        readings.forEach(reading -> sorted.addAll(reading.troubles()));
        sorted.sort(Comparator.naturalOrder());
        return new Published(head, published, fates, sorted);
    }

    private void judge(Line line) {
        Support support = line.support();
        String reason = reason(support);
        if (reason != null) {
            hidden.putIfAbsent(support.cell(), reason);
        }
        support.sums().forEach(table -> tables.computeIfAbsent(table, id -> new TreeSet<>()).add(support.cell()));
        sizes.merge(support.cell(), support.items(), Math::max);
    }

    private @Nullable String reason(Support support) {
        if (support.basis() != Support.Basis.DECLARED && support.actors() < fewest) {
            return "fewer than " + fewest + " people";
        }
        return switch (support.basis()) {
            case DECLARED -> null;
            case STRUCTURE -> support.items() < SMALLEST_GROUP ? "fewer than " + SMALLEST_GROUP + " items" : null;
            case ACTIVITY -> support.largestShare() > LARGEST_SHARE ? "one person makes up more than half" : null;
        };
    }

    /** Hides the next smallest cell wherever exactly one cell of a table is hidden, until none is. */
    private void complement() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (TreeSet<String> cells : tables.values()) {
                long gone = cells.stream().filter(hidden::containsKey).count();
                if (gone == 1 && cells.size() > 1) {
                    cells.stream().filter(cell -> !hidden.containsKey(cell))
                            .min(Comparator.<String>comparingLong(cell -> sizes.getOrDefault(cell, 0L))
                                    .thenComparing(Comparator.naturalOrder()))
                            .ifPresent(cell -> hidden.put(cell, BY_SUBTRACTION));
                    changed = true;
                }
            }
        }
    }

    private Line shown(Line line) {
        String reason = hidden.get(line.support().cell());
        if (reason != null) {
            return line.withhold(reason);
        }
        return line.support().ranges().stream().anyMatch(hidden::containsKey)
                ? line.withoutRange(BY_RANGE) : line;
    }
}
