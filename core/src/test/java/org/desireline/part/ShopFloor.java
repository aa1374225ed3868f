package org.desireline.part;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.desireline.charter.Charter;
import org.desireline.charter.Membership;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.MemoryJournal;
import org.desireline.time.Span;
import org.desireline.time.Spans;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/**
 * A log of activities as the assembler would see it: each row is an item that lay on the desk of its resource from when
 * it could have been started, and that resource's recorded work from its start to its end. Everything is then asked of
 * the product's own columns.
 *
 * <p>The product lets an actor work on one item at a time. For a log in which somebody did several at once, each
 * resource can be given as many lanes as it had rows at the same time; a lane is an actor.
 */
final class ShopFloor {

    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;

    private final Timelines timelines;
    private final Desks desks;
    private final Map<String, List<Integer>> lanes = new HashMap<>();

    ShopFloor(ActivityLog log, boolean severalAtOnce) {
        int[] lane = new int[log.size()];
        int actors = assign(log, severalAtOnce, lane);
        Lives lives = new Lives(Long.MAX_VALUE);
        WorkRecords records = new WorkRecords();
        ClassTable classes = noClasses();
        Pools nobody = new Pools(new MemoryJournal.Builder().build(), charter().intent(), classes, new BitSet());
        for (int i = 0; i < log.size(); i++) {
            ActivityLog.Row row = log.row(i);
            Life life = life(i, row, log.enabledMillis(i), lane[i]);
            if (!row.resource().equals(ActivityLog.NOBODY) && row.startMillis() < row.endMillis()) {
                life.work.add(new Life.Work(lane[i], row.startMillis(), row.endMillis()));
            }
            records.record(i, life, nobody);
            lives.add(life);
        }
        desks = new Desks(lives, classes);
        timelines = new Timelines(lives, records.settle(actors), Spans.none(), ZoneOffset.UTC, Sessions.USUAL, actors);
    }

    private static Charter charter() {
        return new Charter(WorkWeek.assumed(ZoneOffset.UTC), new StatusMap(Map.of()), List.of(), Set.of(),
                Set.of(), true);
    }

    private static ClassTable noClasses() {
        return new ClassTable.Survey(Spans.none(), Window.parse("all", 0, WEEK_MILLIS, ZoneOffset.UTC))
                .table(charter(), Membership.none());
    }

    /** Gives each row the first lane of its resource that is free when it begins; returns the number of lanes. */
    private int assign(ActivityLog log, boolean severalAtOnce, int[] lane) {
        List<Long> freeFrom = new ArrayList<>();
        List<Integer> byStart = IntStream.range(0, log.size()).boxed()
                .sorted(Comparator.comparingLong((Integer row) -> log.row(row).startMillis())
                        .thenComparingLong(row -> log.row(row).endMillis())).toList();
        for (int i : byStart) {
            ActivityLog.Row row = log.row(i);
            List<Integer> own = lanes.computeIfAbsent(row.resource(), name -> new ArrayList<>());
            int free = own.stream().filter(one -> !severalAtOnce || freeFrom.get(one) <= row.startMillis())
                    .findFirst().orElse(-1);
            if (free < 0) {
                free = freeFrom.size();
                freeFrom.add(row.endMillis());
                own.add(free);
            }
            freeFrom.set(free, row.endMillis());
            lane[i] = free;
        }
        return freeFrom.size();
    }

    private static Life life(int item, ActivityLog.Row row, long enabledMillis, int owner) {
        Life life = new Life(item);
        life.key = row.caseId();
        if (enabledMillis < row.startMillis()) {
            life.steps.add(step(enabledMillis, Phase.queued, owner));
        }
        if (row.startMillis() < row.endMillis()) {
            life.steps.add(step(row.startMillis(), Phase.working, owner));
        }
        life.steps.add(step(row.endMillis(), Phase.done, owner));
        life.startMillis = row.startMillis();
        life.starter = owner;
        life.lastOwner = owner;
        life.endMillis = row.endMillis();
        life.over = true;
        return life;
    }

    private static Life.Step step(long at, Phase phase, int owner) {
        return new Life.Step(at, phase, owner, 1, false, false, Life.NEVER, 0);
    }

    /** What lay on the desks, from when to when. */
    Desks.Desk waits() {
        return desks.ready();
    }

    /** When, of a stretch of time, a resource was at work on rows of which something holds. */
    Spans busy(String resource, long fromMillis, long toMillis, IntPredicate which) {
        List<Span> spans = new ArrayList<>();
        for (int lane : lanes.get(resource)) {
            int first = timelines.firstOfActor(lane);
            for (int segment = timelines.lastBefore(lane, toMillis);
                    segment >= first && timelines.toMillis(segment) > fromMillis; segment--) {
                if (which.test(timelines.life(segment))) {
                    spans.add(new Span(Math.max(fromMillis, timelines.fromMillis(segment)),
                            Math.min(toMillis, timelines.toMillis(segment))));
                }
            }
        }
        return spans.isEmpty() ? Spans.none() : Spans.union(spans);
    }
}
