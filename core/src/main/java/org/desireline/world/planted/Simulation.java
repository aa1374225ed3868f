package org.desireline.world.planted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.desireline.time.Spans;
import org.desireline.number.Keyed;
import org.desireline.world.World;
import org.desireline.world.planted.Job.Party;
import org.jspecify.annotations.Nullable;

/**
 * Lives a planted organisation from event to event. Whoever is free picks a piece of work from what is theirs and can
 * be worked on, by a conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974)
 * over importance, ease and what was in hand last; where items wait to be taken by anybody of the team, they are
 * weighed beside them; works at it for a while, until the item or the day is over; is sometimes drawn aside by what no
 * tracker holds; and picks again.
 */
final class Simulation {

    private static final double HOUR = Arrivals.HOUR;
    private static final double MINUTE = HOUR / 60;
    private static final double CHUNK_MILLIS = 2.5 * HOUR;
    private static final double INVISIBLE_SHARE = 0.25;
    private static final double INVISIBLE_MILLIS = HOUR;
    private static final double REWORK_SHARE = 0.15;
    /** What is left to do of an item that a review sent back, as a share of its size. */
    private static final double REWORK_SIZE = 0.25;
    /** Of the items not done in one piece; a tenth of all. */
    private static final double BLOCK_SHARE = 0.13;
    private static final double BLOCK_MILLIS = 16 * HOUR;
    private static final double HIDDEN_MILLIS = 60 * HOUR;
    /** At least sixteen minutes before an empty desk's next item: a start at once looks as if it had been ordered. */
    private static final double SHORTEST_PAUSE_MILLIS = 16 * MINUTE;
    private static final double PAUSE_MILLIS = 15 * MINUTE;
    private static final long WEEK_MILLIS = (long) (7 * 24 * HOUR);
    /** From Monday's midnight to the end of a record. */
    private static final long LAST_DAYS_MILLIS = (long) ((4 * 24 + 16) * HOUR);
    private static final long ORDERED_MILLIS = (long) (5 * MINUTE);
    private static final double DISPATCHED_SHARE = 0.5;
    /** From putting one's name on an item to beginning it. */
    private static final long TAKEN_MILLIS = (long) MINUTE;

    private final Keyed keyed;
    private final Plan plan;
    private final Staff staff;
    private final long endMillis;
    private final List<Job> jobs;
    private final List<Desk> desks = new ArrayList<>();
    /** By team, what waits for the dispatcher. */
    private final List<List<Job>> pools = new ArrayList<>();
    /** By team, what waits to be taken. */
    private final List<List<Job>> untaken = new ArrayList<>();
    private final Notes notes = new Notes();
    private final Vows vows;
    /** From when on the last area is deserted. */
    private final long desertedMillis;
    private final Spans frozen;
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMillis).thenComparingLong(Due::order));
    private long planned;

    private record Due(long atMillis, long order, Runnable deed) {
    }

    /** What somebody has before them. */
    private static final class Desk {
        final List<Job> mine = new ArrayList<>();
        final double importance;
        @Nullable Job last;
        boolean busy;
        /** Whether anything was ever worked on. */
        boolean isWarm;
        long picks;
        long pauses;
        long occasions;

        Desk(double importance) {
            this.importance = importance;
        }
    }

    /**
     * What was lived.
     *
     * @param picks the choices that people made of their own, in the order of time
     * @param importance by person, the weight of importance
     * @param vows the days that were promised
     */
    record Lived(List<Pick> picks, List<Double> importance, List<Vow> vows) {}

    Simulation(Keyed keyed, Plan plan, Staff staff, Spans frozen, List<Job> jobs, long endMillis) {
        this.keyed = keyed;
        this.plan = plan;
        this.staff = staff;
        this.frozen = frozen;
        this.jobs = jobs;
        this.endMillis = endMillis;
        this.vows = new Vows(keyed, plan.neglect(), staff, this::plan, this::clear);
        // Whole weeks and the days of the last one, which ends on a Friday.
        this.desertedMillis = plan.neglect().desertedWeeks() == 0 ? Long.MAX_VALUE
                : endMillis - plan.neglect().desertedWeeks() * WEEK_MILLIS - LAST_DAYS_MILLIS;
        for (int person = 0; person < staff.people().size(); person++) {
            double own = plan.spread() == 0 ? 0 : plan.spread() * keyed.normal(Draw.TASTE.stream(), person, 0);
            desks.add(new Desk(plan.tasteOf(staff.teamOf(person)).important() + own));
        }
        for (int team = 0; team < staff.teams(); team++) {
            pools.add(new ArrayList<>());
            untaken.add(new ArrayList<>());
        }
    }

    /** Lives it to the end. */
    Lived live() {
        for (Job job : jobs) {
            plan(job.createdMillis, () -> arrive(job));
        }
        for (Due due = agenda.poll(); due != null; due = agenda.poll()) {
            due.deed().run();
        }
        return new Lived(notes.picks(), desks.stream().map(desk -> desk.importance).toList(),
                vows.made());
    }

    private void plan(long atMillis, Runnable deed) {
        if (atMillis < endMillis) {
            agenda.add(new Due(atMillis, planned++, deed));
        }
    }

    private boolean happens(Draw draw, double share, Job job, long counter) {
        return share > 0 && keyed.uniform(draw.stream(), job.number, counter) < share;
    }

    private void arrive(Job job) {
        Spans week = staff.week(job.team());
        boolean orphan = plan.orphanHours() > 0 && job.area == staff.areas() - 1;
        if (happens(Draw.PUSHED, plan.pushedShare(), job, 0)) {
            pools.get(job.team()).add(job);
            wake(anybody(Draw.DISPATCH, job), job.createdMillis);
        } else if (happens(Draw.POOLED, plan.layout().pooledShare(), job, 0)) {
            job.isPooled = true;
            untaken.get(job.team()).add(job);
            for (int which = 0; which < staff.members(); which++) {
                wake(staff.member(job.team(), which), job.createdMillis);
            }
        } else if (orphan) {
            double wait = keyed.exponential(plan.orphanHours() * HOUR, Draw.ASSIGN.stream(), job.number, 0);
            handOut(job, week.after(job.createdMillis + Arrivals.seconds(wait), 0));
        } else {
            double wait = keyed.exponential(plan.assignHours() * HOUR, Draw.ASSIGN.stream(), job.number, 0);
            handOut(job, week.after(job.createdMillis, Arrivals.seconds(wait)));
        }
    }

    private int anybody(Draw draw, Job job) {
        return staff.member(job.team(), (int) (keyed.uniform(draw.stream(), job.number, 0) * staff.members()));
    }

    private void handOut(Job job, long at) {
        int owner = anybody(Draw.OWNER, job);
        plan(at, () -> {
            if (isDeserted(job, at)) {
                return;
            }
            own(job, owner, at);
            double hidden = plan.hiddenShare() * Scale.importance(job.rank());
            if (happens(Draw.HIDDEN, hidden, job, 0)) {
                job.move(at, Party.UNSEEN, World.NOBODY);
                double wait = keyed.exponential(HIDDEN_MILLIS, Draw.HIDDEN.stream(), job.number, 1);
                long free = staff.week(job.team()).after(at, Arrivals.seconds(wait));
                plan(free, () -> {
                    job.move(free, Party.OWNER, owner);
                    wake(owner, free);
                });
            }
            wake(owner, at);
        });
    }

    private void own(Job job, int owner, long at) {
        job.owner = owner;
        job.move(at, Party.OWNER, owner);
        desks.get(owner).mine.add(job);
        vows.owned(job, at);
    }

    private boolean isDeserted(Job job, long at) {
        return at >= desertedMillis && job.area == staff.areas() - 1;
    }

    /** Takes an item off its owner's desk, unless somebody sits at it, or it waits for others. */
    private boolean clear(Job job) {
        Desk desk = desks.get(job.owner);
        if (!desk.mine.contains(job) || !job.isReady() || (desk.busy && desk.last == job)) {
            return false;
        }
        desk.mine.remove(job);
        desk.last = desk.last == job ? null : desk.last;
        return true;
    }

    private void wake(int person, long at) {
        Desk desk = desks.get(person);
        if (!desk.busy) {
            double pause = SHORTEST_PAUSE_MILLIS
                    + keyed.exponential(PAUSE_MILLIS, Draw.PAUSE.stream(), person, desk.pauses++);
            long next = staff.hours(person).after(at, Arrivals.seconds(pause));
            plan(next, () -> decide(person, next));
        }
    }

    private void decide(int person, long at) {
        Desk desk = desks.get(person);
        if (desk.busy) {
            return;
        }
        Job ordered = dispatched(person, at);
        if (ordered != null) {
            own(ordered, person, at);
            sit(person, ordered, staff.hours(person).after(at, ORDERED_MILLIS));
            return;
        }
        List<Job> mine = desk.mine.stream().filter(job -> job.isReady() && !isDeserted(job, at)).toList();
        List<Job> ready = new ArrayList<>(mine);
        ready.addAll(untaken.get(staff.teamOf(person)));
        if (ready.isEmpty()) {
            return;
        }
        Job job = ready.get(pick(person, desk, ready));
        boolean excepted = false;
        if (!job.started()) {
            boolean fromPool = job.isUntaken();
            List<Job> menu = ready.stream().filter(one -> !one.started() && one.isUntaken() == fromPool).toList();
            excepted = isOccasion(job, menu, at);
            job = excepted ? heed(person, desk, menu) : job;
            notes.begins(person, job, menu, at, excepted);
        }
        if (!job.isUntaken() && desk.isWarm && job != desk.last) {
            notes.turns(person, desk.last, job, mine, at, excepted);
        }
        take(person, job, at);
    }

    private void take(int person, Job job, long at) {
        if (job.isUntaken()) {
            untaken.get(job.team()).remove(job);
            own(job, person, at);
            sit(person, job, staff.hours(person).after(at, TAKEN_MILLIS));
        } else if (!job.started() && job.rank() > 0 && happens(Draw.RELABELLED, plan.relabelledShare(), job, 0)) {
            job.labels.add(new Job.Label(at, Math.max(0, job.rank() - 2)));
            sit(person, job, staff.hours(person).after(at, ORDERED_MILLIS));
        } else {
            sit(person, job, at);
        }
    }

    /** Whether the declared exception has something to say of a start. */
    private boolean isOccasion(Job job, List<Job> menu, long at) {
        Tradeoff rule = plan.tradeoff();
        return rule != null && !job.isUntaken() && (job.rank() == rule.prefer() || job.rank() == rule.over())
                && frozen.contains(at)
                && menu.stream().anyMatch(one -> one.rank() == rule.prefer())
                && menu.stream().anyMatch(one -> one.rank() == rule.over());
    }

    /** What is begun where the exception applies: by the rule in a share of the occasions, else by the order. */
    private Job heed(int person, Desk desk, List<Job> menu) {
        Tradeoff rule = Objects.requireNonNull(plan.tradeoff());
        boolean kept = keyed.uniform(Draw.HEED.stream(), person, desk.occasions++) < rule.kept();
        List<Job> allowed = menu.stream().filter(job -> job.rank() == (kept ? rule.prefer() : rule.over())).toList();
        return allowed.get(pick(person, desk, allowed));
    }

    /** The most important item of the team's pool, where this decision is the dispatcher's. */
    private @Nullable Job dispatched(int person, long at) {
        Desk desk = desks.get(person);
        List<Job> pool = pools.get(staff.teamOf(person));
        boolean asks = !pool.isEmpty() && (desk.mine.isEmpty()
                || keyed.uniform(Draw.DISPATCH.stream(), -1 - person, at) < DISPATCHED_SHARE);
        if (!asks) {
            return null;
        }
        Job job = pool.stream().min(Comparator.<Job>comparingInt(Job::rank).thenComparingInt(one -> one.number))
                .orElseThrow();
        pool.remove(job);
        return job;
    }

    private int pick(int person, Desk desk, List<Job> ready) {
        double[] weights = new double[ready.size()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            Job job = ready.get(i);
            weights[i] = desk.importance * Scale.importance(job.rank()) / Scale.IMPORTANCE_SD
                    + plan.tasteOf(staff.teamOf(person)).fast() * Scale.ease(job.sizeMillis)
                    + (job == desk.last ? plan.stay() : 0);
            largest = Math.max(largest, weights[i]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(weights[i] - largest);
        }
        return keyed.categorical(weights, Draw.PICK.stream(), person, desk.picks++);
    }

    private void sit(int person, Job job, long at) {
        Desk desk = desks.get(person);
        desk.busy = true;
        desk.isWarm = true;
        desk.last = job;
        if (at >= endMillis) {
            return;
        }
        Spans hours = staff.hours(person);
        long length = Arrivals.seconds(keyed.exponential(CHUNK_MILLIS, Draw.CHUNK.stream(), person, desk.picks++));
        long left = Arrivals.seconds(job.leftMillis);
        long until = Math.min(at + Math.min(length, left), hours.nextChange(at));
        job.sittings.add(new Sitting(person, job, at, Math.min(until, endMillis)));
        plan(until, () -> getUp(person, job, until - at, until));
    }

    private void getUp(int person, Job job, long worked, long at) {
        Desk desk = desks.get(person);
        job.leftMillis -= worked;
        boolean over = job.leftMillis < 1;
        if (over) {
            desk.mine.remove(job);
            desk.last = null;
            review(job, at);
        } else if (job.sittings.size() == 1 && !job.wasBlocked && happens(Draw.BLOCK, BLOCK_SHARE, job, 0)) {
            block(job, at);
        }
        long aside = 0;
        if (keyed.uniform(Draw.INVISIBLE.stream(), person, desk.picks) < INVISIBLE_SHARE) {
            aside = Arrivals.seconds(keyed.exponential(INVISIBLE_MILLIS, Draw.ASIDE.stream(), person, desk.picks));
        }
        long next = staff.hours(person).after(at, aside);
        plan(next, () -> {
            desk.busy = false;
            decide(person, next);
        });
    }

    private void block(Job job, long at) {
        job.wasBlocked = true;
        desks.get(job.owner).mine.remove(job);
        job.move(at, Party.OTHERS, World.NOBODY);
        double wait = keyed.exponential(BLOCK_MILLIS, Draw.BLOCKED.stream(), job.number, 0);
        long free = staff.week(job.team()).after(at, Arrivals.seconds(wait));
        plan(free, () -> comeBack(job, free));
    }

    private void review(Job job, long at) {
        int step = 1 + (int) (keyed.uniform(Draw.REVIEWER.stream(), job.number, job.reviews) * (staff.members() - 1));
        int reviewer = staff.member(job.team(), (job.owner % staff.members() + step) % staff.members());
        job.move(at, Party.REVIEWER, reviewer);
        double wait = keyed.exponential(plan.reviewHoursOf(job.team()) * HOUR, Draw.ANSWER.stream(), job.number,
                job.reviews);
        long answered = staff.week(job.team()).after(at, Arrivals.seconds(wait));
        int review = job.reviews++;
        plan(answered, () -> {
            if (isDeserted(job, answered)) {
                return;
            }
            if (happens(Draw.REWORK, REWORK_SHARE, job, review)) {
                job.leftMillis = Arrivals.seconds(REWORK_SIZE * job.sizeMillis);
                comeBack(job, answered);
            } else {
                job.move(answered, Party.OVER, World.NOBODY);
            }
        });
    }

    private void comeBack(Job job, long at) {
        job.move(at, Party.OWNER, job.owner);
        desks.get(job.owner).mine.add(job);
        wake(job.owner, at);
    }
}
