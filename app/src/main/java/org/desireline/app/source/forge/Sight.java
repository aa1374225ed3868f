package org.desireline.app.source.forge;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item as one page shows it; null is what the page does not tell. Instants are texts as written, people are
 * accounts.
 *
 * @param place where it was read
 * @param request whether it asks to take in a change
 * @param state as it is now
 * @param resolution why it was closed, where that is told
 * @param draft whether it is not ready for review
 * @param milestone its milestone; empty where it has none
 * @param keys items of other trackers that its title or its branch names
 * @param closes items that it says to close, as the names of items
 */
public record Sight(
        Place place,
        boolean request,
        @Nullable String created,
        @Nullable String updated,
        @Nullable String closed,
        @Nullable String merged,
        @Nullable String author,
        @Nullable String closedBy,
        @Nullable String mergedBy,
        @Nullable State state,
        @Nullable String resolution,
        @Nullable Boolean draft,
        @Nullable List<String> assignees,
        @Nullable List<String> labels,
        @Nullable String milestone,
        @Nullable String due,
        Set<String> keys,
        Set<ItemName> closes) {

    /** Where an item stands. */
    public enum State { OPEN, CLOSED, MERGED }

    public Sight {
        keys = Set.copyOf(keys);
        closes = Set.copyOf(closes);
        assignees = assignees == null ? null : List.copyOf(assignees);
        labels = labels == null ? null : List.copyOf(labels);
    }
}
