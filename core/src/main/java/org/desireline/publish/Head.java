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
 * @param charterFrom first day of the rules in force, or the name of the charter's version that is
 * @param assumed whether these rules were guessed, or are a supposition about the past
 * @param priorities the priorities, most important first: the tracker's names, or those of the newest version
 * @param versions the charter's versions in the order in which they came into force; none where nothing was declared
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
        List<Version> versions,
        Data data,
        List<Assumption> assumptions) {

    /** The head of a run in which nothing was declared. */
    public Head(
            long asOfMillis, Window window, String zone, String config, String charterFrom, boolean assumed,
            List<String> priorities, Data data, List<Assumption> assumptions) {
        this(asOfMillis, window, zone, config, charterFrom, assumed, priorities, List.of(), data, assumptions);
    }

    public Head {
        priorities = List.copyOf(priorities);
        versions = List.copyOf(versions);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * A version of the charter.
     *
     * @param name its name: the day it came into force
     * @param assumed whether it is a supposition about the past
     * @param priorities its priorities, the first wins
     */
    public record Version(String name, boolean assumed, List<String> priorities) {

        public Version {
            priorities = List.copyOf(priorities);
        }
    }

    /** Whether an order was declared. */
    public boolean isDeclared() {
        return !versions.isEmpty();
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
