package org.desireline.world.planted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.desireline.time.Spans;
import org.desireline.world.Keyed;
import org.desireline.world.World;
import org.desireline.world.planted.Job.Party;
import org.jspecify.annotations.Nullable;

/**
 * Lives a planted organisation from event to event. Whoever is free picks a piece of work from what is theirs and can
 * be worked on, by a conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974)
 * over importance, ease and what was in hand last; works at it for a while, until the item or the day is over; is
 * sometimes drawn aside by what no tracker holds; and picks again.
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
    private static final long ORDERED_MILLIS = (long) (5 * MINUTE);
    private static final double DISPATCHED_SHARE = 0.5;

    private final Keyed keyed;
    private final Plan plan;
    private final Staff staff;
    private final long endMillis;
    private final List<Job> jobs;
    private final List<Desk> desks = new ArrayList<>();
    private final List<List<Job>> pools = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMillis).thenComparingLong(Due::order));
    private final double importanceSd;
    private long planned;

    private record Due(long atMillis, long order, Runnable deed) {
    }

    /** What somebody has before them. */
    private static final class Desk {
        final List<Job> mine = new ArrayList<>();
        final double importance;
        @Nullable Job last;
        boolean busy;
        long picks;
        long pauses;

        Desk(double importance) {
            this.importance = importance;
        }
    }

    Simulation(Keyed keyed, Plan plan, Staff staff, List<Job> jobs, long endMillis) {
        this.keyed = keyed;
        this.plan = plan;
        this.staff = staff;
        this.jobs = jobs;
        this.endMillis = endMillis;
        for (int person = 0; person < Staff.PEOPLE; person++) {
            double own = plan.spread() == 0 ? 0 : plan.spread() * keyed.normal(Draw.TASTE.stream(), person, 0);
            desks.add(new Desk(plan.taste().important() + own));
        }
        for (int team = 0; team < Staff.TEAMS; team++) {
            pools.add(new ArrayList<>());
        }
        double mean = 0;
        double square = 0;
        for (int rank = 0; rank < Arrivals.CLASS_WEIGHTS.length; rank++) {
            double share = Arrivals.CLASS_WEIGHTS[rank];
            mean += share * importance(rank);
            square += share * importance(rank) * importance(rank);
        }
        importanceSd = StrictMath.sqrt(square - mean * mean);
    }

    private static double importance(int rank) {
        return 1 - rank / (double) (Plan.CLASSES.size() - 1);
    }

    /** Lives it to the end. */
    List<Start> live() {
        for (Job job : jobs) {
            plan(job.createdMillis, () -> arrive(job));
        }
        for (Due due = agenda.poll(); due != null; due = agenda.poll()) {
            due.deed().run();
        }
        return starts;
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
        boolean orphan = plan.orphanHours() > 0 && job.area == Staff.TEAMS * Staff.AREAS - 1;
        if (happens(Draw.PUSHED, plan.pushedShare(), job, 0)) {
            pools.get(job.team()).add(job);
            int idle = job.team() * Staff.MEMBERS + (int) (keyed.uniform(Draw.DISPATCH.stream(), job.number, 0)
                    * Staff.MEMBERS);
            wake(idle, job.createdMillis);
        } else if (orphan) {
            double wait = keyed.exponential(plan.orphanHours() * HOUR, Draw.ASSIGN.stream(), job.number, 0);
            handOut(job, week.after(job.createdMillis + Arrivals.seconds(wait), 0));
        } else {
            double wait = keyed.exponential(plan.assignHours() * HOUR, Draw.ASSIGN.stream(), job.number, 0);
            handOut(job, week.after(job.createdMillis, Arrivals.seconds(wait)));
        }
    }

    private void handOut(Job job, long at) {
        int owner = job.team() * Staff.MEMBERS
                + (int) (keyed.uniform(Draw.OWNER.stream(), job.number, 0) * Staff.MEMBERS);
        plan(at, () -> {
            own(job, owner, at);
            double hidden = plan.hiddenShare() * importance(job.rank());
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
        List<Job> ready = desk.mine.stream().filter(Job::isReady).toList();
        if (ready.isEmpty()) {
            return;
        }
        Job job = ready.get(pick(person, desk, ready));
        if (!job.started()) {
            note(job, ready, at);
        }
        if (!job.started() && job.rank() > 0 && happens(Draw.RELABELLED, plan.relabelledShare(), job, 0)) {
            job.labels.add(new Job.Label(at, Math.max(0, job.rank() - 2)));
            sit(person, job, staff.hours(person).after(at, ORDERED_MILLIS));
        } else {
            sit(person, job, at);
        }
    }

    /** The most important item of the team's pool, where this decision is the dispatcher's. */
    private @Nullable Job dispatched(int person, long at) {
        Desk desk = desks.get(person);
        List<Job> pool = pools.get(Staff.teamOf(person));
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
            double ease = -StrictMath.log(job.sizeMillis / Arrivals.MEAN_SIZE_MILLIS) / Arrivals.SIZE_SIGMA;
            weights[i] = desk.importance * importance(job.rank()) / importanceSd + plan.taste().fast() * ease
                    + (job == desk.last ? plan.stay() : 0);
            largest = Math.max(largest, weights[i]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(weights[i] - largest);
        }
        return keyed.categorical(weights, Draw.PICK.stream(), person, desk.picks++);
    }

    /** Keeps a first start for the truth of the pull index: what of what was not begun yet stood above what was. */
    private void note(Job chosen, List<Job> ready, long at) {
        List<Job> menu = ready.stream().filter(job -> !job.started()).toList();
        int best = menu.stream().mapToInt(Job::rank).min().orElseThrow();
        long below = menu.stream().filter(job -> job.rank() > best).count();
        if (below > 0) {
            starts.add(new Start(at, chosen.rank() > best, below / (double) menu.size()));
        }
    }

    private void sit(int person, Job job, long at) {
        Desk desk = desks.get(person);
        desk.busy = true;
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
        int step = 1 + (int) (keyed.uniform(Draw.REVIEWER.stream(), job.number, job.reviews) * (Staff.MEMBERS - 1));
        int reviewer = job.team() * Staff.MEMBERS + (job.owner % Staff.MEMBERS + step) % Staff.MEMBERS;
        job.move(at, Party.REVIEWER, reviewer);
        double wait = keyed.exponential(plan.reviewHours() * HOUR, Draw.ANSWER.stream(), job.number, job.reviews);
        long answered = staff.week(job.team()).after(at, Arrivals.seconds(wait));
        int review = job.reviews++;
        plan(answered, () -> {
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
