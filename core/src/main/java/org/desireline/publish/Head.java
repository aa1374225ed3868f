package org.desireline.publish;

import java.util.List;
import org.desireline.time.Window;

/**
 * What a run was about.
 *
 * @param asOfMillis the instant up to which the data were read
 * @param window the stretch of time the readings are about
 * @param zone name of the zone
 * @param config hash of everything that was guessed or chosen
 * @param charterFrom first day of the rules in force
 * @param assumed whether these rules were guessed
 * @param priorities the tracker's priority names, most important first
 * @param data exact counts of what was read
 * @param assumptions what was guessed, in words
 */
public record Head(
        long asOfMillis,
        Window window,
        String zone,
        String config,
        String charterFrom,
        boolean assumed,
        List<String> priorities,
        Data data,
        List<Assumption> assumptions) {

    public Head {
        priorities = List.copyOf(priorities);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * Something guessed.
     *
     * @param what what it is about
     * @param value what was guessed
     * @param why on what ground
     */
    public record Assumption(String what, String value, String why) {}

    /** Exact counts of what was read; kappa and mu are coverage shares. */
    public record Data(
            long items,
            long containers,
            long events,
            long statusChanges,
            long assigneeChanges,
            long priorityChanges,
            long reopenedItems,
            long reopenedEvents,
            long comments,
            long workLogs,
            long bulkEdits,
            long itemsWithChangeLog,
            long actors,
            double kappa,
            double mu) {}
}
