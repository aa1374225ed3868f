package org.desireline.part;

import java.util.List;
import java.util.function.Consumer;
import org.desireline.charter.Membership;
import org.desireline.journal.Journal;
import org.desireline.time.Spans;
import org.jspecify.annotations.Nullable;

/**
 * An assembled journal: delivers parts of either grain, in shards, any number of times. Immutable once built, so that
 * several threads may read it.
 */
public final class Assembly {

    private static final double LEAST_SESSIONS = 0.01;

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
     * @param membership which declared class each item belonged to
     * @param schedules what could be begun in process logs
     * @param pledges what was promised of items
     * @param decisions what came up for decision
     * @param rights who may decide what
     * @param undertakings what was committed to and decided
     */
    record Ground(
            Journal journal,
            Lives lives,
            WorkRecords records,
            Desks desks,
            Spans calendar,
            Orders orders,
            Pools pools,
            Membership membership,
            Schedules schedules,
            Pledges pledges,
            Decisions decisions,
            Rights rights,
            Undertakings undertakings) {}

    private final Ground ground;
    private final Journal journal;
    private final Frame frame;
    private final Lives lives;
    private final Timelines timelines;
    private final TraceBuilder builder;
    private @Nullable Menus menus;
    private @Nullable Weeks weeks;
    private @Nullable Areas areas;

    private Assembly(Ground ground, Frame frame, Timelines timelines, StartRepair repair) {
        this.ground = ground;
        this.journal = ground.journal();
        this.frame = frame;
        this.lives = ground.lives();
        this.timelines = timelines;
        Frame.Work work = frame.facts().work();
        long gap = (work.hasSessions() ? work.sessions() : Sessions.USUAL).gapMillis();
        this.builder = new TraceBuilder(ground, frame, timelines,
                new Workloads(timelines, lives, ground.orders(), ground.calendar(), journal.actorCount(), gap), repair);
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

    /** Delivers the choices of a shard. */
    public void choices(int shard, int shards, Consumer<Choice> sink) {
        menus().deliver(shard, shards, sink);
    }

    /** Delivers the weeks of the actors of a shard. */
    public void actorWeeks(int shard, int shards, Consumer<ActorWeek> sink) {
        weeks().actors(shard, shards, sink);
    }

    /** Delivers the weeks of the teams of a shard, and of the whole organisation. */
    public void teamWeeks(int shard, int shards, Consumer<TeamWeek> sink) {
        weeks().teams(shard, shards, sink);
    }

    /** Delivers the promises of a shard. */
    public void promises(int shard, int shards, Consumer<Promise> sink) {
        int ofItems = ground.pledges().size();
        for (int i = shard; i < ofItems + ground.undertakings().size(); i += shards) {
            Promise promise = i < ofItems
                    ? ground.pledges().promise(i, journal, lives, ground.pools(), frame.window())
                    : ground.undertakings().promise(i - ofItems, lives, frame.classes(), frame.window(),
                            frame.asOfMillis());
            if (promise != null) {
                sink.accept(promise);
            }
        }
    }

    /** Delivers the decisions of a shard. */
    public void decisions(int shard, int shards, Consumer<Decision> sink) {
        for (int i = shard; i < ground.decisions().size(); i += shards) {
            sink.accept(ground.decisions().decision(i, ground, frame, weeks()));
        }
    }

    /** Delivers the clauses of a shard: what the charters say that are set beside one another. */
    public void clauses(int shard, int shards, Consumer<Clause> sink) {
        List<Clause> all = Clauses.of(frame, lives);
        for (int i = shard; i < all.size(); i += shards) {
            sink.accept(all.get(i));
        }
    }

    /** The commitments and decisions that were declared, and what became of each: by kind, then by id. */
    public List<Followed> followed() {
        return ground.undertakings().followed(lives, frame.classes(), frame.window(), frame.asOfMillis());
    }

    /** Delivers the parts of one grain in a shard. */
    public <P extends Part> void parts(Class<P> grain, int shard, int shards, Consumer<? super P> sink) {
        if (grain == Trace.class) {
            traces(shard, shards, part -> sink.accept(grain.cast(part)));
        } else if (grain == Choice.class) {
            choices(shard, shards, part -> sink.accept(grain.cast(part)));
        } else if (grain == ActorWeek.class) {
            actorWeeks(shard, shards, part -> sink.accept(grain.cast(part)));
        } else if (grain == TeamWeek.class) {
            teamWeeks(shard, shards, part -> sink.accept(grain.cast(part)));
        } else if (grain == Promise.class) {
            promises(shard, shards, part -> sink.accept(grain.cast(part)));
        } else if (grain == Decision.class) {
            decisions(shard, shards, part -> sink.accept(grain.cast(part)));
        } else if (grain == Clause.class) {
            clauses(shard, shards, part -> sink.accept(grain.cast(part)));
        } else if (grain == AreaWeek.class) {
            areas().weeks(shard, shards, part -> sink.accept(grain.cast(part)));
        } else if (grain == AreaStock.class) {
            areas().stocks(shard, shards, part -> sink.accept(grain.cast(part)));
        } else {
            throw new IllegalArgumentException(grain.getSimpleName() + " is no grain. Perhaps an instrument names"
                    + " the kind of its parts among its grains.");
        }
    }

    /** What choices are made of; made when the first shard asks for it. */
    private synchronized Menus menus() {
        Menus known = menus;
        if (known == null) {
            known = new Menus(ground, frame, timelines, builder);
            menus = known;
        }
        return known;
    }

    /** What weeks are made of; made when the first shard asks for it. */
    private synchronized Weeks weeks() {
        Weeks known = weeks;
        if (known == null) {
            known = new Weeks(ground, frame, timelines);
            weeks = known;
        }
        return known;
    }

    /** What was done and what lay in areas; made when the first shard asks for it. */
    private synchronized Areas areas() {
        Areas known = areas;
        if (known == null) {
            known = new Areas(ground, frame, weeks(), timelines);
            areas = known;
        }
        return known;
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
