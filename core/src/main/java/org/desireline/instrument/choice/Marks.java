package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desireline.instrument.TrapMarks;
import org.desireline.instrument.choice.Scales.Column;
import org.desireline.number.Wilson;
import org.desireline.part.Choice;

/**
 * What could make choices look as if something decided them that does not. Where one of these marks is met, an effect
 * may be suggested, but it is not shown.
 *
 * <p>What had been passed over is compared with what had not under the model itself, without age: items of one class
 * differ in size and in much else that speaks for them, and only what no attribute tells is left. Age is left out,
 * because what cannot be started grows old, so that the obstacle would pass for a dislike of what is old.
 */
final class Marks {

    /** From this share of the starts on that had just been assigned, only the others are modelled. */
    private static final double PUSHED = 0.10;

    private final boolean mostlyPushed;
    private final List<String> flags = new ArrayList<>();

    Marks(Decisions.Settled settled) {
        Map<Integer, Long> pushed = settled.pushed();
        long handed = pushed.values().stream().mapToLong(Long::longValue).sum();
        long starts = settled.starts();
        mostlyPushed = starts > 0 && Wilson.interval(handed, starts).low() > PUSHED;
        TrapMarks.push(handed, pushed.size(), starts).ifPresent(flags::add);
        relabelled(Design.of(settled.decisions(), Setting.RULES));
    }

    private void relabelled(Design design) {
        long ranked = 0;
        long late = 0;
        Set<Integer> people = new HashSet<>();
        for (int n = 0; n < design.size(); n++) {
            Decision decision = design.decisions().get(n);
            boolean mixed = false;
            for (int row = design.first()[n]; row < design.first()[n + 1]; row++) {
                mixed |= decision.scores()[design.columns()[row]] != decision.scores()[decision.chosen()];
            }
            ranked += mixed ? 1 : 0;
            if (mixed && (decision.held()[decision.chosen()] & Choice.RELABELLED) != 0) {
                late++;
                people.add(decision.actor());
            }
        }
        TrapMarks.lateLabels(late, people.size(), ranked).ifPresent(flags::add);
    }

    /** Looks for what is passed over again and again though nothing known of it speaks against it. */
    void passedOver(Design design, List<Column> columns) {
        List<Column> known = columns.stream().filter(column -> !column.members().contains(Trait.AGE)).toList();
        double[] chances = known.isEmpty() ? Fit.blind(design) : Fit.of(design, known).chances(design);
        double[] observed = new double[design.people()];
        double[] expected = new double[design.people()];
        long met = 0;
        for (int n = 0; n < design.size(); n++) {
            Decision decision = design.decisions().get(n);
            double fresh = 0;
            double alike = 0;
            boolean both = false;
            for (int row = design.first()[n]; row < design.first()[n + 1]; row++) {
                int column = design.columns()[row];
                if (decision.classes()[column] == decision.classes()[decision.chosen()]) {
                    boolean seen = isSeen(decision, column);
                    both |= seen != isSeen(decision, decision.chosen());
                    alike += chances[row];
                    fresh += seen ? 0 : chances[row];
                }
            }
            if (both && decision.isWhole() && !decision.pushed()) {
                met++;
                observed[design.clusters()[n]] += isSeen(decision, decision.chosen()) ? 0 : 1;
                expected[design.clusters()[n]] += fresh / alike;
            }
        }
        TrapMarks.hiddenObstacles(some(observed, expected), some(expected, expected), met,
                "of items of one class on one desk, set against what the model gives them",
                "less liked for a reason that is not on record").ifPresent(flags::add);
    }

    /** The values of those of whom something was expected. */
    private static double[] some(double[] values, double[] expected) {
        List<Double> some = new ArrayList<>();
        for (int g = 0; g < values.length; g++) {
            if (expected[g] > 0) {
                some.add(values[g]);
            }
        }
        return some.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean isSeen(Decision decision, int column) {
        return (decision.held()[column] & Choice.SEEN) != 0;
    }

    /** Whether so much had just been assigned that only the rest is modelled. */
    boolean areMostlyPushed() {
        return mostlyPushed;
    }

    /** A sentence for each trap that was met. */
    List<String> flags() {
        return List.copyOf(flags);
    }
}
