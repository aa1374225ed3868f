package org.desireline.watch;

import java.util.Optional;
import org.desireline.charter.Gate;
import org.desireline.number.Estimate;
import org.desireline.number.Interval;

/** What became of a gate. */
public sealed interface Verdict {

    /** The gate. */
    Gate gate();

    /** Id of the line that was judged, or looked for; empty where none could be named. */
    String line();

    /** What was judged, or empty where there was nothing to judge. */
    Optional<Figure> judged();

    /** The figure, the limit and how they lie, in words. */
    String sentence();

    /** The word for it: holds, broken or unknown. */
    default String word() {
        return switch (this) {
            case Holds holds -> "holds";
            case Broken broken -> "broken";
            case Unknown unknown -> "unknown";
        };
    }

    /**
     * A figure as it was judged.
     *
     * @param line id of its line
     * @param of what it is a part of, in words
     * @param estimate the figure
     * @param range all that it may be: its interval, and its range under other settings where that reaches further
     */
    record Figure(String line, String of, Estimate estimate, Interval range) {

        static Figure of(String line, String of, Estimate estimate) {
            return new Figure(line, of, estimate, new Interval(estimate.value(),
                    Math.min(estimate.low(), estimate.sensitivityLow()),
                    Math.max(estimate.high(), estimate.sensitivityHigh())));
        }
    }

    /**
     * All that the figure may be lies within the limit.
     *
     * @param gate the gate
     * @param figure the figure
     */
    record Holds(Gate gate, Figure figure) implements Verdict {

        @Override
        public String line() {
            return figure.line();
        }

        @Override
        public Optional<Figure> judged() {
            return Optional.of(figure);
        }

        @Override
        public String sentence() {
            return Wording.judged(gate, figure, "within");
        }
    }

    /**
     * All that the figure may be lies beyond the limit.
     *
     * @param gate the gate
     * @param figure the figure
     */
    record Broken(Gate gate, Figure figure) implements Verdict {

        @Override
        public String line() {
            return figure.line();
        }

        @Override
        public Optional<Figure> judged() {
            return Optional.of(figure);
        }

        @Override
        public String sentence() {
            return Wording.judged(gate, figure, "beyond it");
        }
    }

    /**
     * It cannot be told.
     *
     * @param gate the gate
     * @param line id of the line that was judged or looked for, or empty
     * @param judged the figure, or empty where there is none
     * @param reason why, as a clause without its full stop
     */
    record Unknown(Gate gate, String line, Optional<Figure> judged, String reason) implements Verdict {

        @Override
        public String sentence() {
            return Wording.unknown(gate, judged.orElse(null), reason);
        }
    }
}
