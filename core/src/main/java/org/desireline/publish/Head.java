package org.desireline.publish;

import java.util.List;
import org.desireline.part.Frame;
import org.desireline.part.Tier;
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

    /** Whether the items are those of a repository itself, since no tracker tells of any. */
    public boolean isLone() {
        return assumptions.stream().anyMatch(assumption -> assumption.what().equals(Assumption.ITEMS));
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
    public record Assumption(String what, String value, String why) {

        /** What it is about where the items are those of a repository itself. */
        public static final String ITEMS = "items";
    }

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
            double mu,
            Work work,
            Activities activities) {}

    /**
     * What process logs tell of activities; lengths are medians and sums over all of them, by the wall clock, and 0
     * where too few people stand behind them.
     *
     * @param told events that name an activity
     * @param scheduled how often one could be begun
     * @param begun how often one began or went on
     * @param queues starts whose schedule is told
     * @param medianQueueHours how long half of these lay at most
     * @param queueHours how long they lay together
     * @param works ends whose start is told
     * @param medianWorkHours how long half of these took at most
     * @param workHours how long they took together
     */
    public record Activities(
            long told,
            long scheduled,
            long begun,
            long queues,
            double medianQueueHours,
            double queueHours,
            long works,
            double medianWorkHours,
            double workHours) {

        /** No process log is in the data. */
        public static final Activities NONE = new Activities(0, 0, 0, 0, 0, 0, 0, 0, 0);

        private static final double HOUR_MILLIS = 3_600_000.0;

        private static final double MOST_OF_ONE = 0.5;

        /**
         * What may be told of them: how long they lay where enough people began them, and how long they took where
         * enough worked on them and none for more than half of the time.
         */
        public static Activities of(org.desireline.part.Activities all, int smallestGroup) {
            boolean queues = all.starters() >= smallestGroup;
            boolean works = all.workers() >= smallestGroup && all.largestWork() <= MOST_OF_ONE;
            return new Activities(all.told(), all.scheduled(), all.begun(), all.queues(),
                    queues ? all.medianQueueMillis() / HOUR_MILLIS : 0, queues ? all.queueMillis() / HOUR_MILLIS : 0,
                    all.works(), works ? all.medianWorkMillis() / HOUR_MILLIS : 0,
                    works ? all.workMillis() / HOUR_MILLIS : 0);
        }
    }

    /**
     * What recorded work is made of, on calendar. Told as a whole or not at all: what few people logged could else be
     * had from the rest.
     *
     * @param told whether enough people stand behind each part of it
     * @param loggedHours what was logged
     * @param statusHours what the working statuses of some projects tell
     * @param sessionHours what signs of work tell
     * @param signs signs of work behind it
     * @param gapHours pause after which signs of one person belong to another session
     * @param leadInMinutes how long the first sign of a session had been worked on
     * @param repairedStarts items done by their owners of which no work is on record
     * @param repairedHours how long these may have been in their owners' hands
     */
    public record Work(
            boolean told,
            double loggedHours,
            double statusHours,
            double sessionHours,
            long signs,
            double gapHours,
            double leadInMinutes,
            long repairedStarts,
            double repairedHours) {

        /** Nothing is on record. */
        public static final Work NONE = new Work(true, 0, 0, 0, 0, 0, 0, 0, 0);

        private static final double HOUR_MILLIS = 3_600_000.0;
        private static final double LARGEST_SHARE = 0.5;

        /** What may be told of it, where so many people make a group. */
        public static Work of(Frame.Facts facts, int smallestGroup) {
            Frame.Work work = facts.work();
            boolean told = work.tiers().stream().allMatch(tier -> tier.millis() == 0
                    || (tier.people() >= smallestGroup && tier.largestShare() <= LARGEST_SHARE));
            boolean repaired = work.repairedStarts() >= smallestGroup && facts.actors() >= smallestGroup;
            return new Work(told, told ? hours(work, Tier.LOGGED) : 0, told ? hours(work, Tier.STATUS) : 0,
                    told ? hours(work, Tier.SESSION) : 0, told ? work.signs() : 0,
                    told && work.hasSessions() ? work.sessions().gapMillis() / HOUR_MILLIS : 0,
                    told && work.hasSessions() ? work.sessions().leadInMillis() * 60 / HOUR_MILLIS : 0,
                    repaired ? work.repairedStarts() : 0, repaired ? work.repairedMillis() / HOUR_MILLIS : 0);
        }

        private static double hours(Frame.Work work, Tier tier) {
            return work.of(tier).onCalendarMillis() / HOUR_MILLIS;
        }
    }
}
