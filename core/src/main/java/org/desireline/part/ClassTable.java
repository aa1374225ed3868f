package org.desireline.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.time.Spans;
import org.desireline.time.Window;

/**
 * The classes of work told apart in a run, by dimension: at most seven values, then "other", then "none".
 *
 * <p>Priority classes stand in the declared order; those of other dimensions by on-calendar open hours inside the
 * window. An item with several values belongs to the first of them in that order.
 */
public final class ClassTable {

    /** How many values of a dimension are told apart. */
    public static final int MOST = 7;
    /** The class of values that are not told apart. */
    public static final String OTHER = "other";
    /** The class of items without a value. */
    public static final String NONE = "none";

    private final Map<Dimension, List<String>> names = new LinkedHashMap<>();
    private final Map<Dimension, Map<String, Integer>> codes = new HashMap<>();
    private final Map<Dimension, Long> overlaps = new HashMap<>();

    private ClassTable() {}

    static ClassTable of(List<Life> lives, Charter charter, Spans calendar, Window window) {
        ClassTable table = new ClassTable();
        for (Dimension dimension : Dimension.values()) {
            List<String> listed = dimension == Dimension.PRIORITY && !charter.priorities().isEmpty()
                    ? charter.priorities().subList(0, Math.min(MOST, charter.priorities().size()))
                    : byHours(lives, dimension, calendar, window);
            table.put(dimension, listed);
            table.overlaps.put(dimension, overlapping(lives, dimension, table));
        }
        return table;
    }

    private void put(Dimension dimension, List<String> listed) {
        List<String> all = new ArrayList<>(listed);
        Map<String, Integer> byName = new HashMap<>();
        for (String name : all) {
            byName.put(name, byName.size());
        }
        all.add(OTHER);
        all.add(NONE);
        names.put(dimension, List.copyOf(all));
        codes.put(dimension, byName);
    }

    private static List<String> byHours(List<Life> lives, Dimension dimension, Spans calendar, Window window) {
        TreeMap<String, Long> hours = new TreeMap<>();
        for (Life life : lives) {
            if (life.container) {
                continue;
            }
            for (int i = 0; i < life.steps.size(); i++) {
                Life.Step step = life.steps.get(i);
                List<String> values = Life.values(step, dimension);
                if (values.isEmpty() || step.phase().isOver()) {
                    continue;
                }
                long to = i + 1 < life.steps.size() ? life.steps.get(i + 1).atMillis() : life.endMillis;
                long millis = calendar.overlapMillis(
                        Math.max(step.atMillis(), window.span().fromMillis()), Math.min(to, window.span().toMillis()));
                if (millis > 0) {
                    values.forEach(value -> hours.merge(value, millis, Long::sum));
                }
            }
        }
        // A value that happens to be called so is no class of its own: two classes of one name could not be told apart.
        hours.keySet().removeAll(List.of(OTHER, NONE));
        List<String> ordered = new ArrayList<>(hours.keySet());
        ordered.sort(Comparator.<String>comparingLong(value -> -hours.getOrDefault(value, 0L))
                .thenComparing(Comparator.naturalOrder()));
        return ordered.subList(0, Math.min(MOST, ordered.size()));
    }

    private static long overlapping(List<Life> lives, Dimension dimension, ClassTable table) {
        Map<String, Integer> known = table.codes.getOrDefault(dimension, Map.of());
        return lives.stream().filter(life -> life.steps.stream().anyMatch(step ->
                Life.values(step, dimension).stream().filter(known::containsKey).count() > 1)).count();
    }

    /** The class names of a dimension; the last two are "other" and "none". */
    public List<String> names(Dimension dimension) {
        return names.getOrDefault(dimension, List.of(OTHER, NONE));
    }

    /** How many classes of a dimension are named, that is, neither "other" nor "none". */
    public int named(Dimension dimension) {
        return names(dimension).size() - 2;
    }

    /** How many items ever had two named values of a dimension at once and count for the first. */
    public long overlaps(Dimension dimension) {
        return overlaps.getOrDefault(dimension, 0L);
    }

    /** The class of a set of values. */
    int code(Dimension dimension, List<String> values) {
        int none = names(dimension).size() - 1;
        if (values.isEmpty()) {
            return none;
        }
        Map<String, Integer> known = codes.getOrDefault(dimension, Map.of());
        int best = none - 1;
        for (String value : values) {
            best = Math.min(best, known.getOrDefault(value, best));
        }
        return best;
    }

    /** The classes of a step, by ordinal of the dimension. */
    int[] codes(Life.Step step) {
        Dimension[] all = Dimension.values();
        int[] result = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            result[i] = code(all[i], Life.values(step, all[i]));
        }
        return result;
    }
}
