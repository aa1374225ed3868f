package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.EventId;
import org.desireline.journal.Journal;
import org.desireline.time.Spans;
import org.jspecify.annotations.Nullable;

/**
 * An assembled journal: delivers parts of either grain, in shards, any number of times. Immutable once built, so that
 * several threads may read it.
 */
public final class Assembly {

    private static final long PUSHED_WITHIN_MILLIS = 15L * 60_000;

    private final Journal journal;
    private final Frame frame;
    private final List<Life> lives;
    private final int[] lifeOfItem;
    private final Timelines timelines;
    private final List<Spans> worked;
    private final List<List<Timelines.Segment>> segments;
    private final TraceBuilder builder;
    private final List<int[]> actorRanges = new ArrayList<>();

    Assembly(Journal journal, Frame frame, List<Life> lives, int[] lifeOfItem, Timelines timelines, Spans calendar) {
        this.journal = journal;
        this.frame = frame;
        this.lives = lives;
        this.lifeOfItem = lifeOfItem;
        this.timelines = timelines;
        this.worked = timelines.workedByLife(lives.size());
        this.segments = timelines.segmentsByLife(lives.size());
        this.builder = new TraceBuilder(lives, lifeOfItem, frame.classes(), calendar, frame.window(),
                journal.actorCount());
        List<Timelines.Start> starts = timelines.starts;
        for (int from = 0; from < starts.size(); ) {
            int to = from + 1;
            while (to < starts.size() && starts.get(to).actor() == starts.get(from).actor()) {
                to++;
            }
            actorRanges.add(new int[] {from, to});
            from = to;
        }
        Laws.checkWork(lives, timelines, calendar, frame.facts());
    }

    /** What every instrument may know besides its parts. */
    public Frame frame() {
        return frame;
    }

    /** Delivers the traces of a shard, those of containers marked as such, and asserts the item law on each. */
    public void traces(int shard, int shards, Consumer<Trace> sink) {
        for (int i = shard; i < lives.size(); i += shards) {
            sink.accept(trace(i));
        }
    }

    /** The trace of an item, container or not, or null where no item has that number at the as-of instant. */
    public @Nullable Trace traceOf(int item) {
        return lifeOfItem[item] < 0 ? null : trace(lifeOfItem[item]);
    }

    private Trace trace(int index) {
        Life life = lives.get(index);
        Trace trace = builder.build(life, worked.get(index), segments.get(index),
                EventId.of(journal.itemId(life.item)).high());
        Laws.checkItem(trace);
        return trace;
    }

    /** Delivers the choices of a shard. Cost: linear in the sizes of the menus, times a logarithm. */
    public void choices(int shard, int shards, Consumer<Choice> sink) {
        for (int i = shard; i < actorRanges.size(); i += shards) {
            choicesOfActor(actorRanges.get(i)[0], actorRanges.get(i)[1], sink);
        }
        for (int i = shard; i < lives.size(); i += shards) {
            Life life = lives.get(i);
            if (life.proven && !life.container && life.over && life.startMillis == Life.NEVER && !life.bornWorking
                    && life.steps.get(life.steps.size() - 1).phase() == Phase.done) {
                sink.accept(without(Choice.Outcome.SKIPPED, -1, life.endMillis, life));
            }
        }
    }

    private Choice without(Choice.Outcome outcome, int actor, long at, Life life) {
        return new Choice(outcome, actor, at, false, -1, life.key, life.item, life.startOrigin,
                frame.window().span().contains(at),
                new int[Dimension.values().length][0], new byte[0], new long[0]);
    }

    /** Sweeps one actor's desk through time: items come and go, and each start sees what lies there. */
    private void choicesOfActor(int from, int to, Consumer<Choice> sink) {
        int actor = timelines.starts.get(from).actor();
        List<Timelines.Ready> desk = readyOf(actor);
        TreeSet<Integer> present = new TreeSet<>();
        TreeMap<Long, List<Integer>> leaving = new TreeMap<>();
        int next = 0;
        for (int i = from; i < to; i++) {
            Timelines.Start start = timelines.starts.get(i);
            while (next < desk.size() && desk.get(next).fromMillis() < start.atMillis()) {
                leaving.computeIfAbsent(desk.get(next).toMillis(), key -> new ArrayList<>()).add(next);
                present.add(next++);
            }
            while (!leaving.isEmpty() && leaving.firstKey() < start.atMillis()) {
                present.removeAll(leaving.pollFirstEntry().getValue());
            }
            int[] menu = present.stream().mapToInt(index -> desk.get(index).life()).sorted().toArray();
            sink.accept(choice(actor, start, menu));
        }
    }

    private List<Timelines.Ready> readyOf(int actor) {
        List<Timelines.Ready> all = timelines.ready;
        return all.subList(firstOf(all, actor), firstOf(all, actor + 1));
    }

    private static int firstOf(List<Timelines.Ready> all, int actor) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).actor() < actor) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Choice choice(int actor, Timelines.Start start, int[] menu) {
        Life started = lives.get(start.life());
        long at = start.atMillis();
        int chosen = Arrays.binarySearch(menu, start.life());
        if (actor < 0 || chosen < 0) {
            return without(Choice.Outcome.MISS, actor, at, started);
        }
        int size = menu.length;
        int[][] classes = new int[Dimension.values().length][size];
        byte[] held = new byte[size];
        long[] age = new long[size];
        for (int column = 0; column < size; column++) {
            Life life = lives.get(menu[column]);
            Life.Step step = life.before(at);
            if (step == null) {
                throw new LawFailed("The menu rule", "an item is on a menu before it exists: item " + life.item);
            }
            int[] codes = frame.classes().codes(step);
            for (int d = 0; d < codes.length; d++) {
                classes[d][column] = codes[d];
            }
            held[column] = held(life, step, at);
            age[column] = at - life.createdMillis();
        }
        boolean pushed = started.assigner >= 0 && started.assigner != actor
                && at - started.assignedMillis <= PUSHED_WITHIN_MILLIS;
        return new Choice(Choice.Outcome.STARTED, actor, at, pushed, chosen, started.key, started.item,
                started.startOrigin,
                frame.window().span().contains(at), classes, held, age);
    }

    private byte held(Life life, Life.Step step, long at) {
        int bits = life.container ? Choice.CONTAINER : 0;
        bits |= builder.blockedAt(life, at - 1) ? Choice.BLOCKED : 0;
        bits |= life.parkedAt(at - 1, step) ? Choice.PARKED : 0;
        bits |= life.untouchedAt(at - 1) ? Choice.STALE : 0;
        return (byte) bits;
    }

    /** Asserts the stock law and double entry over all traces, in one pass. */
    public void checkStock() {
        Laws.Stock stock = new Laws.Stock();
        Laws.Entry entry = new Laws.Entry();
        for (int i = 0; i < lives.size(); i++) {
            Trace trace = trace(i);
            stock.add(lives.get(i), trace);
            entry.add(lives.get(i), trace, segments.get(i));
        }
        entry.check();
        stock.check();
    }
}
