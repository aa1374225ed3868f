package org.desireline.world;

import java.util.List;

/**
 * A piece of work and everything that was recorded about it.
 *
 * @param number its number in the project, from 1 up in order of creation
 * @param project the project's key
 * @param createdMillis when it was written down
 * @param type bug, story or task
 * @param priority the priority it was created with
 * @param component the team it was written down for
 * @param labels free words
 * @param creator index of the person who wrote it down
 * @param estimateSeconds the work it was estimated to take when it was written down; 0 where nobody said
 * @param changes what happened to it later, in order of time
 */
public record WorkItem(int number, String project, long createdMillis, String type, String priority, String component,
        List<String> labels, int creator, long estimateSeconds, List<Change> changes) {

    /** The status of every item at its creation. */
    public static final String FIRST_STATUS = "To Do";

    /** Nobody estimates a piece of work at less. */
    private static final long LEAST_ESTIMATE_MINUTES = 5;

    public WorkItem {
        labels = List.copyOf(labels);
        changes = List.copyOf(changes);
        long latest = createdMillis;
        for (Change change : changes) {
            if (change.atMillis() < latest) {
                throw new IllegalArgumentException("Item " + number + " has a change at " + change.atMillis()
                        + " behind one at " + latest + ". Perhaps the changes were not sorted.");
            }
            latest = change.atMillis();
        }
        if (estimateSeconds < 0) {
            throw new IllegalArgumentException("Item " + number + " cannot take " + estimateSeconds
                    + " seconds. Perhaps an unknown estimate was meant, which is 0.");
        }
    }

    /** An item that nobody estimated. */
    public WorkItem(int number, String project, long createdMillis, String type, String priority, String component,
            List<String> labels, int creator, List<Change> changes) {
        this(number, project, createdMillis, type, priority, component, labels, creator, 0, changes);
    }

    /**
     * An estimate as trackers keep them, in whole minutes.
     *
     * @param workMillis the work it was thought to take
     */
    public static long estimateSeconds(double workMillis) {
        return 60 * Math.max(LEAST_ESTIMATE_MINUTES, StrictMath.round(workMillis / 60_000.0));
    }

    /** When it was last touched by anybody. */
    public long updatedMillis() {
        return changes.isEmpty() ? createdMillis : changes.getLast().atMillis();
    }
}
