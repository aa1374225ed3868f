package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.time.Spans;

/**
 * Since when items may have been in hand that were done by their owners and of which no work is on record.
 *
 * <p>Question: for how long were they in somebody's hands? Method: the start-time repair rule of process mining; an
 * item was begun when its owner had it and the owner's item before was done, whichever is later. What took more than
 * twice the median of its type, the shorter of two, is cut back to that. Cost: {@code n log n} in such items. Law: it
 * is never work, and no choice. Blind spot: nothing tells that it was in hand at all, so such hours are assumed.
 */
final class StartRepair {

    private static final int TYPE = Dimension.TYPE.ordinal();

    private final Lives lives;
    private final Spans calendar;
    /** Items whose start was repaired, ascending, and since when they may have been in hand. */
    private final Columns.Ints repaired = new Columns.Ints();
    private final Columns.Longs starts = new Columns.Longs();

    StartRepair(Lives lives, Timelines timelines, Spans calendar) {
        this.lives = lives;
        this.calendar = calendar;
        long[] start = new long[lives.size()];
        Arrays.fill(start, Long.MAX_VALUE);
        TreeMap<Integer, List<Long>> byType = new TreeMap<>();
        int[] order = Columns.sorted(lives.size(), (a, b) -> lives.lastOwner(a) != lives.lastOwner(b)
                ? Integer.compare(lives.lastOwner(a), lives.lastOwner(b))
                : Long.compare(lives.endMillis(a), lives.endMillis(b)));
        int owner = Life.OWNER_UNKNOWN;
        long before = Long.MIN_VALUE;
        for (int life : order) {
            before = lives.lastOwner(life) == owner ? before : Long.MIN_VALUE;
            owner = lives.lastOwner(life);
            if (isDoneByOwner(life)) {
                if (isUntold(life) && !timelines.isWorkedOn(life)) {
                    long since = Math.max(lives.createdMillis(life), lives.assignedMillis(life));
                    start[life] = Math.min(lives.endMillis(life), Math.max(since, before));
                    byType.computeIfAbsent(type(life), key -> new ArrayList<>())
                            .add(lives.endMillis(life) - start[life]);
                }
                before = lives.endMillis(life);
            }
        }
        byType.values().forEach(list -> list.sort(null));
        for (int life = 0; life < start.length; life++) {
            if (start[life] != Long.MAX_VALUE) {
                List<Long> durations = byType.getOrDefault(type(life), List.of());
                long longest = 2 * durations.get((durations.size() - 1) / 2);
                repaired.add(life);
                starts.add(Math.max(start[life], lives.endMillis(life) - longest));
            }
        }
        repaired.trim();
        starts.trim();
    }

    private int type(int life) {
        return ClassTable.code(lives.classes(lives.lastStep(life)), TYPE);
    }

    /** Whether it was done, and somebody's when it was. */
    private boolean isDoneByOwner(int life) {
        int step = lives.stepAt(life, lives.endMillis(life) - 1);
        return lives.isOver(life) && !lives.isContainer(life) && lives.phase(lives.lastStep(life)) == Phase.done
                && step >= 0 && lives.owner(step) >= 0 && lives.owner(step) == lives.lastOwner(life);
    }

    /** Whether its whole past is on record, but no start. */
    private boolean isUntold(int life) {
        boolean untold = lives.startMillis(life) == Life.NEVER || lives.isStartedByTouch(life);
        return lives.isProven(life) && untold && !lives.isBornWorking(life);
    }

    /** Since when an item may have been in its owner's hands; the end of time where its start needs no repair. */
    long startMillis(int life) {
        int row = repaired.find(life);
        return row < 0 ? Long.MAX_VALUE : starts.get(row);
    }

    /** How many starts were repaired. */
    long starts() {
        return repaired.size();
    }

    /** How long such items may have been in hand, on calendar. */
    long onCalendarMillis() {
        long sum = 0;
        for (int row = 0; row < repaired.size(); row++) {
            sum += calendar.overlapMillis(starts.get(row), lives.endMillis(repaired.get(row)));
        }
        return sum;
    }
}
