package org.desireline.part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who was at work on one item, told by the beginnings and ends of activities. An end belongs to the first activity of
 * its name that the same actor began and nobody ended, else to the first that anybody began; without one it says
 * nothing. Time that one actor spent on several activities of the item at once counts once.
 *
 * <p>Cost: linear in the activities of the item.
 */
final class Stints {

    /** Somebody at an activity. */
    private static final class Begun {
        final int actor;
        final long atMillis;
        boolean ended;

        Begun(int actor, long atMillis) {
            this.actor = actor;
            this.atMillis = atMillis;
        }
    }

    private record Doing(int actor, String activity) {}

    private final Map<Doing, ArrayDeque<Begun>> byActor = new HashMap<>();
    private final Map<String, ArrayDeque<Begun>> byActivity = new HashMap<>();
    /** The last is under way, where any is. */
    private final ArrayDeque<Begun> begun = new ArrayDeque<>();
    private final List<Life.Work> ended = new ArrayList<>();

    /** Somebody began an activity; {@code actor} is negative where nobody is named. */
    void start(int actor, String activity, long atMillis) {
        Begun fresh = new Begun(actor, atMillis);
        byActor.computeIfAbsent(new Doing(actor, activity), none -> new ArrayDeque<>()).add(fresh);
        byActivity.computeIfAbsent(activity, none -> new ArrayDeque<>()).add(fresh);
        begun.add(fresh);
    }

    /** Somebody ended one; says whether it had been begun. */
    boolean stop(int actor, String activity, long atMillis) {
        Begun first = first(byActor.get(new Doing(actor, activity)));
        first = first == null ? first(byActivity.get(activity)) : first;
        if (first != null) {
            first.ended = true;
            ended.add(new Life.Work(first.actor, first.atMillis, atMillis));
        }
        while (!begun.isEmpty() && begun.getLast().ended) {
            begun.removeLast();
        }
        return first != null;
    }

    private static @Nullable Begun first(@Nullable ArrayDeque<Begun> queue) {
        while (queue != null && !queue.isEmpty()) {
            Begun next = queue.removeFirst();
            if (!next.ended) {
                return next;
            }
        }
        return null;
    }

    /** Whether anything that began has not ended. */
    boolean anyOpen() {
        return !begun.isEmpty();
    }

    /** Who began last of what has not ended: an actor, or {@link Life#OWNER_UNKNOWN}. */
    int lastActor() {
        int actor = begun.getLast().actor;
        return actor >= 0 ? actor : Life.OWNER_UNKNOWN;
    }

    /** Delivers each activity that ended, whatever else went on meanwhile. */
    void each(Consumer<Life.Work> sink) {
        ended.forEach(sink);
    }

    /** What ended, by actor and then by time; no two of one actor overlap or touch. */
    List<Life.Work> all() {
        ended.sort(Comparator.comparingInt(Life.Work::actor).thenComparingLong(Life.Work::fromMillis));
        List<Life.Work> all = new ArrayList<>();
        for (Life.Work next : ended) {
            Life.Work last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last != null && last.actor() == next.actor() && next.fromMillis() <= last.toMillis()) {
                all.set(all.size() - 1, new Life.Work(last.actor(), last.fromMillis(),
                        Math.max(last.toMillis(), next.toMillis())));
            } else {
                all.add(next);
            }
        }
        return all;
    }
}
