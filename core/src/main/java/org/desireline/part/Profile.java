package org.desireline.part;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.StatusWords;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What a journal holds, counted in one pass: the ground for every guess and for the coverage that is shown.
 *
 * <p>Cost: O(n) time in events; memory in distinct statuses, types and actors.
 */
public final class Profile {

    private static final int HOURS_OF_WEEK = 168;
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long YEAR_MILLIS = 52L * HOURS_OF_WEEK * HOUR_MILLIS;

    private final long[] verbs = new long[Verb.values().length];
    private final TreeMap<String, TreeMap<String, String>> statuses = new TreeMap<>();
    private final TreeMap<String, Long> priorities = new TreeMap<>();
    private final TreeMap<String, Long> types = new TreeMap<>();
    private final TreeMap<String, Long> offsets = new TreeMap<>();
    /** By actor, then by year, the hours of the week in which the actor was active. */
    private final List<Map<Integer, BitSet>> hoursOfWeek = new ArrayList<>();
    private final long asOfMillis;
    private long items;
    private long events;
    private long reopenedEvents;
    private long reopenedItems;
    private long withChangeLog;
    private long skewed;
    private long priorityChanges;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;

    private Profile(Journal journal, long asOfMillis) {
        this.asOfMillis = asOfMillis;
        for (int i = 0; i < journal.actorCount(); i++) {
            hoursOfWeek.add(new TreeMap<>());
        }
    }

    /** Reads the whole journal once. */
    public static Profile of(Journal journal) {
        return of(journal, Long.MAX_VALUE);
    }

    /** Reads the journal once, leaving out what happened after an instant. */
    public static Profile of(Journal journal, long asOfMillis) {
        Profile profile = new Profile(journal, asOfMillis);
        journal.read(batch -> {
            for (int from = 0; from < batch.size(); ) {
                int to = from + 1;
                while (to < batch.size() && batch.item()[to] == batch.item()[from]) {
                    to++;
                }
                profile.item(journal, batch, from, to);
                from = to;
            }
        });
        return profile;
    }

    private void item(Journal journal, EventBatch batch, int from, int end) {
        int to = from;
        while (to < end && batch.atMillis()[to] <= asOfMillis) {
            to++;
        }
        if (to == from) {
            return;
        }
        items++;
        String project = "";
        TreeMap<String, String> seen = new TreeMap<>();
        String source = journal.itemId(batch.item()[from]);
        source = source.substring(0, Math.max(0, source.indexOf(':')));
        long reopenings = 0;
        long created = Long.MIN_VALUE;
        for (int row = from; row < to; row++) {
            verbs[batch.verb()[row]]++;
            events++;
            long at = batch.atMillis()[row];
            firstMillis = Math.min(firstMillis, at);
            lastMillis = Math.max(lastMillis, at);
            if (batch.actor()[row] >= 0) {
                int hour = (int) Math.floorMod(Math.floorDiv(at, HOUR_MILLIS), (long) HOURS_OF_WEEK);
                hoursOfWeek.get(batch.actor()[row])
                        .computeIfAbsent((int) Math.floorDiv(at, YEAR_MILLIS), year -> new BitSet(HOURS_OF_WEEK))
                        .set(hour);
            }
            Row values = new Row(journal, batch, row);
            if (batch.verbAt(row) == Verb.created) {
                created = at;
                count(offsets, values.get(Field.OFFSET));
                withChangeLog += "full".equals(values.get(Field.CHANGE_LOG)) ? 1 : 0;
            }
            project = values.orElse(Field.PROJECT, project);
            String status = values.get(Field.STATUS);
            if (status != null) {
                seen.merge(status, values.orElse(Field.STATUS_CATEGORY, ""), (a, b) -> a.isEmpty() ? b : a);
                reopenings += batch.verbAt(row) == Verb.statusChanged && StatusWords.isReopened(status) ? 1 : 0;
            }
            priorityChanges += batch.verbAt(row) == Verb.fieldChanged && values.get(Field.PRIORITY) != null ? 1 : 0;
            count(priorities, values.get(Field.PRIORITY));
            count(types, values.get(Field.TYPE));
        }
        for (int row = from; row < to; row++) {
            skewed += batch.atMillis()[row] < created ? 1 : 0;
        }
        reopenedEvents += reopenings;
        reopenedItems += reopenings > 0 ? 1 : 0;
        TreeMap<String, String> scope = statuses.computeIfAbsent(source + "/" + project, key -> new TreeMap<>());
        seen.forEach((status, category) -> scope.merge(status, category, (a, b) -> a.isEmpty() ? b : a));
    }

    private static void count(Map<String, Long> counts, @Nullable String key) {
        if (key != null && !key.isEmpty()) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    /** Number of items. */
    public long items() {
        return items;
    }

    /** Number of events. */
    public long events() {
        return events;
    }

    /** Number of events with a verb. */
    public long events(Verb verb) {
        return verbs[verb.ordinal()];
    }

    /** Number of changes of priority. */
    public long priorityChanges() {
        return priorityChanges;
    }

    /** Number of moves into a status whose name says that finished work was taken up again. */
    public long reopenedEvents() {
        return reopenedEvents;
    }

    /** Number of items with such a move. */
    public long reopenedItems() {
        return reopenedItems;
    }

    /** Number of items whose whole change log is there. */
    public long itemsWithChangeLog() {
        return withChangeLog;
    }

    /** Number of events dated before the creation of their item; they count as of the creation. */
    public long skewedEvents() {
        return skewed;
    }

    /** Number of distinct actors. */
    public int actors() {
        return hoursOfWeek.size();
    }

    /** In how many of the 168 hours of the week an actor was active in one year, at the most. */
    public int activeHoursOfWeek(int actor) {
        return hoursOfWeek.get(actor).values().stream().mapToInt(BitSet::cardinality).max().orElse(0);
    }

    /** Earliest event. */
    public long firstMillis() {
        return firstMillis;
    }

    /** Latest event. */
    public long lastMillis() {
        return lastMillis;
    }

    /** Scope ({@code source/project}) to status name to the tracker's own category, empty where it has none. */
    public Map<String, ? extends Map<String, String>> statuses() {
        return java.util.Collections.unmodifiableMap(statuses);
    }

    /** Names of priorities that were ever set. */
    public List<String> priorities() {
        return new ArrayList<>(priorities.keySet());
    }

    /** Names of item types that were ever set. */
    public List<String> types() {
        return new ArrayList<>(new TreeSet<>(types.keySet()));
    }

    /** How many items the source dated in each offset from UTC. */
    public Map<String, Long> offsets() {
        return java.util.Collections.unmodifiableMap(offsets);
    }
}
