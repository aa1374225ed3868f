package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.journal.Journal;
import org.desireline.journal.Origin;

/**
 * What could be begun in the process logs of a journal, and who began what: instances of activities in the order of
 * activities and then of time, beginnings in the order of actors and then of time. Columns; empty where no log tells
 * when an activity could be begun. Cost: {@code n log n} in events of activities; 20 bytes an instance, 32 a beginning,
 * 16 a sign of somebody at an activity.
 */
final class Schedules {

    private final Map<String, Integer> codes = new TreeMap<>();
    private Columns.Ints activity = new Columns.Ints();
    private Columns.Ints life = new Columns.Ints();
    private Columns.Longs from = new Columns.Longs();
    private Columns.Longs to = new Columns.Longs();
    private int[] firstOfActivity = {0};

    private Columns.Ints actor = new Columns.Ints();
    private Columns.Ints began = new Columns.Ints();
    private Columns.Ints beganLife = new Columns.Ints();
    private Columns.Ints beganActivity = new Columns.Ints();
    private Columns.Longs at = new Columns.Longs();
    private Columns.Ints pointer = new Columns.Ints();
    private Columns.Longs record = new Columns.Longs();

    private Presence.Builder signs = new Presence.Builder();
    private Presence presence = signs.build();

    /**
     * Adds what a log says of a case; lives come in their order.
     *
     * @param log what the log is called: activities of two logs are two, whatever their names
     */
    void add(int which, Agenda agenda, String log) {
        int first = life.size();
        for (Agenda.Instance instance : agenda.instances()) {
            activity.add(code(log, instance.activity));
            life.add(which);
            from.add(instance.fromMillis);
            to.add(instance.toMillis);
        }
        for (Agenda.Begin begin : agenda.begins()) {
            actor.add(begin.claim().actor());
            began.add(begin.instance() < 0 ? -1 : first + begin.instance());
            beganLife.add(which);
            beganActivity.add(code(log, begin.activity()));
            at.add(begin.claim().atMillis());
            pointer.add(begin.claim().pointer());
            record.add(begin.claim().record());
        }
        agenda.done().forEach(done -> signs.add(done.actor(), code(log, done.activity()), done.atMillis()));
    }

    private int code(String log, String name) {
        return codes.computeIfAbsent(log + '\u001f' + name, fresh -> codes.size());
    }

    /** Puts everything in order; nothing is added afterwards. */
    Schedules settle() {
        if (life.size() > 0) {
            presence = signs.build();
        }
        signs = new Presence.Builder();
        int[] order = Columns.sorted(life.size(), (a, b) -> activity.get(a) != activity.get(b)
                ? Integer.compare(activity.get(a), activity.get(b)) : Long.compare(from.get(a), from.get(b)));
        int[] place = new int[order.length];
        firstOfActivity = new int[codes.size() + 1];
        Columns.Ints sortedLife = new Columns.Ints();
        Columns.Longs sortedFrom = new Columns.Longs();
        Columns.Longs sortedTo = new Columns.Longs();
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
            sortedLife.add(life.get(order[i]));
            sortedFrom.add(from.get(order[i]));
            sortedTo.add(to.get(order[i]));
            firstOfActivity[activity.get(order[i]) + 1]++;
        }
        for (int i = 1; i < firstOfActivity.length; i++) {
            firstOfActivity[i] += firstOfActivity[i - 1];
        }
        activity = new Columns.Ints();
        life = sortedLife;
        from = sortedFrom;
        to = sortedTo;
        settleBegins(place);
        life.trim();
        from.trim();
        to.trim();
        return this;
    }

    /** Keeps the beginnings of what is scheduled somewhere, by actor and then by time. */
    private void settleBegins(int[] place) {
        int[] order = Columns.sorted(at.size(), (a, b) -> actor.get(a) != actor.get(b)
                ? Integer.compare(actor.get(a), actor.get(b)) : Long.compare(at.get(a), at.get(b)));
        Columns.Ints sortedActor = new Columns.Ints();
        Columns.Ints sortedBegan = new Columns.Ints();
        Columns.Ints sortedLife = new Columns.Ints();
        Columns.Longs sortedAt = new Columns.Longs();
        Columns.Ints sortedPointer = new Columns.Ints();
        Columns.Longs sortedRecord = new Columns.Longs();
        for (int row : order) {
            int kind = beganActivity.get(row);
            if (firstOfActivity[kind] < firstOfActivity[kind + 1]) {
                sortedActor.add(actor.get(row));
                sortedBegan.add(began.get(row) < 0 ? -1 : place[began.get(row)]);
                sortedLife.add(beganLife.get(row));
                sortedAt.add(at.get(row));
                sortedPointer.add(pointer.get(row));
                sortedRecord.add(record.get(row));
            }
        }
        actor = sortedActor;
        began = sortedBegan;
        beganLife = sortedLife;
        beganActivity = new Columns.Ints();
        at = sortedAt;
        pointer = sortedPointer;
        record = sortedRecord;
        for (Columns.Ints column : List.of(actor, began, beganLife, pointer)) {
            column.trim();
        }
        at.trim();
        record.trim();
    }

    /** The activities that somebody was at in a stretch of time. */
    List<Integer> activities(int who, long fromMillis, long toMillis) {
        List<Integer> all = new ArrayList<>();
        for (int kind = 0; kind + 1 < firstOfActivity.length; kind++) {
            if (firstOfActivity[kind] < firstOfActivity[kind + 1]
                    && presence.wasActive(who, kind, fromMillis, toMillis)) {
                all.add(kind);
            }
        }
        return all;
    }

    /** The first instance of an activity; those of the activity are consecutive, in the order of time. */
    int firstOf(int kind) {
        return firstOfActivity[kind];
    }

    int life(int instance) {
        return life.get(instance);
    }

    /** From when an instance could be begun. */
    long fromMillis(int instance) {
        return from.get(instance);
    }

    /** When it was begun, or came to nothing. */
    long toMillis(int instance) {
        return to.get(instance);
    }

    /** Number of beginnings. */
    int begins() {
        return at.size();
    }

    /** Who began it. */
    int actor(int begin) {
        return actor.get(begin);
    }

    /** The instance that was begun, or -1 where it had not been scheduled. */
    int instance(int begin) {
        return began.get(begin);
    }

    /** The life of a beginning. */
    int beganLife(int begin) {
        return beganLife.get(begin);
    }

    long atMillis(int begin) {
        return at.get(begin);
    }

    /** Where a beginning was read, as it is shown. */
    String origin(int begin, Journal journal) {
        return Origin.shown(journal.text(pointer.get(begin)), record.get(begin));
    }
}
