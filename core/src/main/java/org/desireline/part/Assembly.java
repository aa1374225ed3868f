package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.Journal;
import org.desireline.time.Spans;
import org.jspecify.annotations.Nullable;

/**
 * An assembled journal: delivers parts of either grain, in shards, any number of times. Immutable once built, so that
 * several threads may read it.
 */
public final class Assembly {

    private static final double LEAST_SESSIONS = 0.01;
    private static final long PUSHED_WITHIN_MILLIS = 15L * 60_000;
    private static final long RELABELLED_WITHIN_MILLIS = 24L * 3_600_000;

    /**
     * What does not depend on how work is told from its signs.
     *
     * @param journal the journal
     * @param lives the lives of its items
     * @param records what is on record of people's work
     * @param desks what lay on whose desk
     * @param calendar the working hours
     * @param orders how classes stood to one another
     * @param pools the members of teams
     */
    record Ground(
            Journal journal,
            Lives lives,
            WorkRecords records,
            Desks desks,
            Spans calendar,
            Orders orders,
            Pools pools) {}

    private final Ground ground;
    private final Journal journal;
    private final Frame frame;
    private final Lives lives;
    private final Timelines timelines;
    private final TraceBuilder builder;
    private final Orders orders;

    private Assembly(Ground ground, Frame frame, Timelines timelines, StartRepair repair) {
        this.ground = ground;
        this.journal = ground.journal();
        this.frame = frame;
        this.lives = ground.lives();
        this.timelines = timelines;
        this.orders = ground.orders();
        Frame.Work work = frame.facts().work();
        long gap = (work.hasSessions() ? work.sessions() : Sessions.USUAL).gapMillis();
        this.builder = new TraceBuilder(ground, frame, timelines,
                new Workloads(timelines, lives, orders, ground.calendar(), journal.actorCount(), gap), repair);
        Laws.checkWork(lives, timelines, ground.calendar(), work);
    }

    /** Assembles a ground, its signs of work read in one way. */
    static Assembly of(Ground ground, Frame frame, Sessions sessions) {
        Timelines timelines = new Timelines(ground.lives(), ground.records(), ground.calendar(),
                frame.charter().week().zone(), sessions, ground.journal().actorCount());
        StartRepair repair = new StartRepair(ground.lives(), timelines, ground.calendar());
        return new Assembly(ground, frame.with(WorkCount.of(ground, timelines, repair, sessions)), timelines, repair);
    }

    /**
     * Other ways in which signs of work may be read, for the range of figures; none where sessions are less than a
     * hundredth of all recorded work, and no other reading can move a figure by more than it is rounded.
     */
    public List<Sessions> otherSessions() {
        Frame.Work work = frame.facts().work();
        return work.sessionShare() >= LEAST_SESSIONS
                ? Sessions.GRID.stream().filter(sessions -> !sessions.equals(work.sessions())).toList() : List.of();
    }

    /** The same with signs of work read in another way; cost: that of the timelines, not of the lives. */
    public Assembly under(Sessions sessions) {
        return of(ground, frame, sessions);
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
        int life = lives.lifeOf(item);
        return life < 0 ? null : trace(life);
    }

    private Trace trace(int life) {
        Trace trace = builder.build(life);
        Laws.checkItem(trace);
        return trace;
    }

    /** Delivers the choices of a shard. Cost: linear in the sizes of the menus, times a logarithm. */
    public void choices(int shard, int shards, Consumer<Choice> sink) {
        Desks.Starts starts = ground.desks().starts();
        int ordinal = 0;
        for (int from = 0; from < starts.size(); ordinal++) {
            int to = from + 1;
            while (to < starts.size() && starts.actor()[to] == starts.actor()[from]) {
                to++;
            }
            if (ordinal % shards == shard) {
                choicesOfActor(from, to, sink);
            }
            from = to;
        }
        for (int life = shard; life < lives.size(); life += shards) {
            if (lives.isProven(life) && !lives.isContainer(life) && lives.isOver(life)
                    && lives.startMillis(life) == Life.NEVER && !lives.isBornWorking(life)
                    && lives.phase(lives.lastStep(life)) == Phase.done) {
                sink.accept(without(Choice.Outcome.SKIPPED, -1, lives.endMillis(life), life));
            }
        }
    }

    private Choice without(Choice.Outcome outcome, int actor, long at, int life) {
        return new Choice(outcome, actor, at, false, -1, lives.key(life), lives.item(life),
                lives.startOrigin(life, journal), frame.window().span().contains(at),
                new int[Dimension.values().length][0], new byte[0], new long[0], Choice.Standing.NONE);
    }

    /** Sweeps one actor's desk through time: items come and go, and each start sees what lies there. */
    private void choicesOfActor(int from, int to, Consumer<Choice> sink) {
        Desks.Starts starts = ground.desks().starts();
        Desks.Desk desk = ground.desks().ready();
        int actor = starts.actor()[from];
        TreeSet<Integer> present = new TreeSet<>();
        TreeMap<Long, List<Integer>> leaving = new TreeMap<>();
        int next = desk.firstOf(actor);
        int last = desk.firstOf(actor + 1);
        long before = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            long at = lives.startMillis(starts.life()[i]);
            while (next < last && desk.fromMillis()[next] < at) {
                leaving.computeIfAbsent(desk.toMillis()[next], key -> new ArrayList<>()).add(next);
                present.add(next++);
            }
            while (!leaving.isEmpty() && leaving.firstKey() < at) {
                present.removeAll(leaving.pollFirstEntry().getValue());
            }
            TreeMap<Integer, Boolean> menu = new TreeMap<>();
            for (int index : present) {
                menu.put(desk.life()[index], desk.fromMillis()[index] < before);
            }
            sink.accept(choice(actor, starts.life()[i], at, menu));
            before = at;
        }
    }

    /** The choice of one of some lives, each with whether it lay there when the actor last started something. */
    private Choice choice(int actor, int started, long at, SortedMap<Integer, Boolean> lying) {
        int[] menu = lying.keySet().stream().mapToInt(Integer::intValue).toArray();
        int chosen = Arrays.binarySearch(menu, started);
        if (actor < 0 || chosen < 0) {
            return without(Choice.Outcome.MISS, actor, at, started);
        }
        int size = menu.length;
        int[][] classes = new int[Dimension.values().length][size];
        byte[] held = new byte[size];
        long[] age = new long[size];
        for (int column = 0; column < size; column++) {
            int life = menu[column];
            int step = lives.stepAt(life, at - 1);
            if (step < 0) {
                throw new LawFailed("The menu rule", "an item is on a menu before it exists: item "
                        + lives.item(life));
            }
            for (int d = 0; d < classes.length; d++) {
                classes[d][column] = ClassTable.code(lives.classes(step), d);
            }
            held[column] = (byte) (held(life, step, at)
                    | (Boolean.TRUE.equals(lying.get(life)) ? Choice.SEEN : 0)
                    | (life == started && relabelled(life, at) ? Choice.RELABELLED : 0));
            age[column] = at - lives.createdMillis(life);
        }
        boolean pushed = lives.assigner(started) >= 0 && lives.assigner(started) != actor
                && at - lives.assignedMillis(started) <= PUSHED_WITHIN_MILLIS;
        int table = orders.tableAt(at - 1);
        return new Choice(Choice.Outcome.STARTED, actor, at, pushed, chosen, lives.key(started), lives.item(started),
                lives.startOrigin(started, journal), frame.window().span().contains(at), classes, held, age,
                (one, other) -> orders.relation(table, one, other));
    }

    private byte held(int life, int step, long at) {
        int bits = lives.isContainer(life) ? Choice.CONTAINER : 0;
        bits |= builder.blockedAt(life, at - 1) ? Choice.BLOCKED : 0;
        bits |= lives.isParkedAt(life, step, at - 1) ? Choice.PARKED : 0;
        bits |= lives.isUntouchedAt(life, at - 1) ? Choice.STALE : 0;
        return (byte) bits;
    }

    /** Whether the class of priority of an item changed within a day of an instant. */
    private boolean relabelled(int life, long at) {
        int priority = Dimension.PRIORITY.ordinal();
        for (int step = lives.firstStep(life) + 1; step <= lives.lastStep(life); step++) {
            boolean near = Math.abs(lives.atMillis(step) - at) <= RELABELLED_WITHIN_MILLIS;
            if (near && ClassTable.code(lives.classes(step), priority)
                    != ClassTable.code(lives.classes(step - 1), priority)) {
                return true;
            }
        }
        return false;
    }

    /** Asserts the stock law and double entry over all traces, in one pass. */
    public void checkStock() {
        Laws.Stock stock = new Laws.Stock();
        Laws.Entry entry = new Laws.Entry();
        for (int life = 0; life < lives.size(); life++) {
            Trace trace = trace(life);
            stock.add(lives, life, trace);
            entry.add(lives, life, trace, timelines);
        }
        entry.check();
        stock.check();
    }
}
