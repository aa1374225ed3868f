package org.desireline.part;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;

/**
 * Adds up by area and week what people did and what lay there. Seen by the assembler only.
 *
 * <p>An act counts for the area, and for the declared owner, of its item just then; what was done before an item was
 * created counts as what it was then. Cost: linear in acts, and in the weeks that items were open; memory for weeks
 * times areas times owners.
 */
final class Areas {

    private static final int CODE_BITS = 6;
    private static final int CODES = (1 << CODE_BITS) - 1;

    private final Assembly.Ground ground;
    private final Frame frame;
    private final Weeks weeks;
    private final Lives lives;
    private final Dimension dimension;
    /** By packed week, area and owner: items, open, waiting, hand-overs, parked. */
    private final TreeMap<Integer, long[]> stocks = new TreeMap<>();

    Areas(Assembly.Ground ground, Frame frame, Weeks weeks, Timelines timelines) {
        this.ground = ground;
        this.frame = frame;
        this.weeks = weeks;
        this.lives = ground.lives();
        this.dimension = dimension(frame);
        long open = 0;
        for (int life = 0; life < lives.size(); life++) {
            if (!lives.isContainer(life)) {
                open += lie(life);
                handOvers(life);
                appear(life);
            }
        }
        long posted = 0;
        long hours = 0;
        for (int who = 0; who < ground.journal().actorCount(); who++) {
            for (Sum sum : sums(who).values()) {
                posted += sum.touches;
                hours += sum.millis;
            }
        }
        Laws.checkWeeks(hours, timelines);
        Laws.checkAreas(posted, ground.records().acts(), stocks.values().stream().mapToLong(sum -> sum[1]).sum(), open);
    }

    /** What areas are classes of: what is declared, else components. */
    static Dimension dimension(Frame frame) {
        return frame.charter().intent().areas().isEmpty() ? Dimension.COMPONENT : Dimension.AREA;
    }

    /** Code of the declared team that an item belongs to in a step, or {@link TeamWeek#NONE}. */
    private int owner(int step) {
        int team = ClassTable.code(lives.classes(step), Dimension.TEAM.ordinal());
        return frame.charter().intent().teams().isEmpty() || team >= frame.classes().named(Dimension.TEAM)
                ? TeamWeek.NONE : team;
    }

    private int area(int step) {
        return ClassTable.code(lives.classes(step), dimension.ordinal());
    }

    private long[] stock(int week, int step) {
        int key = (week << CODE_BITS | area(step)) << CODE_BITS | packed(owner(step));
        return stocks.computeIfAbsent(key, none -> new long[5]);
    }

    private static int packed(int team) {
        return team < 0 ? CODES : team;
    }

    private static int unpacked(int code) {
        return code == CODES ? TeamWeek.NONE : code;
    }

    /** Counts an item at the end of every week in which it was open; gives how often it was, asked anew. */
    private long lie(int life) {
        long open = 0;
        for (int week = weeks.week(lives.createdMillis(life));
                week < weeks.size() && weeks.monday(week + 1) <= frame.asOfMillis(); week++) {
            long at = weeks.monday(week + 1) - 1;
            open += lives.isOpenAt(life, at) ? 1 : 0;
            int step = lives.stepAt(life, at);
            if (step < 0 || lives.phase(step).isOver()) {
                continue;
            }
            long[] stock = stock(week, step);
            stock[1]++;
            boolean parked = lives.isParkedAt(life, step, at);
            stock[2] += lives.phase(step) == Phase.working || parked ? 0 : 1;
            stock[4] += parked ? 1 : 0;
        }
        return open;
    }

    /** Counts an item in the first week of the window in which it was created or left open, for each area and owner. */
    private void appear(int life) {
        Set<Long> seen = new HashSet<>();
        int created = weeks.week(lives.createdMillis(life));
        for (int week = created; week < weeks.size() && weeks.monday(week + 1) <= frame.asOfMillis(); week++) {
            if (weeks.isInWindow(week)) {
                if (week == created) {
                    appear(week, lives.firstStep(life), seen);
                }
                int step = lives.stepAt(life, weeks.monday(week + 1) - 1);
                if (step >= 0 && !lives.phase(step).isOver()) {
                    appear(week, step, seen);
                }
            }
        }
    }

    private void appear(int week, int step, Set<Long> seen) {
        if (seen.add((long) area(step) << CODE_BITS | packed(owner(step)))) {
            stock(week, step)[0]++;
        }
    }

    /** Counts where an item went from somebody of one declared team to somebody of another. */
    private void handOvers(int life) {
        int last = -1;
        for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
            int owner = lives.owner(step);
            if (owner < 0 || owner == last) {
                continue;
            }
            long at = lives.atMillis(step);
            int from = last < 0 ? TeamWeek.NONE : ground.pools().teamOf(last, at);
            int to = ground.pools().teamOf(owner, at);
            if (from != TeamWeek.NONE && to != TeamWeek.NONE && from != to) {
                stock(weeks.week(at), step)[3]++;
            }
            last = owner;
        }
    }

    /** What one actor did in one week, as a member of one team, in one area, on what was declared to be one team's. */
    private static final class Sum {
        private long touches;
        private final long[] declared = new long[AreaWeek.Told.values().length];
        private long approvals;
        private long millis;
        private long onCalendarMillis;
    }

    /** An actor's acts, by packed week, team, area and owner. */
    private Map<Long, Sum> sums(int who) {
        Acts acts = ground.records().acts();
        TreeMap<Long, Sum> sums = new TreeMap<>();
        for (int act = acts.first(who); act < acts.first(who + 1); act++) {
            int life = acts.life(act);
            long at = acts.atMillis(act);
            int step = Math.max(lives.firstStep(life), lives.stepAt(life, at));
            Sum sum = sums.computeIfAbsent(key(who, weeks.week(at), at, step), none -> new Sum());
            sum.touches++;
            sum.approvals += acts.approves(act) ? 1 : 0;
            if (acts.told(act) >= 0) {
                sum.declared[acts.told(act)]++;
            }
        }
        weeks.work(who, (week, step, from, to, touches, calm) -> {
            if (from < to) {
                Sum sum = sums.computeIfAbsent(key(who, week, from, step), none -> new Sum());
                sum.millis += to - from;
                sum.onCalendarMillis += ground.calendar().overlapMillis(from, to);
            }
        });
        return sums;
    }

    /** Packs a week, the team somebody belongs to at an instant, and where an item is in a step. */
    private long key(int who, int week, long atMillis, int step) {
        long whose = (long) week << CODE_BITS | packed(ground.pools().teamOf(who, atMillis));
        return whose << (2 * CODE_BITS) | (area(step) << CODE_BITS) | packed(owner(step));
    }

    /** Delivers what the actors of a shard did. */
    void weeks(int shard, int shards, Consumer<AreaWeek> sink) {
        for (int who = shard; who < ground.journal().actorCount(); who += shards) {
            int actor = who;
            sums(who).forEach((key, sum) -> {
                int week = (int) (key >>> (3 * CODE_BITS));
                sink.accept(new AreaWeek(actor, unpacked((int) (key >>> (2 * CODE_BITS)) & CODES), dimension,
                        (int) (key >>> CODE_BITS) & CODES, unpacked((int) (key & CODES)), weeks.monday(week),
                        weeks.isInWindow(week), sum.touches, sum.declared, sum.approvals, sum.millis,
                        sum.onCalendarMillis));
            });
        }
    }

    /** Delivers what lay in areas, in the weeks of a shard. */
    void stocks(int shard, int shards, Consumer<AreaStock> sink) {
        stocks.forEach((key, sum) -> {
            int week = key >>> (2 * CODE_BITS);
            if (week % shards == shard) {
                sink.accept(new AreaStock(dimension, key >>> CODE_BITS & CODES, unpacked(key & CODES),
                        weeks.monday(week), weeks.isInWindow(week), sum[0], sum[1], sum[2], sum[4], sum[3]));
            }
        });
    }
}
