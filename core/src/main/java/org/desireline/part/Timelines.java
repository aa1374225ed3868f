package org.desireline.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * What each actor had on the desk: recorded work as disjoint segments, owned items not started yet, starts.
 * Seen by the assembler only. Cost: {@code n log n} in segments.
 */
final class Timelines {

    /** A piece of an actor's recorded work, disjoint from the actor's others. */
    record Segment(int actor, int life, long fromMillis, long toMillis) {}

    /** A span during which an item lay unstarted and open on its owner's desk. */
    record Ready(int actor, int life, long fromMillis, long toMillis) {}

    /** A first start. */
    record Start(int actor, int life, long atMillis) {}

    final List<Segment> segments;
    final List<Ready> ready = new ArrayList<>();
    final List<Start> starts = new ArrayList<>();

    Timelines(List<Life> lives) {
        segments = disjoint(lives);
        for (int i = 0; i < lives.size(); i++) {
            Life life = lives.get(i);
            addReady(life, i);
            if (life.startMillis != Life.NEVER) {
                starts.add(new Start(life.starter >= 0 ? life.starter : ownerBefore(life), i, life.startMillis));
            }
        }
        ready.sort(Comparator.comparingInt(Ready::actor).thenComparingLong(Ready::fromMillis)
                .thenComparingInt(Ready::life));
        starts.sort(Comparator.comparingInt(Start::actor).thenComparingLong(Start::atMillis)
                .thenComparingInt(Start::life));
    }

    private static int ownerBefore(Life life) {
        Life.Step step = life.before(life.startMillis);
        return step == null ? -1 : Math.max(-1, step.owner());
    }

    private void addReady(Life life, int index) {
        long until = life.startMillis == Life.NEVER ? life.endMillis : life.startMillis;
        for (int i = 0; i < life.steps.size(); i++) {
            Life.Step step = life.steps.get(i);
            long to = Math.min(until, i + 1 < life.steps.size() ? life.steps.get(i + 1).atMillis() : life.endMillis);
            if (step.owner() >= 0 && step.phase().isReady() && step.atMillis() < to) {
                int last = ready.size() - 1;
                if (last >= 0 && ready.get(last).life() == index && ready.get(last).actor() == step.owner()
                        && ready.get(last).toMillis() == step.atMillis()) {
                    ready.set(last, new Ready(step.owner(), index, ready.get(last).fromMillis(), to));
                } else {
                    ready.add(new Ready(step.owner(), index, step.atMillis(), to));
                }
            }
        }
    }

    /** An actor works on one item at a time: a segment ends where the actor's next one begins. */
    private static List<Segment> disjoint(List<Life> lives) {
        List<Segment> all = new ArrayList<>();
        for (int i = 0; i < lives.size(); i++) {
            for (Life.Work work : lives.get(i).work) {
                all.add(new Segment(work.actor(), i, work.fromMillis(), work.toMillis()));
            }
        }
        all.sort(Comparator.comparingInt(Segment::actor).thenComparingLong(Segment::fromMillis)
                .thenComparingInt(Segment::life).thenComparingLong(Segment::toMillis));
        List<Segment> cut = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Segment segment = all.get(i);
            boolean followed = i + 1 < all.size() && all.get(i + 1).actor() == segment.actor();
            long to = followed ? Math.min(segment.toMillis(), all.get(i + 1).fromMillis()) : segment.toMillis();
            if (segment.fromMillis() < to) {
                cut.add(new Segment(segment.actor(), segment.life(), segment.fromMillis(), to));
            }
        }
        return cut;
    }

    /** The segments on each item, by life index. */
    List<List<Segment>> segmentsByLife(int lives) {
        List<List<Segment>> result = new ArrayList<>();
        for (int i = 0; i < lives; i++) {
            result.add(new ArrayList<>(0));
        }
        segments.forEach(segment -> result.get(segment.life()).add(segment));
        return result;
    }

    /** The union of the segments on each item, by life index. */
    List<Spans> workedByLife(int lives) {
        List<List<Span>> lists = new ArrayList<>();
        for (int i = 0; i < lives; i++) {
            lists.add(new ArrayList<>());
        }
        for (Segment segment : segments) {
            lists.get(segment.life()).add(new Span(segment.fromMillis(), segment.toMillis()));
        }
        List<Spans> result = new ArrayList<>();
        lists.forEach(list -> result.add(list.isEmpty() ? Spans.none() : Spans.union(list)));
        return result;
    }
}
