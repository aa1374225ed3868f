package org.desireline.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;

/**
 * What everybody is recorded to be at while the clock of an oracle walks: of one person's records, the one that began
 * last counts; while records of several items run, it is doubtful which of them it was.
 */
final class Workbench {

    private static final long HOUR = 3_600_000L;
    /** Session gaps: the shorter, the one that counts, the longer. */
    private static final long[] GAPS = {HOUR, 2 * HOUR, 4 * HOUR};

    /** A record of work. */
    private record Log(String actor, int item, long from, long to) {}

    /** A run of one person's work on one item, by session gap. */
    private static final class Episode {
        private final long[] since = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        private long last = Long.MIN_VALUE / 2;
    }

    private final long step;
    private final List<Log> logs = new ArrayList<>();
    private final Map<String, Log> latest = new HashMap<>();
    private final Map<String, List<Log>> running = new HashMap<>();
    private final Map<String, Map<Integer, Episode>> episodes = new HashMap<>();
    private int next;
    private long now;

    Workbench(List<Past> pasts, long asOf, long step) {
        this.step = step;
        for (int i = 0; i < pasts.size(); i++) {
            for (Event event : pasts.get(i).events) {
                long from = pasts.get(i).at(event);
                long millis = Long.parseLong(event.attributes().getOrDefault(Field.MILLIS, "0"));
                if (event.verb() == Verb.logged && pasts.get(i).byPerson(event) && from <= asOf && millis > 0) {
                    logs.add(new Log(event.actor().id(), i, from, from + millis));
                }
            }
        }
        logs.sort(Comparator.comparingLong(Log::from).thenComparingInt(Log::item).thenComparingLong(Log::to));
    }

    /** Goes on to an instant. */
    void walkTo(long instant) {
        now = instant;
        running.values().forEach(list -> list.removeIf(log -> log.to() <= now));
        for (; next < logs.size() && logs.get(next).from() <= now; next++) {
            Log log = logs.get(next);
            latest.put(log.actor(), log);
            running.computeIfAbsent(log.actor(), actor -> new ArrayList<>()).add(log);
        }
        latest.keySet().forEach(actor -> {
            if (item(actor) >= 0) {
                Episode episode = episodes.computeIfAbsent(actor, who -> new HashMap<>())
                        .computeIfAbsent(item(actor), item -> new Episode());
                for (int gap = 0; gap < GAPS.length; gap++) {
                    episode.since[gap] = now - episode.last >= GAPS[gap] ? now : episode.since[gap];
                }
                episode.last = now + step;
            }
        });
    }

    /** The items that anybody is at, once for each who is. */
    List<Integer> items() {
        return latest.keySet().stream().map(this::item).filter(item -> item >= 0).toList();
    }

    /** The item somebody is at, or -1. */
    int item(String actor) {
        Log log = latest.get(actor);
        return log != null && now < log.to() ? log.item() : -1;
    }

    /** Whether records of more than one item run. */
    boolean isDoubtful(String actor) {
        return running.getOrDefault(actor, List.of()).stream().map(Log::item).distinct().count() > 1;
    }

    /** Whether what somebody is at now was under way before an instant, by session gap from the shortest. */
    boolean wasUnderWay(String actor, int gap, long before) {
        return episodes.get(actor).get(item(actor)).since[gap] < before;
    }
}
