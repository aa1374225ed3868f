package org.desireline.part;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;

/**
 * What lay where to be started: on each actor's desk, owned and not started, or owned and open to be worked on; in each
 * pool, owned by nobody. Beside it, what was started and taken. Columns, in the order of actors or pools and then of
 * time. Seen by the assembler only. Cost: {@code n log n} in spans; 24 bytes a span, 8 a start, 12 a claim.
 */
final class Desks {

    private final Lives lives;
    private Desk ready = new Desk(new int[0], new int[0], new long[0], new long[0]);
    private Desk open = new Desk(new int[0], new int[0], new long[0], new long[0]);
    private Desk pools = new Desk(new int[0], new int[0], new long[0], new long[0]);
    private Starts starts = new Starts(new int[0], new int[0]);
    private Claims claims = new Claims(new int[0], new int[0]);

    /**
     * First starts in the order of actors, instants and lives.
     *
     * @param actor number of the actor, or -1
     * @param life life index
     */
    record Starts(int[] actor, int[] life) {

        int size() {
            return actor.length;
        }
    }

    /**
     * Rows in the order of actors, instants and lives.
     *
     * @param actor number of the actor, or -1; of a pool where the rows are pools'
     * @param life life index
     * @param fromMillis first instant
     * @param toMillis first instant after
     */
    record Desk(int[] actor, int[] life, long[] fromMillis, long[] toMillis) {

        int size() {
            return actor.length;
        }

        /** The first row of an actor, or of the next one there is. */
        int firstOf(int who) {
            int low = 0;
            int high = actor.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (actor[middle] < who) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /**
     * Claims in the order of pools, instants and lives.
     *
     * @param pool number of the pool, or {@link #NO_POOL}
     * @param claim row of the claim
     */
    record Claims(int[] pool, int[] claim) {

        int size() {
            return pool.length;
        }
    }

    /** What nobody owns lies in no pool where neither its team nor its component has a name. */
    static final int NO_POOL = -1;

    private static final int TEAM = Dimension.TEAM.ordinal();
    private static final int COMPONENT = Dimension.COMPONENT.ordinal();
    private static final int FIRST_TEAM = 1 << 8;

    private final ClassTable classes;

    Desks(Lives lives, ClassTable classes) {
        this.lives = lives;
        this.classes = classes;
        desks();
        pools();
    }

    /** The pool of an unowned item: that of its team where it has one, else of its component. */
    int pool(int step) {
        int team = teamPool(step);
        return team != NO_POOL ? team : componentPool(step);
    }

    /** The pool of the team of an item, or {@link #NO_POOL}. */
    int teamPool(int step) {
        int team = ClassTable.code(lives.classes(step), TEAM);
        return team < classes.named(Dimension.TEAM) ? FIRST_TEAM + team : NO_POOL;
    }

    /** The pool of the component of an item, or {@link #NO_POOL}. */
    int componentPool(int step) {
        int component = ClassTable.code(lives.classes(step), COMPONENT);
        return component < classes.named(Dimension.COMPONENT) ? component : NO_POOL;
    }

    /** Whether a pool is a team's; else it is a component's. */
    static boolean isTeams(int pool) {
        return pool >= FIRST_TEAM;
    }

    private void desks() {
        DeskBuilder lying = new DeskBuilder();
        DeskBuilder begun = new DeskBuilder();
        DeskBuilder workable = new DeskBuilder();
        for (int life = 0; life < lives.size(); life++) {
            addReady(life, lying);
            add(life, lives.endMillis(life), step -> lives.owner(step) >= 0 && (lives.phase(step).isReady()
                    || lives.phase(step) == Phase.working), lives::owner, workable);
            if (lives.startMillis(life) != Life.NEVER && !isBegunAsNobodys(life)) {
                int who = lives.starter(life) >= 0 ? lives.starter(life) : ownerBefore(life);
                begun.add(who, life, lives.startMillis(life), lives.startMillis(life));
            }
        }
        ready = lying.desk();
        open = workable.desk();
        Desk begins = begun.desk();
        starts = new Starts(begins.actor(), begins.life());
    }

    /** Whether an activity of a process log began it while nobody had it: it was taken from where all can see it. */
    private boolean isBegunAsNobodys(int life) {
        int step = lives.stepAt(life, lives.startMillis(life) - 1);
        return lives.isStartedByActivity(life) && (step < 0 || lives.owner(step) == Life.NO_OWNER);
    }

    private int ownerBefore(int life) {
        int step = lives.stepAt(life, lives.startMillis(life) - 1);
        return step < 0 ? -1 : Math.max(-1, lives.owner(step));
    }

    private void addReady(int life, DeskBuilder lying) {
        add(life, untilStarted(life), step -> lives.owner(step) >= 0 && lives.phase(step).isReady(), lives::owner,
                lying);
    }

    private long untilStarted(int life) {
        return lives.startMillis(life) == Life.NEVER ? lives.endMillis(life) : lives.startMillis(life);
    }

    private void pools() {
        DeskBuilder lying = new DeskBuilder();
        for (int life = 0; life < lives.size(); life++) {
            add(life, untilStarted(life), step -> lives.owner(step) == Life.NO_OWNER && lives.phase(step).isReady()
                    && pool(step) != NO_POOL, this::pool, lying);
        }
        pools = lying.desk();
        int[] pool = new int[lives.claims()];
        for (int claim = 0; claim < pool.length; claim++) {
            int step = lives.stepAt(lives.claimedLife(claim), lives.claimedMillis(claim) - 1);
            pool[claim] = step < 0 ? NO_POOL : pool(step);
        }
        int[] order = Columns.sorted(pool.length, (a, b) -> pool[a] != pool[b] ? Integer.compare(pool[a], pool[b])
                : Long.compare(lives.claimedMillis(a), lives.claimedMillis(b)));
        claims = new Claims(IntStream.of(order).map(claim -> pool[claim]).toArray(), order);
    }

    /** Adds the spans in which an item lies somewhere; steps that follow one another in one place are one span. */
    private void add(int life, long until, IntPredicate lies, IntUnaryOperator place, DeskBuilder lying) {
        int where = -1;
        long since = 0;
        long last = Long.MIN_VALUE;
        for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
            long from = lives.atMillis(step);
            long to = Math.min(until, lives.untilMillis(life, step));
            if (from >= to || !lies.test(step)) {
                continue;
            }
            int here = place.applyAsInt(step);
            if (where != here || last != from) {
                if (where >= 0) {
                    lying.add(where, life, since, last);
                }
                where = here;
                since = from;
            }
            last = to;
        }
        if (where >= 0) {
            lying.add(where, life, since, last);
        }
    }

    /** Collects rows, then puts them in order; rows of one actor and instant keep the order of lives. */
    private static final class DeskBuilder {

        private final Columns.Ints actor = new Columns.Ints();
        private final Columns.Ints life = new Columns.Ints();
        private final Columns.Longs from = new Columns.Longs();
        private final Columns.Longs to = new Columns.Longs();

        void add(int who, int which, long fromMillis, long toMillis) {
            actor.add(who);
            life.add(which);
            from.add(fromMillis);
            to.add(toMillis);
        }

        Desk desk() {
            int[] order = Columns.sorted(actor.size(), (a, b) -> actor.get(a) != actor.get(b)
                    ? Integer.compare(actor.get(a), actor.get(b)) : Long.compare(from.get(a), from.get(b)));
            int n = order.length;
            Desk desk = new Desk(new int[n], new int[n], new long[n], new long[n]);
            for (int i = 0; i < n; i++) {
                desk.actor[i] = actor.get(order[i]);
                desk.life[i] = life.get(order[i]);
                desk.fromMillis[i] = from.get(order[i]);
                desk.toMillis[i] = to.get(order[i]);
            }
            return desk;
        }
    }

    /** Spans during which items lay unstarted and open on their owners' desks. */
    Desk ready() {
        return ready;
    }

    /** Spans during which items lay open on their owners' desks, begun or not, and could be worked on. */
    Desk open() {
        return open;
    }

    /** Spans during which items that nobody owned lay unstarted and open in a pool. */
    Desk pooled() {
        return pools;
    }

    /** Claims. */
    Claims claims() {
        return claims;
    }

    /** First starts. */
    Starts starts() {
        return starts;
    }
}
