package org.desireline.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.desireline.number.Keyed;
import org.desireline.world.Change.What;

/**
 * The days of an organisation: who does what next, and what of it is written into the tracker.
 *
 * <p>Method: events in order of time, equal times in the order in which they were planned (event-list simulation; Law,
 * "Simulation modeling and analysis", chapter 1). A person works on one item at a time. Whoever gets up from an item
 * first takes back what came back to them (changes asked for, unblocked, reopened) and otherwise picks one of the
 * unstarted items on their desk by {@link Taste}. All delays run in the working hours of the person who acts. Cost:
 * {@code n log n} in the number of changes, times the length of a desk at each pick.
 *
 * <p>Blind spots, on purpose: nobody puts an item aside for a more urgent one, and a review costs its reviewer no time.
 */
final class Life {

    private static final double HOUR = 3_600_000.0;
    private static final double MINUTE = 60_000.0;

    /**
     * Hours of attention that one working hour gives to recorded items: the rest goes to patients, meetings and the
     * telephone. It makes an item of eight hours last a week and a half, and the desks a little fuller every week.
     */
    private static final double ATTENTION = 0.13;

    /** The standard deviation of the logarithm of the sizes of all items; it makes ease a standard score. */
    private static final double EASE_SIGMA = 0.7;

    private static final double UNOWNED_SHARE = 0.04;
    private static final double TRIAGE_MILLIS = 6 * HOUR;
    private static final double REASSIGN_SHARE = 0.04;
    private static final double REASSIGN_MILLIS = 80 * HOUR;
    private static final double RERANK_SHARE = 0.05;
    private static final double RERANK_MILLIS = 40 * HOUR;
    private static final double DROP_SHARE = 0.04;
    private static final double DROP_MILLIS = 120 * HOUR;
    private static final double ASK_SHARE = 0.35;
    private static final double ASK_MILLIS = 30 * HOUR;

    /** At least sixteen minutes before the next item: nobody with an empty desk starts what they are just handed. */
    private static final double SHORTEST_PAUSE_MILLIS = 16 * MINUTE;
    private static final double PAUSE_MILLIS = 15 * MINUTE;

    private static final double BLOCK_SHARE = 0.08;
    private static final double BLOCK_MILLIS = 16 * HOUR;
    private static final double LINK_SHARE = 0.5;
    private static final double PROGRESS_NOTE_SHARE = 0.3;
    private static final double WORK_LOG_SHARE = 0.1;
    private static final double SHORTEST_LOG_MILLIS = 5 * MINUTE;

    private static final double REVIEW_SHARE = 0.6;
    private static final double REVIEW_MILLIS = 6 * HOUR;

    /** Changes asked for at one review in ten, and one done item in twenty-five reopened: a tenth of all comes back. */
    private static final double CHANGES_SHARE = 0.10;
    private static final double REOPEN_SHARE = 0.04;
    private static final double REOPEN_MILLIS = 40 * HOUR;

    /** What is left to do of an item that came back, as a share of its size. */
    private static final double REWORK_SHARE = 0.25;

    private final Keyed keyed;
    private final Shifts shifts;
    private final Taste taste;
    private final List<Person> people;
    private final long endMillis;
    private final List<Desk> desks = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMillis).thenComparingLong(Due::order));
    private long planned;

    Life(Keyed keyed, Shifts shifts, Taste taste, List<Person> people, long endMillis) {
        this.keyed = keyed;
        this.shifts = shifts;
        this.taste = taste;
        this.people = people;
        this.endMillis = endMillis;
        for (int person = 0; person < people.size(); person++) {
            desks.add(new Desk());
        }
    }

    private record Due(long atMillis, long order, Runnable deed) {
    }

    private static final class Desk {
        final List<Task> unstarted = new ArrayList<>();
        final Deque<Task> cameBack = new ArrayDeque<>();
        boolean busy;
        int pauses;
        int picks;
    }

    /** What the tracker holds at the end. */
    List<WorkItem> live(List<Demand.Job> jobs) {
        for (Demand.Job job : jobs) {
            Task task = new Task(job);
            tasks.add(task);
            plan(job.createdMillis(), () -> arrive(task));
        }
        for (Due due = agenda.poll(); due != null; due = agenda.poll()) {
            due.deed().run();
        }
        return tasks.stream().map(Task::recorded).toList();
    }

    private void plan(long atMillis, Runnable deed) {
        if (atMillis < endMillis) {
            agenda.add(new Due(atMillis, planned++, deed));
        }
    }

    private void arrive(Task task) {
        int creator = task.job.creator();
        int lead = lead(task);
        long created = task.job.createdMillis();
        if (!happens(Chance.UNOWNED, UNOWNED_SHARE, task, 0)) {
            long at = later(lead, created, TRIAGE_MILLIS, Chance.TRIAGE, task);
            plan(at, () -> assign(task, at, lead, 0));
        }
        if (happens(Chance.REASSIGN, REASSIGN_SHARE, task, 0)) {
            long at = later(lead, created, REASSIGN_MILLIS, Chance.REASSIGN, task);
            plan(at, () -> assign(task, at, lead, 1));
        }
        if (happens(Chance.REPRIORITISE, RERANK_SHARE, task, 0)) {
            long at = later(lead, created, RERANK_MILLIS, Chance.REPRIORITISE, task);
            plan(at, () -> rank(task, at, lead));
        }
        if (happens(Chance.DROP, DROP_SHARE, task, 0)) {
            long at = later(lead, created, DROP_MILLIS, Chance.DROP, task);
            plan(at, () -> drop(task, at, lead));
        }
        if (happens(Chance.ASK, ASK_SHARE, task, 0)) {
            long at = later(creator, created, ASK_MILLIS, Chance.ASK, task);
            plan(at, () -> ask(task, at, creator));
        }
    }

    /** Round 0 hands out an item that nobody owns, round 1 moves it to another desk; neither moves what was started. */
    private void assign(Task task, long at, int lead, int round) {
        boolean owned = task.owner != World.NOBODY;
        if (!task.unstarted() || owned != (round == 1)) {
            return;
        }
        int owner = owned ? colleague(task, task.owner, Chance.OWNER, 0) : inTurn(task);
        if (owned) {
            desks.get(task.owner).unstarted.remove(task);
        }
        task.assign(at, lead, owner);
        desks.get(owner).unstarted.add(task);
        wake(owner, at);
    }

    private void rank(Task task, long at, int lead) {
        if (task.unstarted()) {
            int step = happens(Chance.REPRIORITISE, 0.5, task, 2) ? 1 : -1;
            int to = task.priority + step;
            task.rank(at, lead, to < 0 || to >= Riverbank.PRIORITIES.size() ? task.priority - step : to);
        }
    }

    private void drop(Task task, long at, int lead) {
        if (task.unstarted()) {
            if (task.owner != World.NOBODY) {
                desks.get(task.owner).unstarted.remove(task);
            }
            task.move(at, lead, "Done", "Won't Do");
        }
    }

    /** The creator asks after the item; never its owner, whose remark could be taken for a start. */
    private static void ask(Task task, long at, int creator) {
        if (creator != task.owner) {
            task.note(at, creator, new What.Comment("Is there any news on this one?"));
        }
    }

    private void wake(int person, long at) {
        Desk desk = desks.get(person);
        if (!desk.busy) {
            double pause = SHORTEST_PAUSE_MILLIS
                    + keyed.exponential(PAUSE_MILLIS, Chance.PAUSE.stream(), person, desk.pauses++);
            long next = shifts.after(person, at, pause);
            plan(next, () -> takeNext(person, next));
        }
    }

    private void takeNext(int person, long at) {
        Desk desk = desks.get(person);
        if (desk.busy) {
            return;
        }
        if (!desk.cameBack.isEmpty()) {
            work(desk.cameBack.removeFirst(), at);
        } else if (!desk.unstarted.isEmpty()) {
            work(desk.unstarted.remove(pick(person, desk)), at);
        }
    }

    private int pick(int person, Desk desk) {
        double[] weights = new double[desk.unstarted.size()];
        double largest = Double.NEGATIVE_INFINITY;
        int lowest = Riverbank.PRIORITIES.size() - 1;
        for (int i = 0; i < weights.length; i++) {
            Task task = desk.unstarted.get(i);
            double importance = 1 - task.priority / (double) lowest;
            double ease = -StrictMath.log(task.job.sizeMillis() / Demand.MEAN_SIZE_MILLIS) / EASE_SIGMA;
            weights[i] = taste.important() * importance + taste.fast() * ease;
            largest = Math.max(largest, weights[i]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(weights[i] - largest);
        }
        return keyed.categorical(weights, Chance.PICK.stream(), person, desk.picks++);
    }

    private void work(Task task, long at) {
        int owner = task.owner;
        int stint = task.stints++;
        desks.get(owner).busy = true;
        task.move(at, owner, "In Progress", null);
        boolean blocks = stint == 0 && happens(Chance.BLOCK, BLOCK_SHARE, task, 0);
        double share = blocks ? keyed.uniform(Chance.BLOCK.stream(), task.job.number(), 1) : 1;
        double workMillis = task.leftMillis * share;
        double deskMillis = workMillis / ATTENTION;
        task.leftMillis -= workMillis;
        if (happens(Chance.PROGRESS_NOTE, PROGRESS_NOTE_SHARE, task, 2L * stint)) {
            double into = keyed.uniform(Chance.PROGRESS_NOTE.stream(), task.job.number(), 2L * stint + 1);
            long noted = shifts.after(owner, at, deskMillis * into);
            plan(noted, () -> task.note(noted, owner, new What.Comment("Under way, no surprises so far.")));
        }
        long until = shifts.after(owner, at, Math.max(MINUTE, deskMillis));
        plan(until, () -> {
            if (blocks) {
                block(task, until);
            } else {
                handOver(task, until, stint, Math.min(until - at, (long) workMillis));
            }
            desks.get(owner).busy = false;
            wake(owner, until);
        });
    }

    /** The item waits for something outside, or for another item of the team that somebody else has in hand. */
    private void block(Task task, long at) {
        task.move(at, task.owner, "Blocked", null);
        List<Task> inHand = tasks.stream()
                .filter(other -> other.owner != task.owner && other.status.equals("In Progress")
                        && other.job.component().equals(task.job.component()))
                .toList();
        if (!inHand.isEmpty() && happens(Chance.BLOCK, LINK_SHARE, task, 2)) {
            int which = (int) (keyed.uniform(Chance.BLOCK.stream(), task.job.number(), 3) * inHand.size());
            Task other = inHand.get(which);
            task.note(at, task.owner, new What.BlockedBy(other.job.number()));
            other.note(at, task.owner, new What.Blocks(task.job.number()));
            other.dependents.add(task);
        } else {
            double wait = keyed.exponential(BLOCK_MILLIS, Chance.BLOCK.stream(), task.job.number(), 4);
            long free = shifts.officeAfter(at, wait);
            plan(free, () -> comeBack(task, free));
        }
    }

    private void handOver(Task task, long at, int stint, long workMillis) {
        // Only the last day is entered: an entry that reached back over a night would claim the night.
        long logMillis = Math.min(workMillis, shifts.todayMillis(task.owner, at));
        if (logMillis >= SHORTEST_LOG_MILLIS && happens(Chance.WORK_LOG, WORK_LOG_SHARE, task, stint)) {
            task.note(at, task.owner, new What.WorkLog(logMillis / 1000));
        }
        if (!happens(Chance.REVIEW, REVIEW_SHARE, task, 0)) {
            finish(task, at, task.owner);
            return;
        }
        task.move(at, task.owner, "In Review", null);
        int reviewer = colleague(task, task.owner, Chance.REVIEWER, stint);
        double wait = keyed.exponential(REVIEW_MILLIS, Chance.ANSWER.stream(), task.job.number(), stint);
        long answered = shifts.after(reviewer, at, wait);
        plan(answered, () -> answer(task, answered, reviewer, stint));
    }

    private void answer(Task task, long at, int reviewer, int stint) {
        if (happens(Chance.CHANGES, CHANGES_SHARE, task, stint)) {
            task.note(at, reviewer, new What.Comment("Please have another look: see the remarks."));
            task.leftMillis = REWORK_SHARE * task.job.sizeMillis();
            comeBack(task, at);
        } else {
            task.note(at, reviewer, new What.Comment("Looks good."));
            finish(task, at, reviewer);
        }
    }

    private void finish(Task task, long at, int actor) {
        task.move(at, actor, "Done", "Done");
        for (Task dependent : task.dependents) {
            comeBack(dependent, at);
        }
        task.dependents.clear();
        int ending = task.endings++;
        if (happens(Chance.REOPEN, REOPEN_SHARE, task, 2L * ending)) {
            int creator = task.job.creator();
            double wait = keyed.exponential(REOPEN_MILLIS, Chance.REOPEN.stream(), task.job.number(), 2L * ending + 1);
            long reopened = shifts.after(creator, at, wait);
            plan(reopened, () -> {
                task.move(reopened, creator, "Reopened", null);
                task.leftMillis = REWORK_SHARE * task.job.sizeMillis();
                comeBack(task, reopened);
            });
        }
    }

    private void comeBack(Task task, long at) {
        desks.get(task.owner).cameBack.addLast(task);
        wake(task.owner, at);
    }

    private boolean happens(Chance chance, double share, Task task, long counter) {
        return keyed.uniform(chance.stream(), task.job.number(), counter) < share;
    }

    /** An exponential wait in the actor's working hours; counter 1 of the stream, beside the 0 that asked whether. */
    private long later(int actor, long at, double meanMillis, Chance chance, Task task) {
        return shifts.after(actor, at, keyed.exponential(meanMillis, chance.stream(), task.job.number(), 1));
    }

    /** The first person of the item's team. */
    private int lead(Task task) {
        return members(task, World.NOBODY).getFirst();
    }

    /**
     * The team takes turns, in an order drawn afresh for each turn: an owner depends on no desk, so that worlds of
     * different tastes hand the same items to the same people.
     */
    private int inTurn(Task task) {
        List<Integer> members = members(task, World.NOBODY);
        int turn = task.job.turn() / members.size();
        members.sort(Comparator.comparingDouble(person -> keyed.uniform(Chance.TURN.stream(), person, turn)));
        return members.get(task.job.turn() % members.size());
    }

    /** Anybody of the item's team but the one named. */
    private int colleague(Task task, int but, Chance chance, long counter) {
        List<Integer> members = members(task, but);
        return members.get((int) (keyed.uniform(chance.stream(), task.job.number(), counter) * members.size()));
    }

    private List<Integer> members(Task task, int but) {
        List<Integer> members = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            if (person != but && people.get(person).team().equals(task.job.component())) {
                members.add(person);
            }
        }
        return members;
    }
}
