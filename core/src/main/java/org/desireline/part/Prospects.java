package org.desireline.part;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.charter.Phase;
import org.desireline.journal.Journal;
import org.desireline.time.Spans;

/**
 * What could be known of a piece of work before it was chosen. Seen by the assembler only.
 *
 * <p>Question: what did the alternatives of a choice look like to whoever chose? Method: only what was on record an
 * instant before. Expectations are those of items that had been done by then, as they were when they were first done:
 * sizes by the median hours of their type, approvals and hand-overs by the mean, and returns by the share of their type
 * and area, drawn towards the whole organisation as if {@value #PRIOR_ITEMS} items of its kind stood beside them. An
 * item that comes back later counts as one that did from then on. Source: METHODS, attributes of the choice model.
 * Cost: {@code n log n} in items and segments to build, two binary searches to ask; 24 bytes a segment and 40 an item
 * done. Law: what happens to an item later changes no answer.
 */
final class Prospects {

    private static final int PRIOR_ITEMS = 5;
    private static final double HOUR_MILLIS = 3_600_000.0;
    private static final long DAY_MILLIS = 24 * 3_600_000L;
    private static final long FAMILIAR_MILLIS = 180 * DAY_MILLIS;
    private static final double DUE_DAYS = 14;
    private static final int TYPE = Dimension.TYPE.ordinal();
    /** What an item is expected to take at least: shorter work leaves no record that could tell. */
    private static final double LEAST_HOURS = 0.1;
    private static final int KIND_BITS = 5;
    private static final int WHOLE = -1;
    private static final int NEVER = -1;

    private final Lives lives;
    private final Spans calendar;
    private final Intent intent;
    private final Journal journal;
    private final int area;
    /** By kind, or by kind and area; {@link #WHOLE} is everything. */
    private final TreeMap<Integer, Medians> sizes = new TreeMap<>();
    private final TreeMap<Integer, Means> passes = new TreeMap<>();
    private final Familiar familiar;

    Prospects(Assembly.Ground ground, Frame frame, Timelines timelines) {
        this.lives = ground.lives();
        this.calendar = ground.calendar();
        this.intent = frame.charter().intent();
        this.journal = ground.journal();
        this.area = intent.areas().isEmpty() ? Dimension.COMPONENT.ordinal() : Dimension.AREA.ordinal();
        this.familiar = new Familiar(lives, timelines, ground.journal().actorCount(), area);
        Columns.Ints life = new Columns.Ints();
        Columns.Ints became = new Columns.Ints();
        for (int i = 0; i < lives.size(); i++) {
            int done = lives.isContainer(i) ? NEVER : firstDone(i);
            int back = done == NEVER || lives.cycle(done) > 1 ? NEVER : firstReturn(i, done);
            for (int step : new int[] {done, back}) {
                if (step != NEVER) {
                    life.add(i);
                    became.add(step);
                }
            }
        }
        for (int row : Columns.sorted(life.size(),
                (a, b) -> Long.compare(lives.atMillis(became.get(a)), lives.atMillis(became.get(b))))) {
            if (lives.phase(became.get(row)) == Phase.done) {
                finished(life.get(row), became.get(row), timelines);
            } else {
                cameBack(life.get(row), became.get(row));
            }
        }
        sizes.values().forEach(Medians::trim);
    }

    /** The step by which an item was done for the first time, or {@link #NEVER}. */
    private int firstDone(int life) {
        for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
            if (lives.phase(step) == Phase.done) {
                return step;
            }
        }
        return NEVER;
    }

    /** The step by which an item came back for the first time after it had been done, or {@link #NEVER}. */
    private int firstReturn(int life, int done) {
        for (int step = done + 1; step <= lives.lastStep(life); step++) {
            if (lives.cycle(step) > 1) {
                return step;
            }
        }
        return NEVER;
    }

    private void finished(int life, int done, Timelines timelines) {
        long end = lives.atMillis(done);
        int kind = ClassTable.code(lives.classes(before(life, done)), TYPE);
        long worked = 0;
        for (int segment : timelines.ofLife(life)) {
            worked += Math.max(0, Math.min(end, timelines.toMillis(segment)) - timelines.fromMillis(segment));
        }
        double hours = worked > 0 ? worked / HOUR_MILLIS : lives.estimateHours(life, end);
        if (hours > 0) {
            sizes.computeIfAbsent(WHOLE, key -> new Medians()).add(end, hours);
            sizes.computeIfAbsent(kind, key -> new Medians()).add(end, hours);
        }
        int stations = 0;
        for (int at = lives.firstStep(life) + 1; at <= done; at++) {
            boolean checked = lives.phase(at) == Phase.review || lives.phase(at) == Phase.decision;
            stations += checked && lives.phase(at) != lives.phase(at - 1) ? 1 : 0;
            stations += lives.owner(at) >= 0 && lives.owner(at - 1) >= 0 && lives.owner(at) != lives.owner(at - 1)
                    ? 1 : 0;
        }
        for (int cell : new int[] {WHOLE, cell(before(life, done))}) {
            passes.computeIfAbsent(cell, key -> new Means()).add(end, 1, stations, lives.cycle(done) > 1 ? 1 : 0);
        }
    }

    /** An item that had been done comes back: it is told of its kind from now on. */
    private void cameBack(int life, int back) {
        for (int cell : new int[] {WHOLE, cell(before(life, firstDone(life)))}) {
            passes.computeIfAbsent(cell, key -> new Means()).add(lives.atMillis(back), 0, 0, 1);
        }
    }

    /** The step before, or the creation itself. */
    private int before(int life, int step) {
        return Math.max(lives.firstStep(life), step - 1);
    }

    /** The kind and area of an item. */
    private int cell(int step) {
        return ClassTable.code(lives.classes(step), area) << KIND_BITS | ClassTable.code(lives.classes(step), TYPE);
    }

    /**
     * An attribute of an item.
     *
     * @param actor whoever chose
     * @param step the item's step in force just before
     * @param sinceMillis since when the item could have been worked on
     * @param atMillis when the choice was made
     */
    double of(Choice.Attribute attribute, int actor, int life, int step, long sinceMillis, long atMillis) {
        return switch (attribute) {
            case DUE -> due(step, atMillis);
            case HAS_DUE -> lives.dueMillis(step) == Life.NEVER ? 0 : 1;
            case AGE -> StrictMath.log(1 + calendar.overlapMillis(sinceMillis, atMillis) / HOUR_MILLIS);
            case SIZE -> -StrictMath.log(Math.max(LEAST_HOURS, hours(life, step, atMillis)));
            case FAMILIARITY -> StrictMath.log(1 + familiar.millis(actor, ClassTable.code(lives.classes(step), area),
                    atMillis - FAMILIAR_MILLIS, atMillis) / HOUR_MILLIS);
            case FRICTION -> -mean(step, atMillis, false);
            case FAILURE -> -mean(step, atMillis, true);
            case REQUESTER -> level(life, atMillis);
        };
    }

    /** What is overdue is as near as what is due at once: a forgotten date does not outweigh everything. */
    private double due(int step, long atMillis) {
        if (lives.dueMillis(step) == Life.NEVER) {
            return 0;
        }
        double days = (lives.dueMillis(step) - atMillis) / (double) DAY_MILLIS;
        return Math.clamp(1 - days / DUE_DAYS, 0, 1);
    }

    /** The hours an item was expected to take: its first estimate, else what its type took; 1 if nothing is known. */
    private double hours(int life, int step, long atMillis) {
        double estimate = lives.estimateHours(life, atMillis - 1);
        if (estimate > 0) {
            return estimate;
        }
        Medians kind = sizes.get(ClassTable.code(lives.classes(step), TYPE));
        double median = kind == null ? 0 : kind.before(atMillis);
        Medians whole = sizes.get(WHOLE);
        median = median > 0 || whole == null ? median : whole.before(atMillis);
        return median > 0 ? median : 1;
    }

    private double mean(int step, long atMillis, boolean ofReturns) {
        Means whole = passes.get(WHOLE);
        if (whole == null) {
            return 0;
        }
        double prior = whole.mean(atMillis, ofReturns, 0, 0);
        Means own = passes.get(cell(step));
        return own == null ? prior : own.mean(atMillis, ofReturns, prior, PRIOR_ITEMS);
    }

    private double level(int life, long atMillis) {
        Intent.Version version = intent.at(atMillis);
        int creator = lives.creator(life);
        if (version == null || creator < 0) {
            return 0;
        }
        return version.levels().stream().filter(level -> level.members().contains(journal.actorToken(creator)))
                .mapToDouble(Intent.Level::level).max().orElse(0);
    }

    /** The running median of hours, by when it became known. */
    private static final class Medians {

        /** The lower half, its largest first, and the upper half, its smallest first. */
        private PriorityQueue<Double> low = new PriorityQueue<>(Comparator.reverseOrder());
        private PriorityQueue<Double> high = new PriorityQueue<>();
        private final Columns.Longs at = new Columns.Longs();
        /** Medians as the bits of doubles. */
        private final Columns.Longs medians = new Columns.Longs();

        void add(long atMillis, double hours) {
            high.add(hours);
            low.add(high.remove());
            if (low.size() > high.size() + 1) {
                high.add(low.remove());
            }
            at.add(atMillis);
            medians.add(Double.doubleToLongBits(low.element()));
        }

        void trim() {
            low = new PriorityQueue<>();
            high = new PriorityQueue<>();
            at.trim();
            medians.trim();
        }

        /** The median of what was known before an instant; 0 where nothing was. */
        double before(long atMillis) {
            int row = at.lastAtOrBelow(0, at.size(), atMillis - 1);
            while (row >= 0 && row + 1 < at.size() && at.get(row + 1) < atMillis) {
                row++;
            }
            return row < 0 ? 0 : Double.longBitsToDouble(medians.get(row));
        }
    }

    /** Running sums of items, of stations passed and of returns, by when they became known. */
    private static final class Means {

        private final Columns.Ints items = new Columns.Ints();
        private final Columns.Longs at = new Columns.Longs();
        private final Columns.Longs stations = new Columns.Longs();
        private final Columns.Longs returns = new Columns.Longs();

        void add(long atMillis, int more, int passed, int returned) {
            int last = at.size() - 1;
            at.add(atMillis);
            items.add((last < 0 ? 0 : items.get(last)) + more);
            stations.add((last < 0 ? 0 : stations.get(last)) + passed);
            returns.add((last < 0 ? 0 : returns.get(last)) + returned);
        }

        /** The mean of what was known before an instant, beside so many items with a mean known beforehand. */
        double mean(long atMillis, boolean ofReturns, double prior, int beside) {
            int row = at.lastAtOrBelow(0, at.size(), atMillis - 1);
            while (row >= 0 && row + 1 < at.size() && at.get(row + 1) < atMillis) {
                row++;
            }
            double sum = row < 0 ? 0 : (ofReturns ? returns : stations).get(row);
            double n = (row < 0 ? 0 : items.get(row)) + beside;
            return n == 0 ? 0 : (sum + beside * prior) / n;
        }
    }

    /** How long each actor had worked in each area: prefix sums over the actor's segments in it. */
    private static final class Familiar {

        private final int[] firstGroup;
        private final Columns.Ints groupArea = new Columns.Ints();
        private final Columns.Ints groupFirst = new Columns.Ints();
        private final Columns.Longs from = new Columns.Longs();
        private final Columns.Longs before = new Columns.Longs();

        Familiar(Lives lives, Timelines timelines, int actors, int area) {
            firstGroup = new int[actors + 1];
            before.add(0);
            for (int who = 0; who < actors; who++) {
                firstGroup[who] = groupArea.size();
                int first = timelines.firstOfActor(who);
                int[] areas = new int[timelines.firstOfActor(who + 1) - first];
                for (int i = 0; i < areas.length; i++) {
                    int life = timelines.life(first + i);
                    int step = Math.max(lives.firstStep(life), lives.stepAt(life, timelines.fromMillis(first + i)));
                    areas[i] = ClassTable.code(lives.classes(step), area);
                }
                for (int i : Columns.sorted(areas.length, (a, b) -> Integer.compare(areas[a], areas[b]))) {
                    boolean isNew = groupArea.size() == firstGroup[who]
                            || groupArea.get(groupArea.size() - 1) != areas[i];
                    if (isNew) {
                        groupArea.add(areas[i]);
                        groupFirst.add(from.size());
                    }
                    from.add(timelines.fromMillis(first + i));
                    before.add(before.get(before.size() - 1) + timelines.toMillis(first + i)
                            - timelines.fromMillis(first + i));
                }
            }
            firstGroup[actors] = groupArea.size();
            groupFirst.add(from.size());
            from.trim();
            before.trim();
        }

        long millis(int actor, int area, long fromMillis, long toMillis) {
            for (int group = firstGroup[actor]; group < firstGroup[actor + 1]; group++) {
                if (groupArea.get(group) == area) {
                    return upTo(group, toMillis) - upTo(group, fromMillis);
                }
            }
            return 0;
        }

        private long upTo(int group, long atMillis) {
            int low = groupFirst.get(group);
            int row = from.lastAtOrBelow(low, groupFirst.get(group + 1), atMillis);
            return row < low ? before.get(low)
                    : Math.min(before.get(row) + atMillis - from.get(row), before.get(row + 1));
        }
    }
}
