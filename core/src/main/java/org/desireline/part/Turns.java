package org.desireline.part;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * One person's records, made disjoint: while records of several items run, the items are taken in turns. A span in
 * which the same k items run falls into k consecutive equal slices in the order of lives, the last of which takes the
 * remainder; which of the items it was at an instant is not known, and the slices say so.
 *
 * <p>Source: the multitasking adjustment of process mining, sequential execution with adjusted times. Cost: {@code n
 * log n} in records, times the number of items at once.
 */
final class Turns {

    private final Columns.Ints life = new Columns.Ints();
    private final Columns.Longs from = new Columns.Longs();
    private final Columns.Longs to = new Columns.Longs();

    /** Receives a piece of work; pieces come in order and do not overlap. */
    interface Piece {
        void accept(int life, long fromMillis, long toMillis, boolean ambiguous);
    }

    /** Adds a record. */
    void add(int which, long fromMillis, long toMillis) {
        if (fromMillis < toMillis) {
            life.add(which);
            from.add(fromMillis);
            to.add(toMillis);
        }
    }

    /** Delivers the pieces. */
    void each(Piece sink) {
        int n = life.size();
        int[] order = Columns.sorted(n, (a, b) -> Long.compare(from.get(a), from.get(b)));
        PriorityQueue<Integer> running = new PriorityQueue<>(Comparator.comparingLong(to::get));
        TreeMap<Integer, Integer> records = new TreeMap<>();
        int[] items = new int[0];
        long since = 0;
        for (int next = 0; next < n || !running.isEmpty(); ) {
            long at = next < n ? from.get(order[next]) : Long.MAX_VALUE;
            at = running.isEmpty() ? at : Math.min(at, to.get(running.peek()));
            while (!running.isEmpty() && to.get(running.peek()) == at) {
                records.computeIfPresent(life.get(running.remove()), (item, count) -> count == 1 ? null : count - 1);
            }
            for (; next < n && from.get(order[next]) == at; next++) {
                running.add(order[next]);
                records.merge(life.get(order[next]), 1, Integer::sum);
            }
            int[] now = records.keySet().stream().mapToInt(Integer::intValue).toArray();
            if (!Arrays.equals(items, now)) {
                slice(items, since, at, sink);
                items = now;
                since = at;
            }
        }
    }

    private static void slice(int[] items, long fromMillis, long toMillis, Piece sink) {
        long length = items.length == 0 ? 0 : (toMillis - fromMillis) / items.length;
        for (int i = 0; i < items.length; i++) {
            long start = fromMillis + i * length;
            long end = i == items.length - 1 ? toMillis : start + length;
            if (start < end) {
                sink.accept(items[i], start, end, items.length > 1);
            }
        }
    }
}
