package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.Relation;
import org.desireline.journal.Journal;

/**
 * Sets each start of work against what could have been started instead. Seen by the assembler only.
 *
 * <p>Three families (METHODS, decision and menu). <em>First starts:</em> the menu is what lay unstarted on the same
 * desk the millisecond before. <em>Switches:</em> recorded work of an actor turns from one item of the actor's to
 * another; the menu is what lay open on the desk, begun or not, but for the one that was left; work on what is
 * another's is no choice off one's desk and is passed over. <em>Pool:</em> an item that nobody owned is taken by
 * whoever then owns it, or begun; the menu is what lay unowned in its pool: that of its team, or else of its
 * component. Cost: linear in the sizes of the menus, times a logarithm. Laws: a menu holds only what existed; an item
 * chosen that was not on its menu is a miss and is delivered as one.
 */
final class Menus {

    /** Whoever takes an item and begins it within this time has chosen it out of the pool, not off the desk. */
    private static final long TAKEN_WITHIN_MILLIS = 15L * 60_000;
    private static final long PUSHED_WITHIN_MILLIS = 15L * 60_000;
    private static final long DAY_MILLIS = 24L * 3_600_000;
    private static final long ACTIVE_MILLIS = 90 * DAY_MILLIS;
    private static final int PRIORITY = Dimension.PRIORITY.ordinal();

    private final Journal journal;
    private final Frame frame;
    private final Lives lives;
    private final Desks desks;
    private final Orders orders;
    private final Pools pools;
    private final Timelines timelines;
    private final TraceBuilder builder;
    private final Prospects prospects;
    private final Presence presence;
    private final Schedules schedules;

    Menus(Assembly.Ground ground, Frame frame, Timelines timelines, TraceBuilder builder) {
        this.journal = ground.journal();
        this.frame = frame;
        this.lives = ground.lives();
        this.desks = ground.desks();
        this.orders = ground.orders();
        this.pools = ground.pools();
        this.timelines = timelines;
        this.builder = builder;
        this.prospects = new Prospects(ground, frame, timelines);
        this.presence = presence(ground);
        this.schedules = ground.schedules();
    }

    /** When whom the signs of work name was at work in which pool's component or team. */
    private static Presence presence(Assembly.Ground ground) {
        Presence.Builder signs = new Presence.Builder();
        Lives lives = ground.lives();
        Desks desks = ground.desks();
        WorkRecords records = ground.records();
        for (int who = 0; lives.claims() > 0 && who < ground.journal().actorCount(); who++) {
            for (int sign = records.firstSign(who); sign < records.firstSign(who + 1); sign++) {
                int step = lives.stepAt(records.life(sign), records.atMillis(sign));
                if (step >= 0) {
                    for (int pool : new int[] {desks.componentPool(step), desks.teamPool(step)}) {
                        if (pool != Desks.NO_POOL) {
                            signs.add(who, pool, records.atMillis(sign));
                        }
                    }
                }
            }
        }
        return signs.build();
    }

    /** What lies in one place as time goes on: rows, each from an instant to another. */
    private static final class Sweep {

        private final IntToLongFunction from;
        private final IntToLongFunction to;
        private final int last;
        private final TreeSet<Integer> present = new TreeSet<>();
        private final TreeMap<Long, List<Integer>> leaving = new TreeMap<>();
        private int next;

        /** Sweeps over rows in the order in which they come to lie there. */
        Sweep(int first, int last, IntToLongFunction from, IntToLongFunction to) {
            this.next = first;
            this.last = last;
            this.from = from;
            this.to = to;
        }

        static Sweep of(Desks.Desk desk, int place) {
            return new Sweep(desk.firstOf(place), desk.firstOf(place + 1), row -> desk.fromMillis()[row],
                    row -> desk.toMillis()[row]);
        }

        /** The rows of what lies there just before an instant; instants must not descend. */
        SortedSet<Integer> at(long atMillis) {
            while (next < last && from.applyAsLong(next) < atMillis) {
                leaving.computeIfAbsent(to.applyAsLong(next), key -> new ArrayList<>()).add(next);
                present.add(next++);
            }
            while (!leaving.isEmpty() && leaving.firstKey() < atMillis) {
                leaving.pollFirstEntry().getValue().forEach(present::remove);
            }
            return present;
        }
    }

    /** An alternative: a life that has lain somewhere since an instant, and the row of the place. */
    private record Lying(int life, long sinceMillis, int row) {}

    /** What lies on a desk just before an instant, in the order of lives. */
    private static List<Lying> lying(Desks.Desk desk, Sweep sweep, long atMillis) {
        List<Lying> lying = new ArrayList<>();
        sweep.at(atMillis).forEach(row -> lying.add(new Lying(desk.life()[row], desk.fromMillis()[row], row)));
        lying.sort(Comparator.comparingInt(Lying::life));
        return lying;
    }

    private static int indexOf(List<Lying> lying, int life) {
        return (int) lying.stream().takeWhile(one -> one.life() != life).count();
    }

    /** What is known of a decision before its menu is looked at. */
    private record Decision(
            Choice.Family family, int actor, int life, long atMillis, String origin, boolean pushed, boolean taken,
            boolean byTouch) {

        static Decision of(Choice.Family family, int actor, int life, long atMillis, String origin) {
            return new Decision(family, actor, life, atMillis, origin, false, false, false);
        }
    }

    /** Delivers the choices of a shard. */
    void deliver(int shard, int shards, Consumer<Choice> sink) {
        firstStarts(shard, shards, sink);
        for (int who = shard; who < journal.actorCount(); who += shards) {
            switches(who, sink);
        }
        claims(shard, shards, sink);
        begins(shard, shards, sink);
        for (int life = shard; life < lives.size(); life += shards) {
            if (lives.isProven(life) && !lives.isContainer(life) && lives.isOver(life)
                    && lives.startMillis(life) == Life.NEVER && !lives.isBornWorking(life)
                    && lives.phase(lives.lastStep(life)) == Phase.done) {
                sink.accept(without(Choice.Outcome.SKIPPED, Decision.of(Choice.Family.FIRST_START, -1, life,
                        lives.endMillis(life), lives.startOrigin(life, journal))));
            }
        }
    }

    private void firstStarts(int shard, int shards, Consumer<Choice> sink) {
        Desks.Starts starts = desks.starts();
        int ordinal = 0;
        for (int from = 0; from < starts.size(); ordinal++) {
            int actor = starts.actor()[from];
            int to = from + 1;
            while (to < starts.size() && starts.actor()[to] == actor) {
                to++;
            }
            if (ordinal % shards == shard) {
                Sweep sweep = Sweep.of(desks.ready(), actor);
                long before = Long.MIN_VALUE;
                for (int i = from; i < to; i++) {
                    int life = starts.life()[i];
                    long at = lives.startMillis(life);
                    boolean pushed = lives.isStartedByTouch(life) ? lives.isPushedTouch(life)
                            : isPushed(actor, at, lives.assigner(life), lives.assignedMillis(life));
                    List<Lying> menu = lying(desks.ready(), sweep, at);
                    sink.accept(choice(new Decision(Choice.Family.FIRST_START, actor, life, at,
                            lives.startOrigin(life, journal), pushed, isTaken(actor, life, at),
                            lives.isStartedByTouch(life)), menu, indexOf(menu, life), before));
                    before = at;
                }
            }
            from = to;
        }
    }

    /** Whether somebody else had assigned an item shortly before it was begun. */
    static boolean isPushed(int actor, long atMillis, int assigner, long assignedMillis) {
        return assigner >= 0 && assigner != actor && atMillis - assignedMillis <= PUSHED_WITHIN_MILLIS;
    }

    /** Whether an actor had taken an item out of what nobody owned shortly before. */
    private boolean isTaken(int actor, int life, long atMillis) {
        int claim = lives.claimOf(life);
        return claim >= 0 && lives.claimer(claim) == actor && lives.claimedMillis(claim) <= atMillis
                && atMillis - lives.claimedMillis(claim) <= TAKEN_WITHIN_MILLIS;
    }

    /** Follows one actor's recorded work from item to item, over what the actor owned before. */
    private void switches(int who, Consumer<Choice> sink) {
        Sweep sweep = Sweep.of(desks.open(), who);
        int current = -1;
        long before = Long.MIN_VALUE;
        for (int segment = timelines.firstOfActor(who); segment < timelines.firstOfActor(who + 1); segment++) {
            int life = timelines.life(segment);
            long at = timelines.fromMillis(segment);
            int step = lives.stepAt(life, at);
            if (life == current || step < 0 || lives.owner(step) != who || at > frame.asOfMillis()) {
                continue;
            }
            int last = lives.stepAt(life, at - 1);
            boolean taken = last >= 0 && lives.owner(last) == Life.NO_OWNER;
            if (current >= 0 && !taken) {
                Decision decision = Decision.of(Choice.Family.SWITCH, who, life, at, "");
                int left = current;
                List<Lying> menu = lying(desks.open(), sweep, at);
                menu.removeIf(one -> one.life() == left);
                sink.accept(timelines.isAmbiguous(segment) ? without(Choice.Outcome.OVERLAP, decision)
                        : choice(decision, menu, indexOf(menu, life), before));
                before = at;
            }
            current = life;
        }
    }

    private void claims(int shard, int shards, Consumer<Choice> sink) {
        Desks.Claims claims = desks.claims();
        int ordinal = 0;
        for (int from = 0; from < claims.size(); ordinal++) {
            int pool = claims.pool()[from];
            int to = from + 1;
            while (to < claims.size() && claims.pool()[to] == pool) {
                to++;
            }
            if (ordinal % shards == shard) {
                Sweep sweep = Sweep.of(desks.pooled(), pool);
                Map<Integer, Long> before = new HashMap<>();
                for (int i = from; i < to; i++) {
                    int claim = claims.claim()[i];
                    sink.accept(claim(pool, claim, lying(desks.pooled(), sweep, lives.claimedMillis(claim)),
                            before.getOrDefault(lives.claimer(claim), Long.MIN_VALUE)));
                    before.put(lives.claimer(claim), lives.claimedMillis(claim));
                }
            }
            from = to;
        }
    }

    private Choice claim(int pool, int claim, List<Lying> menu, long before) {
        int life = lives.claimedLife(claim);
        int actor = lives.claimer(claim);
        long at = lives.claimedMillis(claim);
        Decision decision = Decision.of(Choice.Family.POOL, actor, life, at, lives.claimOrigin(claim, journal));
        if (pool == Desks.NO_POOL) {
            return without(Choice.Outcome.NO_POOL, decision);
        }
        long classes = lives.classes(lives.stepAt(life, at - 1));
        boolean staffed = Desks.isTeams(pool) && pools.isStaffed(classes, at - 1);
        boolean eligible = staffed
                ? Arrays.binarySearch(pools.members(classes, at - 1), actor) >= 0
                : presence.wasActive(actor, pool, at - ACTIVE_MILLIS, at);
        return eligible ? choice(decision, menu, indexOf(menu, life), before)
                : without(Choice.Outcome.MISS, decision);
    }

    /** The beginnings of activities in process logs, out of what is scheduled of activities that one was at lately. */
    private void begins(int shard, int shards, Consumer<Choice> sink) {
        for (int from = 0; from < schedules.begins(); ) {
            int actor = schedules.actor(from);
            int to = from + 1;
            while (to < schedules.begins() && schedules.actor(to) == actor) {
                to++;
            }
            if (actor % shards == shard) {
                Map<Integer, Sweep> queues = new HashMap<>();
                long before = Long.MIN_VALUE;
                for (int begin = from; begin < to; begin++) {
                    sink.accept(begin(begin, queues, before));
                    before = schedules.atMillis(begin);
                }
            }
            from = to;
        }
    }

    private Choice begin(int begin, Map<Integer, Sweep> queues, long before) {
        int actor = schedules.actor(begin);
        long at = schedules.atMillis(begin);
        List<Lying> menu = new ArrayList<>();
        for (int activity : schedules.activities(actor, at - ACTIVE_MILLIS, at)) {
            Sweep queue = queues.computeIfAbsent(activity, key -> new Sweep(schedules.firstOf(key),
                    schedules.firstOf(key + 1), schedules::fromMillis, schedules::toMillis));
            queue.at(at).forEach(row -> menu.add(new Lying(schedules.life(row), schedules.fromMillis(row), row)));
        }
        menu.sort(Comparator.comparingInt(Lying::life).thenComparingInt(Lying::row));
        int instance = schedules.instance(begin);
        int chosen = (int) menu.stream().takeWhile(one -> one.row() != instance).count();
        return choice(Decision.of(Choice.Family.POOL, actor, schedules.beganLife(begin), at,
                schedules.origin(begin, journal)), menu, chosen, before);
    }

    private Choice without(Choice.Outcome outcome, Decision decision) {
        return new Choice(decision.family(), outcome, decision.actor(), team(decision), decision.atMillis(), false,
                decision.taken(), decision.byTouch(), -1, lives.key(decision.life()), lives.item(decision.life()),
                decision.origin(), frame.window().span().contains(decision.atMillis()), new int[0],
                new int[Dimension.values().length][0], new int[0], new byte[0], new long[0], Choice.Prospect.NONE,
                Choice.Standing.NONE);
    }

    /**
     * The choice of one of some alternatives.
     *
     * @param chosen the place of the chosen one; beyond the last where it is none of them
     * @param before when there was a choice of the same actor in the same place last
     */
    private Choice choice(Decision decision, List<Lying> menu, int chosen, long before) {
        if (decision.actor() < 0 || chosen >= menu.size()) {
            return without(Choice.Outcome.MISS, decision);
        }
        long at = decision.atMillis();
        int size = menu.size();
        int[] steps = new int[size];
        int[] items = new int[size];
        int[][] classes = new int[Dimension.values().length][size];
        int[] settled = new int[size];
        byte[] held = new byte[size];
        long[] age = new long[size];
        long[] since = new long[size];
        for (int column = 0; column < size; column++) {
            int life = menu.get(column).life();
            long lyingSince = menu.get(column).sinceMillis();
            int step = lives.stepAt(life, at - 1);
            if (step < 0) {
                throw new LawFailed("The menu rule", "an item is on a menu before it exists: item "
                        + lives.item(life));
            }
            steps[column] = step;
            items[column] = lives.item(life);
            for (int d = 0; d < classes.length; d++) {
                classes[d][column] = ClassTable.code(lives.classes(step), d);
            }
            settled[column] = ClassTable.code(lives.classes(lives.stepAt(life,
                    Math.max(lives.createdMillis(life), at - DAY_MILLIS))), PRIORITY);
            held[column] = (byte) (held(life, step, at)
                    | (lyingSince < before ? Choice.SEEN : 0)
                    | (column == chosen && relabelled(life, at) ? Choice.RELABELLED : 0));
            age[column] = at - lives.createdMillis(life);
            since[column] = availableMillis(life, lyingSince, at);
        }
        Choice.Prospect prospect = (attribute, column) -> prospects.of(attribute, decision.actor(),
                menu.get(column).life(), steps[column], since[column], at);
        return new Choice(decision.family(), Choice.Outcome.STARTED, decision.actor(), team(decision), at,
                decision.pushed(), decision.taken(), decision.byTouch(), chosen, lives.key(decision.life()),
                lives.item(decision.life()),
                decision.origin(), frame.window().span().contains(at), items, classes, settled, held, age, prospect,
                standing(orders.tableAt(at - 1)));
    }

    private int team(Decision decision) {
        return decision.actor() < 0 ? TeamWeek.NONE : pools.teamOf(decision.actor(), decision.atMillis());
    }

    private Choice.Standing standing(int table) {
        return new Choice.Standing() {
            @Override
            public Relation relation(int one, int other) {
                return orders.relation(table, one, other);
            }

            @Override
            public int rule(int one, int other) {
                return orders.rule(table, one, other);
            }
        };
    }

    /**
     * Since when an item could have been worked on: it came to lie there, or nothing blocked it any longer; what is
     * blocked just before could not have been at all.
     */
    private long availableMillis(int life, long lyingSinceMillis, long atMillis) {
        long since = lyingSinceMillis;
        for (int row = lives.firstBlocker(life); row < lives.firstBlocker(life + 1); row++) {
            int other = lives.lifeOf(lives.blocker(row));
            if (other >= 0 && other != life && lives.blockedFrom(row) < atMillis) {
                since = Math.max(since, openUntil(other, lives.blockedFrom(row), Math.min(atMillis,
                        lives.blockedTo(row))));
            }
        }
        return since;
    }

    /** The end of the last part of a span in which an item was open, or {@link Life#NEVER}. */
    private long openUntil(int life, long fromMillis, long toMillis) {
        long until = toMillis;
        for (int step = lives.stepAt(life, toMillis - 1); step >= lives.firstStep(life) && until > fromMillis; step--) {
            if (!lives.phase(step).isOver()) {
                return until;
            }
            until = lives.atMillis(step);
        }
        return Life.NEVER;
    }

    private byte held(int life, int step, long at) {
        int bits = lives.isContainer(life) ? Choice.CONTAINER : 0;
        bits |= builder.blockedAt(life, at - 1) ? Choice.BLOCKED : 0;
        bits |= lives.isParkedAt(life, step, at - 1) ? Choice.PARKED : 0;
        bits |= lives.isUntouchedAt(life, at - 1) ? Choice.STALE : 0;
        boolean begun = lives.startMillis(life) != Life.NEVER && lives.startMillis(life) < at;
        bits |= begun || lives.isBornWorking(life) ? Choice.BEGUN : 0;
        return (byte) bits;
    }

    /** Whether the class of priority of an item changed within a day of an instant. */
    private boolean relabelled(int life, long at) {
        for (int step = lives.firstStep(life) + 1; step <= lives.lastStep(life); step++) {
            boolean near = Math.abs(lives.atMillis(step) - at) <= DAY_MILLIS;
            if (near && ClassTable.code(lives.classes(step), PRIORITY)
                    != ClassTable.code(lives.classes(step - 1), PRIORITY)) {
                return true;
            }
        }
        return false;
    }
}
