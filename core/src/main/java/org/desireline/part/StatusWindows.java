package org.desireline.part;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Verb;

/**
 * How long items stand in working statuses, counted by scope: whether a status is moved as work begins and ends, or
 * is a state for weeks that would invent work. Only stays that end on the day they begin are counted as work later.
 *
 * <p>Method: a scope is timed where at least half of its closed spans in working phases, of 20 or more, end on the
 * local day they begin. A span counts where a move began it: a status that follows from something else, such as changes
 * that a reviewer asks for, tells nothing of when work began. Cost: O(n) in events. Blind spot: items moved into work
 * and done at once look like work of no length.
 */
public final class StatusWindows {

    private static final int FEWEST = 20;

    /** Closed spans, and those that end on the day they begin, by scope. */
    private final TreeMap<String, long[]> counts = new TreeMap<>();
    private final StatusMap statuses;
    private final ZoneId zone;

    private StatusWindows(StatusMap statuses, ZoneId zone) {
        this.statuses = statuses;
        this.zone = zone;
    }

    /** Reads a whole journal once. */
    public static StatusWindows of(Journal journal, StatusMap statuses, ZoneId zone) {
        StatusWindows windows = new StatusWindows(statuses, zone);
        journal.read(batch -> {
            for (int from = 0; from < batch.size(); ) {
                int to = from + 1;
                while (to < batch.size() && batch.item()[to] == batch.item()[from]) {
                    to++;
                }
                windows.item(journal, batch, from, to);
                from = to;
            }
        });
        return windows;
    }

    private void item(Journal journal, EventBatch batch, int from, int to) {
        String project = "";
        for (int row = from; row < to; row++) {
            project = new Row(journal, batch, row).orElse(Field.PROJECT, project);
        }
        String id = journal.itemId(batch.item()[from]);
        String scope = id.substring(0, Math.max(0, id.indexOf(':'))) + "/" + project;
        long since = Life.NEVER;
        String status = "";
        boolean moved = false;
        for (int row = from; row < to; row++) {
            String told = new Row(journal, batch, row).get(Field.STATUS);
            status = told == null ? status : told;
            moved |= told != null && batch.verbAt(row) == Verb.statusChanged;
            long at = batch.atMillis()[row];
            if (row + 1 < to && batch.atMillis()[row + 1] == at) {
                continue;
            }
            boolean working = !status.isEmpty() && statuses.phase(scope, status) == Phase.working;
            if (working && moved && since == Life.NEVER) {
                since = at;
            } else if (!working && since != Life.NEVER) {
                long[] count = counts.computeIfAbsent(scope, key -> new long[2]);
                count[0]++;
                count[1] += day(since).equals(day(at)) ? 1 : 0;
                since = Life.NEVER;
            }
            moved = false;
        }
    }

    private LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    /** The scopes whose working statuses are as good as a work log, in the order of their names. */
    public List<String> timedScopes() {
        return counts.entrySet().stream().filter(scope -> scope.getValue()[0] >= FEWEST
                && 2 * scope.getValue()[1] >= scope.getValue()[0]).map(Map.Entry::getKey).toList();
    }
}
