package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What one item's own events say of it: its states as steps, and what was attached to it. No other item is consulted.
 */
final class Life {

    /** Owner codes for what is no actor. */
    static final int NO_OWNER = -1;

    static final int OWNER_UNKNOWN = -2;

    /** No instant. */
    static final long NEVER = Long.MIN_VALUE;

    /** How long an item may go untouched before it can be parked. */
    static final long UNTOUCHED_MILLIS = 180L * 24 * 3_600_000;

    /** A state that holds from an instant to the next step's. */
    record Step(
            long atMillis,
            Phase phase,
            int owner,
            int cycle,
            boolean planned,
            long dueMillis,
            List<List<String>> values) {}

    /** A span during which the item waited for another to be done. */
    record Blocker(int item, long fromMillis, long toMillis) {}

    /** A recorded piece of work. */
    record Work(int actor, long fromMillis, long toMillis) {}

    final int item;
    String key;
    boolean proven;
    boolean container;
    /** Step 0 is the creation; instants ascend strictly. */
    final List<Step> steps = new ArrayList<>();
    final List<Blocker> blockers = new ArrayList<>();
    final List<Work> work = new ArrayList<>();
    /** Instants at which somebody touched the item, ascending. */
    long[] touches = new long[0];
    int[] actors = new int[0];
    long endMillis;
    boolean over;
    long startMillis = NEVER;
    /** Whether it was created in a working phase: its start was not recorded. */
    boolean bornWorking;
    int starter = -1;
    /** Where the start was read. */
    String startOrigin = "";
    long assignedMillis = NEVER;
    int assigner = -1;
    int lastOwner = NO_OWNER;

    Life(int item) {
        this.item = item;
        this.key = "";
    }

    long createdMillis() {
        return steps.get(0).atMillis();
    }

    /** Index of the step in force at an instant, or -1 before the creation. */
    int stepAt(long atMillis) {
        int low = 0;
        int high = steps.size() - 1;
        int found = -1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).atMillis() <= atMillis) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found;
    }

    /** The step in force just before an instant, or null where the item did not exist yet. */
    @Nullable Step before(long atMillis) {
        int index = stepAt(atMillis - 1);
        return index < 0 ? null : steps.get(index);
    }

    /** Whether the item exists and is not finished at an instant. */
    boolean openAt(long atMillis) {
        int index = stepAt(atMillis);
        return index >= 0 && !steps.get(index).phase().isOver();
    }

    /** When the item had last been touched at or before an instant. */
    long lastTouch(long atMillis) {
        int found = Arrays.binarySearch(touches, atMillis);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? createdMillis() : touches[index];
    }

    /** Whether the item had gone untouched for 180 days at an instant. */
    boolean untouchedAt(long atMillis) {
        return atMillis - lastTouch(atMillis) >= UNTOUCHED_MILLIS;
    }

    /** Whether the item is parked at an instant at which a step is in force. */
    boolean parkedAt(long atMillis, Step step) {
        return step.owner() == NO_OWNER && !step.planned() && step.dueMillis() <= atMillis && untouchedAt(atMillis);
    }

    /** The value of a dimension in a step. */
    static List<String> values(Step step, Dimension dimension) {
        return step.values().get(dimension.ordinal());
    }
}
