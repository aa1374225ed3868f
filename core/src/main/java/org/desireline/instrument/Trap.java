package org.desireline.instrument;

import java.util.Arrays;
import java.util.List;

/**
 * A circumstance that could make figures look as they do for another reason than the one they are read for. Where its
 * mark is met, a claim may be suggested, but nothing is shown.
 */
public enum Trap {
    /** Work was handed out to be started at once. */
    PUSH("push"),
    /** Priorities were set when work began. */
    LATE_LABELS("late labels"),
    /** Something that no record tells kept items from being started. */
    HIDDEN_OBSTACLES("hidden obstacles"),
    /** Work on some classes leaves more traces than on others. */
    TRACE_DENSITY("trace density");

    private final String label;

    Trap(String label) {
        this.label = label;
    }

    /** What it is called. */
    public String label() {
        return label;
    }

    /** The flag of a reading that says it was met. */
    public String flag(String sentence) {
        return label + ": " + sentence;
    }

    /** Whether a flag says that one was met. */
    public static boolean isFlag(String flag) {
        return Arrays.stream(values()).anyMatch(trap -> trap.isSaidBy(flag));
    }

    /** The traps whose marks a reading met. */
    public static List<Trap> met(Reading reading) {
        return Arrays.stream(values()).filter(trap -> reading.flags().stream().anyMatch(trap::isSaidBy)).toList();
    }

    private boolean isSaidBy(String flag) {
        return flag.startsWith(label + ": ");
    }
}
