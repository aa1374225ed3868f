package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.desireline.instrument.choice.Scales.Column;
import org.jspecify.annotations.Nullable;

/**
 * How often the model, three rules of thumb and a blind draw name what is chosen, over the last quarter of the time;
 * the model is fitted to what came before. Only menus that are used whole count: a draw from a long menu is easier.
 *
 * <p>Where several items are named alike, one is drawn: a hit counts for its share. Cost: one fit and O(rows).
 */
final class Rivals {

    private static final double LAST = 0.75;
    /** A difference in the last digits of a float is none. */
    private static final double EQUAL = 1e-6;

    /**
     * The last quarter of the time.
     *
     * @param people hits by what names them, then by person
     * @param choices choices by person
     */
    record Hits(Map<String, double[]> people, double[] choices) {}

    private Rivals() {}

    /** The hits, or null where the last quarter holds too little, or too few people. */
    static @Nullable Hits of(Design design, List<Column> columns) {
        long from = design.decisions().get(0).atMillis();
        long to = design.decisions().get(design.size() - 1).atMillis();
        long split = from + (long) (LAST * (to - from));
        Design before = Design.of(design.decisions().stream().filter(each -> each.atMillis() < split).toList(),
                Setting.RULES);
        Design after = Design.of(design.decisions().stream().filter(each -> each.atMillis() >= split && each.isWhole())
                .toList(), Setting.RULES);
        if (before.people() < Question.fewestPeople() || after.people() < Question.fewestPeople()) {
            return null;
        }
        double[] chances = Fit.of(before, columns).chances(after);
        Map<String, double[]> hits = new LinkedHashMap<>();
        hits.put("hit", hits(after, row -> chances[row]));
        TreeSet<Trait> members = new TreeSet<>();
        columns.forEach(column -> members.addAll(column.members()));
        if (members.contains(Trait.PRIORITY)) {
            hits.put("hitByOrder", hits(after, row -> after.value(row, Trait.PRIORITY)));
        }
        hits.put("hitByAge", hits(after, row -> after.value(row, Trait.AGE)));
        hits.put("hitBySize", hits(after, row -> after.value(row, Trait.SIZE)));
        hits.put("hitByChance", hits(after, row -> 0));
        return new Hits(hits, Arrays.stream(after.byPerson()).asDoubleStream().toArray());
    }

    private static double[] hits(Design design, IntToDoubleFunction worth) {
        double[] hits = new double[design.people()];
        for (int n = 0; n < design.size(); n++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int row = design.first()[n]; row < design.first()[n + 1]; row++) {
                best = Math.max(best, worth.applyAsDouble(row));
            }
            int alike = 0;
            for (int row = design.first()[n]; row < design.first()[n + 1]; row++) {
                alike += worth.applyAsDouble(row) >= best - EQUAL ? 1 : 0;
            }
            boolean named = worth.applyAsDouble(design.first()[n] + design.chosen()[n]) >= best - EQUAL;
            hits[design.clusters()[n]] += named ? 1.0 / alike : 0;
        }
        return hits;
    }

    /**
     * A tenth of the rows, those of like foretold chances.
     *
     * @param foretold their mean foretold chance
     * @param people by person, how many of its rows
     * @param chosen by person, how many of those were chosen
     */
    record Decile(double foretold, long[] people, long[] chosen) {}

    /** Rows by tenths of their foretold chances, lowest first; only of menus that are used whole. */
    static List<Decile> deciles(Design design, Explained explained) {
        List<int[]> rows = new ArrayList<>();
        for (int n = 0; n < design.size(); n++) {
            for (int row = design.first()[n]; design.decisions().get(n).isWhole() && row < design.first()[n + 1];
                    row++) {
                rows.add(new int[] {row, n});
            }
        }
        rows.sort((a, b) -> {
            int order = Double.compare(explained.foretold(a[0]), explained.foretold(b[0]));
            return order != 0 ? order : Integer.compare(a[0], b[0]);
        });
        List<Decile> deciles = new ArrayList<>();
        int tenths = 10;
        for (int tenth = 0; tenth < tenths && rows.size() >= tenths; tenth++) {
            int from = (int) ((long) rows.size() * tenth / tenths);
            int to = (int) ((long) rows.size() * (tenth + 1) / tenths);
            double sum = 0;
            long[] people = new long[design.people()];
            long[] chosen = new long[design.people()];
            for (int[] row : rows.subList(from, to)) {
                sum += explained.foretold(row[0]);
                people[design.clusters()[row[1]]]++;
                chosen[design.clusters()[row[1]]] += row[0] == design.first()[row[1]] + design.chosen()[row[1]] ? 1 : 0;
            }
            deciles.add(new Decile(sum / (to - from), people, chosen));
        }
        return deciles;
    }
}
