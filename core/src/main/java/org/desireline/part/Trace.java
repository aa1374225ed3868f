package org.desireline.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item's life from creation to its end or the as-of instant (process mining: a case).
 *
 * @param item number of the item, ordered by native id
 * @param key the name people know it by
 * @param createdMillis when it began
 * @param endMillis when it was finished for good, or the as-of instant
 * @param over whether it was finished
 * @param done whether it was finished by being done, not dropped
 * @param container whether it only holds other items: such a trace counts in no class of work
 * @param proven whether the source has its whole change log
 * @param cluster stands for the people whose habits shape it: its last owner, or one of 64 groups where it never had
 * one
 * @param actors distinct actors with any event on it
 * @param labours recorded work on it, by actor
 * @param stretches in order, without gaps
 * @param change how it came in, where it is a change to a repository and was merged; else null
 */
public record Trace(
        int item,
        String key,
        long createdMillis,
        long endMillis,
        boolean over,
        boolean done,
        boolean container,
        boolean proven,
        int cluster,
        int[] actors,
        List<Labour> labours,
        List<Stretch> stretches,
        @Nullable Change change)
        implements Part {

    /**
     * How a change to a repository came in.
     *
     * @param author number of the actor who proposed it, or -1
     * @param isBot whether a program proposed it
     * @param reviewedMillis when somebody else reviewed it first, or {@code Long.MAX_VALUE}
     * @param mergedMillis when it was merged
     * @param inWindow whether it was merged inside the window of the run
     */
    public record Change(int author, boolean isBot, long reviewedMillis, long mergedMillis, boolean inWindow) {

        /** Whether somebody else ever reviewed it. */
        public boolean isReviewed() {
            return reviewedMillis != Long.MAX_VALUE;
        }
    }

    /**
     * What an actor was recorded to have worked in a stretch, for the rule that no one may make up most of a line.
     *
     * @param actor number of the actor
     * @param stretch index of the stretch
     * @param millis how long
     */
    public record Labour(int actor, int stretch, long millis) {}
}
