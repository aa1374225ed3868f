package org.desireline.finding;

import java.util.List;
import java.util.Locale;
import org.desireline.instrument.Line;
import org.desireline.number.Strength;

/**
 * Something that the system makes hard, and the structure that makes it so.
 *
 * @param id stable between runs: {@code rule/dimension/part}
 * @param about what it is about
 * @param structure which of the four structures makes it so, as far as it can be told
 * @param strength what may be claimed: shows or suggests
 * @param hours on-calendar hours of important work at stake, as its lines carry them; 0 where it counts none
 * @param sentence what may be said
 * @param rivals what else could make it look so, and is not ruled out
 * @param ruledOut what else could have, but is ruled out by its test
 * @param step the smallest next step
 * @param line id of the line that proves it
 * @param lines ids of all lines whose figures it names, the proof among them
 */
public record Finding(
        String id,
        Line.About about,
        Structure structure,
        Strength strength,
        double hours,
        String sentence,
        List<String> rivals,
        List<String> ruledOut,
        String step,
        String line,
        List<String> lines) {

    /** What makes one thing easy and another hard. */
    public enum Structure {
        /** Who is to act, or may decide, is not clear. */
        OWNERSHIP("ownership"),
        /** What is rewarded is not what was declared. */
        INCENTIVES("incentives"),
        /** More comes than can be done. */
        CAPACITY("capacity"),
        /** What was promised is not followed. */
        FOLLOW_THROUGH("follow-through"),
        /** Nothing on record tells. */
        NOT_EXPLAINED("not explained");

        private final String label;

        Structure(String label) {
            this.label = label;
        }

        /** What it is called, in text and JSON. */
        public String label() {
            return label;
        }
    }

    public Finding {
        rivals = List.copyOf(rivals);
        ruledOut = List.copyOf(ruledOut);
        lines = List.copyOf(lines);
        if (strength != Strength.SHOWS && strength != Strength.SUGGESTS) {
            throw new IllegalArgumentException("A finding shows or suggests; " + id + " is " + strength + ".");
        }
        if (!lines.contains(line)) {
            throw new IllegalArgumentException("The proof of " + id + " is none of its lines: " + line);
        }
        if (!(hours >= 0)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%f hours at stake in %s.", hours, id));
        }
    }
}
