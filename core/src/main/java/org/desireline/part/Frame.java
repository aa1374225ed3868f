package org.desireline.part;

import org.desireline.charter.Charter;
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

    /**
     * Exact counts of what was assembled.
     *
     * @param items items alive at some time before as-of, containers left out
     * @param containers items that only hold others; they have no ledger
     * @param proven items whose whole change log is there
     * @param actors actors that are no bots
     * @param bulkEdits events that belong to an edit of many items at once
     * @param workMillis recorded work, on calendar
     * @param focusMillis on-calendar time of the actors in the weeks they were active, times the focus share
     * @param ranked items whose priority is one of the ordered names
     * @param lateItems items created after the as-of instant, left out
     * @param afterEnd recorded work outside the life of its item, in milliseconds
     * @param overlapMillis recorded work that overlaps other work of the same actor and counts once
     */
    public record Facts(
            long items,
            long containers,
            long proven,
            long actors,
            long bulkEdits,
            long workMillis,
            long focusMillis,
            long ranked,
            long lateItems,
            long afterEnd,
            long overlapMillis) {

        /** Trace coverage κ: recorded work over declared focus time. */
        public double kappa() {
            return focusMillis == 0 ? 0 : (double) workMillis / focusMillis;
        }

        /** Mapping coverage μ: the share of items whose priority is one of the ordered names. */
        public double mu() {
            return items == 0 ? 0 : (double) ranked / items;
        }
    }
}
