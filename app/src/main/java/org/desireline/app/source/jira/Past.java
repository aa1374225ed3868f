package org.desireline.app.source.jira;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.desireline.app.source.jira.JiraIssue.History;
import org.desireline.app.source.jira.JiraIssue.Item;
import org.jspecify.annotations.Nullable;

/**
 * An issue's change log in order, and the values its fields had before it began: a change log says what came before
 * each change, so the first change of a field tells its first value, and where there was none it is the present one.
 */
final class Past {

    /** A change of one field. */
    record Change(History history, int index, long atMillis, Item item) {}

    private final List<Change> changes;
    private final Map<String, Map<Long, String>> textsAfter = new HashMap<>();
    private final Map<String, Map<Long, String>> idsAfter = new HashMap<>();

    /**
     * Orders a change log.
     *
     * @param changes changes whose time is known, in any order
     */
    Past(List<Change> changes) {
        this.changes = new ArrayList<>(changes);
        this.changes.sort(Comparator.comparingLong(Change::atMillis)
                .thenComparing(change -> change.history().id(), Past::byNumber)
                .thenComparingInt(Change::index));
    }

    private static int byNumber(String a, String b) {
        int byLength = Integer.compare(a.length(), b.length());
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    List<Change> changes() {
        return changes;
    }

    /** The text a field held at first, or its present one where it never changed. */
    @Nullable String firstText(String kind, @Nullable String present) {
        for (Change change : changes) {
            if (kind.equals(kind(change.item().field()))) {
                return blankToNull(change.item().fromText());
            }
        }
        return present;
    }

    /** The id a field held at first, or its present one where it never changed. */
    @Nullable String firstId(String kind, @Nullable String present) {
        for (Change change : changes) {
            if (kind.equals(kind(change.item().field()))) {
                return blankToNull(change.item().from());
            }
        }
        return present;
    }

    /** The set of values a field held at first: the present one with every change undone, last first. */
    Set<String> firstSet(String kind, List<String> present) {
        Set<String> set = new TreeSet<>(present);
        for (int i = changes.size() - 1; i >= 0; i--) {
            Item item = changes.get(i).item();
            if (kind.equals(kind(item.field()))) {
                apply(set, item.toText(), item.fromText());
            }
        }
        return set;
    }

    /** By instant, the text a field held after all of its changes then: a journal keeps no order within an instant. */
    Map<Long, String> textAfter(String kind) {
        return textsAfter.computeIfAbsent(kind, key -> after(key, Item::toText));
    }

    /** By instant, the id a field held after all of its changes then. */
    Map<Long, String> idAfter(String kind) {
        return idsAfter.computeIfAbsent(kind, key -> after(key, Item::to));
    }

    private Map<Long, String> after(String kind, Function<Item, @Nullable String> value) {
        TreeMap<Long, String> after = new TreeMap<>();
        for (Change change : changes) {
            if (kind.equals(kind(change.item().field()))) {
                String now = value.apply(change.item());
                after.put(change.atMillis(), now == null ? "" : now);
            }
        }
        return after;
    }

    /** By instant, the set of values a field held after all of its changes at that instant. */
    Map<Long, Set<String>> setAfter(String kind, List<String> present) {
        TreeMap<Long, Set<String>> after = new TreeMap<>();
        Set<String> set = firstSet(kind, present);
        for (Change change : changes) {
            if (kind.equals(kind(change.item().field()))) {
                apply(set, change.item().fromText(), change.item().toText());
                after.put(change.atMillis(), new TreeSet<>(set));
            }
        }
        return after;
    }

    /** Changes a set as an item of a change log says: one value goes, one comes. */
    private static void apply(Set<String> set, @Nullable String goes, @Nullable String comes) {
        if (goes != null && !goes.isEmpty()) {
            set.remove(goes);
        }
        if (comes != null && !comes.isEmpty()) {
            set.add(comes);
        }
    }

    /** One name for the spellings that a field has had in change logs over the years, or null for any other field. */
    static @Nullable String kind(String field) {
        return switch (field) {
            case "status" -> "status";
            case "resolution" -> "resolution";
            case "priority" -> "priority";
            case "assignee" -> "assignee";
            case "issuetype", "type", "Issue Type" -> "type";
            case "Component" -> "component";
            case "Fix Version" -> "fixVersion";
            case "labels" -> "label";
            case "Sprint" -> "sprint";
            case "duedate" -> "due";
            case "Epic Link", "IssueParentAssociation" -> "epic";
            case "Key" -> "key";
            case "project", "Project" -> "project";
            case "Story Points", "timeoriginalestimate" -> "estimate";
            case "Link" -> "link";
            default -> null;
        };
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
