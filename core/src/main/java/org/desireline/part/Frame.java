package org.desireline.part;

import java.util.List;
import java.util.stream.Stream;
import org.desireline.charter.Charter;
import org.desireline.number.Grade;
import org.desireline.time.Window;

/**
 * The frame of reference of a run: what every instrument may know besides its parts.
 *
 * @param charter the rules in force
 * @param window the stretch of time the readings are about
 * @param asOfMillis the instant up to which the data are read
 * @param classes the classes of work told apart
 * @param facts counts of what was assembled
 */
public record Frame(Charter charter, Window window, long asOfMillis, ClassTable classes, Facts facts) {

    /** The frame of what was assembled with other work. */
    Frame with(Work work) {
        return new Frame(charter, window, asOfMillis, classes, new Facts(facts.items, facts.containers, facts.proven,
                facts.actors, facts.bulkEdits, facts.focusMillis, facts.ranked, facts.lateItems, work));
    }

    /**
     * Exact counts of what was assembled.
     *
     * @param items items alive at some time before as-of, containers left out
     * @param containers items that only hold others; they have no ledger
     * @param proven items whose whole change log is there
     * @param actors actors that are no bots
     * @param bulkEdits events that belong to an edit of many items at once
     * @param focusMillis on-calendar time of the actors in the weeks they were active, times the focus share
     * @param ranked items whose priority is one of the ordered names
     * @param lateItems items created after the as-of instant, left out
     * @param work what recorded work is made of
     */
    public record Facts(
            long items,
            long containers,
            long proven,
            long actors,
            long bulkEdits,
            long focusMillis,
            long ranked,
            long lateItems,
            Work work) {

        /** Trace coverage κ: recorded work over declared focus time. */
        public double kappa() {
            return focusMillis == 0 ? 0 : (double) work.onCalendarMillis() / focusMillis;
        }

        /** Mapping coverage μ: the share of items whose priority is one of the ordered names. */
        public double mu() {
            return items == 0 ? 0 : (double) ranked / items;
        }
    }

    /**
     * What recorded work is made of.
     *
     * @param tiers by ordinal of the tier
     * @param afterEnd recorded work outside the life of its item, in milliseconds
     * @param overlapMillis logged work that overlaps other work of the same actor and counts once
     * @param signs signs of work on days of which nothing better is on record
     * @param sessions how signs were read as sessions
     * @param repairedStarts items done by their owners without any record of work
     * @param repairedMillis how long they may have been in their owners' hands, on calendar; never counted as work
     * @param densities how far apart the signs lie, by class
     */
    public record Work(
            List<TierWork> tiers,
            long afterEnd,
            long overlapMillis,
            long signs,
            Sessions sessions,
            long repairedStarts,
            long repairedMillis,
            List<TraceDensity> densities) {

        /** No work at all. */
        static final Work NONE = new Work(Stream.generate(() -> new TierWork(0, 0, 0, 0)).limit(Tier.values().length)
                .toList(), 0, 0, 0, Sessions.USUAL, 0, 0, List.of());

        /** The share of work from which on a tier sets the grade of what rests on it. */
        private static final double COUNTS = 0.2;

        public Work {
            tiers = List.copyOf(tiers);
        }

        /** Recorded work on calendar, of all tiers. */
        public long onCalendarMillis() {
            return tiers.stream().mapToLong(TierWork::onCalendarMillis).sum();
        }

        /** The work of a tier. */
        public TierWork of(Tier tier) {
            return tiers.get(tier.ordinal());
        }

        /** Whether any of it is told from sessions. */
        public boolean hasSessions() {
            return of(Tier.SESSION).millis() > 0;
        }

        /** The share of sessions in all recorded work. */
        public double sessionShare() {
            long all = tiers.stream().mapToLong(TierWork::millis).sum();
            return all == 0 ? 0 : (double) of(Tier.SESSION).millis() / all;
        }

        /** How it is known: the worst way behind a fifth of it. */
        public Grade grade() {
            long all = tiers.stream().mapToLong(TierWork::millis).sum();
            return all > 0 && of(Tier.SESSION).millis() >= COUNTS * all ? Grade.INFERRED : Grade.OBSERVED;
        }
    }

    /**
     * Work of a tier.
     *
     * @param millis all of it
     * @param onCalendarMillis what lies on calendar
     * @param people how many people's it is
     * @param largestShare the largest single person's share of it
     */
    public record TierWork(long millis, long onCalendarMillis, long people, double largestShare) {}
}
