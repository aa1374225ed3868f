package org.desireline.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items that events name by key only.
 *
 * <p>A source such as git knows an item by what people call it, and not which tracker that name is of. So its events
 * are kept under the key, and whoever puts a journal together asks here which item that is: the one that has the key
 * now, else the one that had it before. What is kept does not depend on it, and so neither does it on what was imported
 * first. Where several items have an equal claim nobody can tell which one was meant, and a guess would book one item's
 * work on another; such events are left out and counted, as those of keys that no item ever had.
 *
 * <p>An event by key does not say that the tracker was still looked at: one that is later than all that trackers tell
 * is left out too. Else one commit that names an old item would keep every item open that the export ends with, for as
 * long as the repository goes on.
 *
 * <p>A repository also tells of items of its own: merges, pull requests, commits. Where any other source tells of an
 * item, these are the same work once more, and are left out; where none does, they are all there is. Nobody's key means
 * one of them. Records kept in a repository are no tracker's items: they stand beside either.
 *
 * <p>Cost: memory in distinct keys.
 */
public final class Keys {

    /** Stands for several items: no id is empty. */
    private static final String SEVERAL = "";
    /** Begins the ids of items that a repository tells of by itself. */
    private static final String LONE = "git:";
    /** Begins the ids of records that are kept in a repository. */
    private static final String RECORD = "record:";
    /** So many items of one tracker, and its keys are no words that happen to look like keys. */
    private static final int MANY = 5;
    private static final int MOST_NAMED = 3;

    private final Map<String, String> present = new HashMap<>();
    private final Map<String, String> former = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> unclear = new HashSet<>();
    private final Set<String> lone = new HashSet<>();
    private boolean tracked;
    private long unknownEvents;
    private long unclearEvents;
    private long lateEvents;
    private long lastMillis = Long.MIN_VALUE;
    private long lastRecordMillis = Long.MIN_VALUE;

    /** Whether an id is a key only. */
    public static boolean isOnlyKey(String id) {
        return Ref.keyIn(id) != null;
    }

    /** Whether an id is of an item that a repository tells of by itself. */
    private static boolean isLone(String id) {
        return id.startsWith(LONE);
    }

    /** Whether the events of an id may have to be put on another, or left out: only for such there is need to ask. */
    public static boolean isInQuestion(String id) {
        return isOnlyKey(id) || isLone(id);
    }

    /** Hears an attribute of an event of an item; those that are no keys change nothing. */
    public void hear(String item, String field, String value) {
        if (!isInQuestion(item)) {
            switch (field) {
                case Field.KEY -> claim(present, value, item);
                case Field.ALIAS -> claim(former, value, item);
                default -> { }
            }
        }
    }

    /** Hears when something happened to an item; to one that a repository alone tells of changes nothing. */
    public void hear(String item, long atMillis) {
        if (item.startsWith(RECORD)) {
            lastRecordMillis = Math.max(lastRecordMillis, atMillis);
        } else if (!isInQuestion(item)) {
            tracked = true;
            lastMillis = Math.max(lastMillis, atMillis);
        }
    }

    /** The latest of what was heard: events by key count up to then. */
    public long lastMillis() {
        return tracked ? lastMillis : lastRecordMillis;
    }

    private static void claim(Map<String, String> claims, String key, String item) {
        claims.merge(key, item, (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    /** The id of the item meant, once every event was heard: the id itself unless it is a key only; null if unclear. */
    public @Nullable String find(String id) {
        if (isLone(id)) {
            return tracked ? null : id;
        }
        String key = Ref.keyIn(id);
        String found = key == null ? id : claimed(key);
        return found == null || found.equals(SEVERAL) ? null : found;
    }

    private @Nullable String claimed(String key) {
        String now = present.get(key);
        return now == null ? former.get(key) : now;
    }

    /** Counts events that are left out: {@link #find} knows no item for their id, or they are later than the last. */
    public void leaveOut(String id, long events) {
        String key = Ref.keyIn(id);
        if (isLone(id)) {
            lone.add(id);
        } else if (find(id) != null) {
            lateEvents += events;
        } else if (key != null && SEVERAL.equals(claimed(key))) {
            unclear.add(id);
            unclearEvents += events;
        } else {
            unknown.add(id);
            unknownEvents += events;
        }
    }

    /** Says what was left out. */
    public void tell(Troubles troubles) {
        if (!lone.isEmpty()) {
            troubles.add(new Trouble(Trouble.Severity.NOTE, "commits", "came in as merges, pull requests or alone,"
                    + " which are items of their own only where no tracker tells of any: left out, by item",
                    lone.size()));
        }
        if (unknownEvents > 0) {
            troubles.add(new Trouble(Trouble.Severity.NOTE, "mentions", "name " + items(unknown)
                    + " that no tracker export holds" + trackers() + ": left out", unknownEvents));
        }
        if (lateEvents > 0) {
            troubles.add(new Trouble(Trouble.Severity.NOTE, "commits",
                    "are later than anything a tracker's export tells: left out", lateEvents));
        }
        if (unclearEvents > 0) {
            troubles.add(new Trouble(Trouble.Severity.WARNING, "mentions", "name " + items(unclear)
                    + " by a key that several have: left out", unclearEvents));
        }
    }

    /** Whose keys those are that nobody has, where there is no tracker at all. */
    private String trackers() {
        if (tracked) {
            return "";
        }
        Map<String, Integer> counts = new TreeMap<>();
        unknown.forEach(id -> counts.merge(id.replaceFirst("^key:", "").replaceFirst("[0-9]+$", ""), 1, Integer::sum));
        List<String> met = counts.entrySet().stream().filter(entry -> entry.getValue() >= MANY)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMED).map(entry -> entry.getKey() + "…").toList();
        return met.isEmpty() ? "" : " (" + String.join(", ", met) + ")";
    }

    private static String items(Set<String> ids) {
        return ids.size() == 1 ? "one item" : ids.size() + " items";
    }
}
