package org.desireline.app.source.forge;

import org.desireline.app.source.forge.Act.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands, in words from which the ordinary guess makes the right phase: a request is in review unless it
 * is a draft, or another asked for changes and its author did nothing since.
 */
enum Standing {
    OPEN("open", "new"),
    REOPENED("reopened", "new"),
    CLOSED("closed", "done"),
    DRAFT("draft", "indeterminate"),
    IN_REVIEW("open for review", "indeterminate"),
    REVIEWED_AGAIN("reopened for review", "indeterminate"),
    CHANGES("changes requested", "indeterminate"),
    APPROVED("reviewed and approved", "indeterminate"),
    MERGED("merged", "done"),
    UNMERGED("closed unmerged", "done");

    private final String status;
    private final String category;

    Standing(String status, String category) {
        this.status = status;
        this.category = category;
    }

    /** The status as it is written. */
    String status() {
        return status;
    }

    /** What trackers would call its kind. */
    String category() {
        return category;
    }

    boolean isOver() {
        return this == CLOSED || this == MERGED || this == UNMERGED;
    }

    /** Where an issue stands after an act. */
    Standing ofIssueAfter(Kind kind) {
        return switch (kind) {
            case CLOSED -> CLOSED;
            case REOPENED -> isOver() ? REOPENED : this;
            default -> this;
        };
    }

    /**
     * Where a request stands after an act.
     *
     * @param byAuthor whether its author did it; null where that is not told
     */
    Standing ofRequestAfter(Kind kind, @Nullable Boolean byAuthor) {
        if (kind == Kind.MERGED || kind == Kind.CLOSED) {
            return kind == Kind.MERGED || this == MERGED ? MERGED : UNMERGED;
        }
        if (isOver()) {
            return kind == Kind.REOPENED ? REVIEWED_AGAIN : this;
        }
        return switch (kind) {
            case DRAFTED -> DRAFT;
            case READIED -> this == DRAFT || this == CHANGES ? IN_REVIEW : this;
            case APPROVED -> this == DRAFT || Boolean.TRUE.equals(byAuthor) ? this : APPROVED;
            case CHANGES_REQUESTED -> this == DRAFT || Boolean.TRUE.equals(byAuthor) ? this : CHANGES;
            case DISMISSED -> this == APPROVED || this == CHANGES ? IN_REVIEW : this;
            case COMMITTED -> this == CHANGES ? IN_REVIEW : this;
            case COMMENTED, REMARKED, PUSHED, REVIEW_REQUESTED ->
                    this == CHANGES && Boolean.TRUE.equals(byAuthor) ? IN_REVIEW : this;
            default -> this;
        };
    }
}
