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
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.time.Spans;
import org.desireline.time.Window;

/**
 * The classes of work told apart in a run, by dimension: at most seven values of a tracker's field, or all that a
 * charter declares, then "other", then "none".
 *
 * <p>Priority classes stand in the declared order, that of the newest version; those of a tracker's other fields by
 * on-calendar open hours inside the window. An item with several values belongs to the first of them in that order.
 */
public final class ClassTable {

    /** How many values of a tracker's field are told apart. */
    public static final int MOST = 7;
    /** The class of values that are not told apart. */
    public static final String OTHER = "other";
    /** The class of items without a value. */
    public static final String NONE = "none";
    /** The class of items that belong to no declared priority. */
    public static final String UNRANKED = "unranked";

    private static final Dimension[] DIMENSIONS = Dimension.values();
    private static final int CODE_BITS = 5;
    private static final int CODE = (1 << CODE_BITS) - 1;

    private final Map<Dimension, List<String>> names = new LinkedHashMap<>();
    private final List<Map<String, Integer>> codes = new ArrayList<>();
    private final int[] nones = new int[DIMENSIONS.length];
    private final long[] overlaps = new long[DIMENSIONS.length];
    private final Intent intent;
    private final Membership membership;
    private final boolean ordered;

    private ClassTable(Charter charter, Membership membership) {
        this.intent = charter.intent();
        this.membership = membership;
        this.ordered = intent.isDeclared() || !charter.priorities().isEmpty();
    }

    /** What lives say of the values there are, before it is settled which of them are told apart. */
    static final class Survey {

        private final List<TreeMap<String, Long>> hours = new ArrayList<>();
        private final Spans calendar;
        private final Window window;

        Survey(Spans calendar, Window window) {
            this.calendar = calendar;
            this.window = window;
            for (int i = 0; i < DIMENSIONS.length; i++) {
                hours.add(new TreeMap<>());
            }
        }

        /** Counts a life that was read with its values. */
        void add(Life life) {
            if (life.container) {
                return;
            }
            for (int i = 0; i < life.steps.size(); i++) {
                Life.Step step = life.steps.get(i);
                if (step.phase().isOver()) {
                    continue;
                }
                long to = i + 1 < life.steps.size() ? life.steps.get(i + 1).atMillis() : life.endMillis;
                long millis = calendar.overlapMillis(
                        Math.max(step.atMillis(), window.span().fromMillis()), Math.min(to, window.span().toMillis()));
                if (millis > 0) {
                    for (int d = 0; d < DIMENSIONS.length; d++) {
                        for (String value : life.values.get(i).get(d)) {
                            hours.get(d).merge(value, millis, Long::sum);
                        }
                    }
                }
            }
        }

        /** Settles which classes are told apart. */
        ClassTable table(Charter charter, Membership membership) {
            Intent intent = charter.intent();
            ClassTable table = new ClassTable(charter, membership);
            for (Dimension dimension : DIMENSIONS) {
                List<String> declared = table.declared(dimension);
                if (!declared.isEmpty() || (intent.isDeclared() && dimension == Dimension.PRIORITY)) {
                    table.put(dimension, declared, dimension == Dimension.PRIORITY ? UNRANKED : NONE);
                } else if (dimension == Dimension.PRIORITY && !charter.priorities().isEmpty()) {
                    table.put(dimension,
                            charter.priorities().subList(0, Math.min(MOST, charter.priorities().size())), NONE);
                } else {
                    table.put(dimension, byHours(hours.get(dimension.ordinal())), NONE);
                }
            }
            return table;
        }

        private static List<String> byHours(Map<String, Long> hours) {
            // A value that happens to be called so is no class of its own: two classes of one name could not be told
            // apart.
            List<String> ordered = new ArrayList<>(hours.keySet());
            ordered.removeAll(List.of(OTHER, NONE));
            ordered.sort(Comparator.<String>comparingLong(value -> -hours.getOrDefault(value, 0L))
                    .thenComparing(Comparator.naturalOrder()));
            return ordered.subList(0, Math.min(MOST, ordered.size()));
        }
    }

    /** What a charter declares in a dimension. */
    private List<String> declared(Dimension dimension) {
        return switch (dimension) {
            case PRIORITY -> intent.priorities();
            case TEAM -> intent.teams();
            case AREA -> intent.areas();
            case TYPE, COMPONENT, EPIC, FIX_VERSION, LABEL, PROJECT -> List.of();
        };
    }

    private void put(Dimension dimension, List<String> listed, String none) {
        List<String> all = new ArrayList<>(listed);
        Map<String, Integer> byName = new HashMap<>();
        if (declared(dimension).isEmpty()) {
            for (String name : all) {
                byName.put(name, byName.size());
            }
        }
        all.add(OTHER);
        all.add(none);
        names.put(dimension, List.copyOf(all));
        nones[dimension.ordinal()] = all.size() - 1;
        codes.add(byName);
    }

    /** The class names of a dimension; the last two are "other" and "none", of declared priorities "unranked". */
    public List<String> names(Dimension dimension) {
        return names.getOrDefault(dimension, List.of(OTHER, NONE));
    }

    /** How many classes of a dimension are named, that is, neither "other" nor "none". */
    public int named(Dimension dimension) {
        return names(dimension).size() - 2;
    }

    /** How many priorities stand in an order: all that are named, or none where no order is known. */
    public int ranked() {
        return ordered ? named(Dimension.PRIORITY) : 0;
    }

    /** How many items ever had two named values of a dimension at once and count for the first. */
    public long overlaps(Dimension dimension) {
        return overlaps[dimension.ordinal()];
    }

    /** Counts the overlaps of a life. */
    void count(Life life) {
        life.overlaps.forEach(dimension -> overlaps[dimension.ordinal()]++);
    }

    /**
     * The classes of an item's values, packed.
     *
     * @param several receives the dimensions in which several values are told apart
     */
    long codes(List<List<String>> values, List<Dimension> several) {
        long packed = 0;
        for (int d = 0; d < DIMENSIONS.length; d++) {
            int none = nones[d];
            int best = values.get(d).isEmpty() ? none : none - 1;
            int found = 0;
            for (String value : values.get(d)) {
                Integer code = codes.get(d).get(value);
                if (code != null) {
                    best = Math.min(best, code);
                    found++;
                }
            }
            if (found > 1 && !several.contains(DIMENSIONS[d])) {
                several.add(DIMENSIONS[d]);
            }
            packed |= (long) best << (CODE_BITS * d);
        }
        return packed;
    }

    /** The class of a dimension in packed classes. */
    static int code(long packed, int dimension) {
        return (int) (packed >>> (CODE_BITS * dimension)) & CODE;
    }

    /** Packed classes, by ordinal of the dimension. */
    static int[] unpacked(long packed) {
        int[] all = new int[DIMENSIONS.length];
        for (int d = 0; d < all.length; d++) {
            all[d] = code(packed, d);
        }
        return all;
    }

    /** The classes of what belongs to none but one of a dimension, by ordinal. */
    int[] nothingBut(Dimension dimension, int code) {
        int[] classes = nones.clone();
        if (code != Intent.NONE) {
            classes[dimension.ordinal()] = code;
        }
        return classes;
    }

    /** The steps of an item with what it belongs to by declaration; a step more wherever that changes. */
    List<Life.Step> declared(int item, List<Life.Step> steps, long asOfMillis) {
        if (!intent.isDeclared() || steps.isEmpty()) {
            return steps;
        }
        List<Life.Step> merged = new ArrayList<>();
        int next = membership.first(item);
        int end = membership.first(item + 1);
        int held = -1;
        for (int i = 0; i < steps.size(); i++) {
            Life.Step step = steps.get(i);
            long until = i + 1 < steps.size() ? steps.get(i + 1).atMillis() : asOfMillis + 1;
            while (next < end && membership.atMillis(next) <= step.atMillis()) {
                held = next++;
            }
            add(merged, step.with(step.atMillis(), declared(step.classes(), held)));
            while (next < end && membership.atMillis(next) < until) {
                held = next++;
                add(merged, step.with(membership.atMillis(held), declared(step.classes(), held)));
            }
        }
        return merged;
    }

    private static void add(List<Life.Step> merged, Life.Step step) {
        if (merged.isEmpty() || !merged.get(merged.size() - 1).sameAs(step)) {
            merged.add(step);
        }
    }

    private long declared(long packed, int step) {
        long result = with(packed, Dimension.PRIORITY, membership.priority(step));
        result = intent.teams().isEmpty() ? result : with(result, Dimension.TEAM, membership.team(step));
        return intent.areas().isEmpty() ? result : with(result, Dimension.AREA, membership.area(step));
    }

    private long with(long packed, Dimension dimension, int code) {
        int shift = CODE_BITS * dimension.ordinal();
        long set = code == Intent.NONE ? nones[dimension.ordinal()] : code;
        return (packed & ~((long) CODE << shift)) | (set << shift);
    }
}
