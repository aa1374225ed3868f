package org.desireline.part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process log says of one case: which instances of activities could be begun and when somebody began one.
 *
 * <p>A start belongs to the first schedule of its instance, else of its activity, that none belonged to yet. An
 * activity that went on after it had been begun is begun no second time. What ends and was never begun lies there no
 * longer. Cost: linear in the events of the case.
 */
final class Agenda {

    /** No instant is later. */
    static final long STILL = Long.MAX_VALUE;

    /** An instance that could be begun, from when it was scheduled to when it was begun or came to nothing. */
    static final class Instance {

        final String activity;
        final long fromMillis;
        long toMillis = STILL;

        Instance(String activity, long fromMillis) {
            this.activity = activity;
            this.fromMillis = fromMillis;
        }
    }

    /**
     * Somebody begins an instance.
     *
     * @param instance its place among the instances of the case, or -1 where it had not been scheduled
     * @param claim who, when, and where it was read
     */
    record Begin(String activity, int instance, Life.Claim claim) {}

    /** Somebody was at an activity. */
    record Done(int actor, String activity, long atMillis) {}

    private final List<Instance> instances = new ArrayList<>();
    private final List<Begin> begins = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();
    /** By the key of the instance: places of those that nobody has begun. */
    private final Map<String, ArrayDeque<Integer>> waiting = new HashMap<>();

    /** An instance could be begun from now on. */
    void schedule(String key, String activity, long atMillis) {
        waiting.computeIfAbsent(key, none -> new ArrayDeque<>()).add(instances.size());
        instances.add(new Instance(activity, atMillis));
    }

    /**
     * Somebody begins an instance.
     *
     * @param claim null where nobody is named, or a program did it
     */
    void begin(String key, String activity, long atMillis, Life.@Nullable Claim claim) {
        boolean known = waiting.containsKey(key);
        Integer first = leave(key, atMillis);
        if (claim != null && (first != null || !known)) {
            begins.add(new Begin(activity, first == null ? -1 : first, claim));
        }
        waiting.computeIfAbsent(key, none -> new ArrayDeque<>());
    }

    /** An instance ends that had not been begun. */
    void comeToNothing(String key, long atMillis) {
        leave(key, atMillis);
    }

    private @Nullable Integer leave(String key, long atMillis) {
        ArrayDeque<Integer> queue = waiting.get(key);
        Integer first = queue == null ? null : queue.poll();
        if (first != null) {
            instances.get(first).toMillis = atMillis;
        }
        return first;
    }

    /** A person was at an activity. */
    void did(int actor, String activity, long atMillis) {
        done.add(new Done(actor, activity, atMillis));
    }

    /** The case came to its end. */
    void close(long atMillis) {
        for (Instance instance : instances) {
            instance.toMillis = Math.min(instance.toMillis, atMillis);
        }
    }

    /** In the order in which they were scheduled. */
    List<Instance> instances() {
        return instances;
    }

    /** First starts of instances, in the order of time. */
    List<Begin> begins() {
        return begins;
    }

    /** Beginnings and ends of activities by people, in the order of time. */
    List<Done> done() {
        return done;
    }
}
