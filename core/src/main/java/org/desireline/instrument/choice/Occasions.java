package org.desireline.instrument.choice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.part.Frame;

/** Opens choices to their menus: what lay there, by class, how old and how large; never who chose. */
final class Occasions {

    private static final int MOST = 10;

    private final Design design;
    private final Frame frame;

    Occasions(Design design, Frame frame) {
        this.design = design;
        this.frame = frame;
    }

    /** The choices of the highest weights above 0, with a word on each. */
    List<Evidence> highest(IntToDoubleFunction weight, IntFunction<String> word) {
        return IntStream.range(0, design.size()).filter(n -> weight.applyAsDouble(n) > 0).boxed()
                .sorted(Comparator.<Integer>comparingDouble(n -> -weight.applyAsDouble(n))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST).map(n -> evidence(n, word.apply(n))).toList();
    }

    private Evidence evidence(int n, String word) {
        Decision decision = design.decisions().get(n);
        List<String> names = frame.classes().names(Dimension.PRIORITY);
        int from = design.first()[n];
        String because = "taken up: " + names.get(decision.classes()[decision.chosen()]) + ", "
                + decision.ageDays()[decision.chosen()] + " days old, " + hours(decision, decision.chosen())
                + " expected; " + word;
        TreeMap<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int row = from; row < design.first()[n + 1]; row++) {
            int column = design.columns()[row];
            byClass.computeIfAbsent((int) decision.classes()[column], id -> new ArrayList<>()).add(column);
        }
        List<String> details = new ArrayList<>();
        byClass.forEach((code, columns) -> {
            int oldest = columns.stream().mapToInt(column -> decision.ageDays()[column]).max().orElse(0);
            details.add(columns.size() + " " + names.get(code) + ", oldest " + oldest
                    + (oldest == 1 ? " day, " : " days, ") + smallest(decision, columns) + " to "
                    + largest(decision, columns) + " expected");
        });
        if (!decision.isWhole()) {
            details.add(design.first()[n + 1] - from + " drawn out of " + decision.lying());
        }
        String day = Instant.ofEpochMilli(decision.atMillis()).atZone(frame.charter().week().zone()).toLocalDate()
                .toString();
        return new Evidence(decision.key(), day, because,
                decision.origin().isEmpty() ? List.of() : List.of(decision.origin()), details);
    }

    private static String smallest(Decision decision, List<Integer> columns) {
        return columns.stream().max(Comparator.comparingDouble(column -> size(decision, column)))
                .map(column -> hours(decision, column)).orElse("");
    }

    private static String largest(Decision decision, List<Integer> columns) {
        return columns.stream().min(Comparator.comparingDouble(column -> size(decision, column)))
                .map(column -> hours(decision, column)).orElse("");
    }

    private static double size(Decision decision, int column) {
        return decision.value(Trait.SIZE, column, Setting.RULES);
    }

    private static String hours(Decision decision, int column) {
        return String.format(Locale.ROOT, "%.1f hours", StrictMath.exp(-size(decision, column)));
    }
}
