package org.desireline.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item while it is lived: where it stands now, what of it is left to do, and the record so far. */
final class Task {

    final Demand.Job job;
    final List<Change> changes = new ArrayList<>();

    /** Tasks that wait for this one to be done. */
    final List<Task> dependents = new ArrayList<>();

    String status = WorkItem.FIRST_STATUS;
    int owner = World.NOBODY;
    int priority;
    double leftMillis;

    /** How many times somebody has sat down to it. */
    int stints;

    /** How many times it has been done. */
    int endings;

    Task(Demand.Job job) {
        this.job = job;
        this.priority = job.priority();
        this.leftMillis = job.sizeMillis();
    }

    /** Whether it lies there untouched. */
    boolean unstarted() {
        return stints == 0 && status.equals(WorkItem.FIRST_STATUS);
    }

    void move(long atMillis, int actor, String to, @Nullable String resolution) {
        note(atMillis, actor, new Change.What.Status(status, to, resolution));
        status = to;
    }

    void assign(long atMillis, int actor, int to) {
        note(atMillis, actor, new Change.What.Assignee(owner, to));
        owner = to;
    }

    void rank(long atMillis, int actor, int to) {
        note(atMillis, actor, new Change.What.Priority(
                Riverbank.PRIORITIES.get(priority), Riverbank.PRIORITIES.get(to)));
        priority = to;
    }

    void note(long atMillis, int actor, Change.What what) {
        changes.add(new Change(atMillis, actor, what));
    }

    WorkItem recorded() {
        return new WorkItem(job.number(), Riverbank.PROJECT, job.createdMillis(), job.type(),
                Riverbank.PRIORITIES.get(job.priority()), job.component(), job.labels(), job.creator(),
                WorkItem.estimateSeconds(job.sizeMillis()), changes);
    }
}
