package org.desireline.app.source.forge;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an item.
 *
 * @param id unique within the item, and the same on every page that tells of it
 * @param kind what
 * @param place where it was read
 * @param at when, as written
 * @param actor account of whoever did it, or null where that is not told
 * @param detail what was set or taken away: an account, a label, a milestone; a word for what is of no kind; else empty
 */
public record Act(String id, Kind kind, Place place, String at, @Nullable String actor, String detail) {

    /** Begins the id of an approval that has a time and no number. */
    public static final String TIMED_APPROVAL = "approved:";

    /** What was done. */
    public enum Kind {
        ASSIGNED, UNASSIGNED, LABELED, UNLABELED, MILESTONED, DEMILESTONED,
        /** Its detail is why, where that is told. */
        CLOSED,
        REOPENED, MERGED,
        /** Taken back, or begun, as not ready for review. */
        DRAFTED,
        READIED, REVIEW_REQUESTED, APPROVED, CHANGES_REQUESTED,
        /** Reviewed without a verdict. */
        REMARKED,
        /** A verdict was taken away. */
        DISMISSED,
        COMMENTED,
        /** Its detail is when the commit came into the history. */
        COMMITTED,
        PUSHED, OTHER;

        boolean isReview() {
            return this == APPROVED || this == CHANGES_REQUESTED || this == REMARKED;
        }
    }
}
