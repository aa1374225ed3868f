package org.desireline.part;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what happened by ISO week: of each actor, of each team's items, of the whole organisation. Seen by the
 * assembler only.
 *
 * <p>A week begins on Monday at midnight in the charter's zone. Recorded work is cut where weeks end and where an
 * item's classes change; what was recorded before an item was created counts as what it was then. A touch is a sign
 * of work ({@link WorkRecords}). Cost: linear in segments, signs and the weeks that items were open; memory for weeks
 * times teams times classes. Law: the weeks of actors add up to the recorded work, and so do those of teams with what
 * belongs to none.
 */
final class Weeks {

    private static final double HALF = 0.5;

    private final Assembly.Ground ground;
    private final Frame frame;
    private final Timelines timelines;
    private final Lives lives;
    /** When each week begins, and when the last one ends. */
    private final long[] mondays;
    private final int teams;
    /** By team, the whole organisation last, then by week. */
    private final Sum[][] sums;

    /** What is added up of one team and week; arrays by dimension and class, null while there is nothing. */
    private static final class Sum {
        final long[][] arrivals;
        final long[][] finished;
        final long[][] wip;
        final Effort effort;
        final BitSet actors = new BitSet();

        Sum(ClassTable classes) {
            arrivals = Effort.none(classes).millis();
            finished = Effort.none(classes).millis();
            wip = Effort.none(classes).millis();
            effort = Effort.none(classes);
        }
    }

    Weeks(Assembly.Ground ground, Frame frame, Timelines timelines) {
        this.ground = ground;
        this.frame = frame;
        this.timelines = timelines;
        this.lives = ground.lives();
        this.mondays = mondays();
        this.teams = frame.classes().named(Dimension.TEAM);
        this.sums = new Sum[teams + 1][mondays.length - 1];
        for (Sum[] row : sums) {
            for (int week = 0; week < row.length; week++) {
                row[week] = new Sum(frame.classes());
            }
        }
        for (int life = 0; life < lives.size(); life++) {
            if (!lives.isContainer(life)) {
                flow(life);
            }
        }
        for (int who = 0; who < ground.journal().actorCount(); who++) {
            int actor = who;
            work(who, (week, step, from, to, touches, calm) -> {
                long millis = to - from;
                int team = ClassTable.code(lives.classes(step), Dimension.TEAM.ordinal());
                post(teams, week, actor, step, millis, touches);
                if (team < teams) {
                    post(team, week, actor, step, millis, touches);
                }
            });
        }
        long posted = 0;
        for (Sum sum : sums[teams]) {
            posted += sum.effort.allMillis();
        }
        Laws.checkWeeks(posted, timelines);
    }

    private void post(int team, int week, int actor, int step, long millis, long touches) {
        add(sums[team][week].effort, step, millis, touches);
        sums[team][week].actors.set(actor);
    }

    /** The weeks from the first creation or piece of work to as-of. */
    private long[] mondays() {
        long first = frame.asOfMillis();
        for (int life = 0; life < lives.size(); life++) {
            first = Math.min(first, lives.createdMillis(life));
        }
        ZoneId zone = frame.charter().week().zone();
        LocalDate monday = Instant.ofEpochMilli(first).atZone(zone).toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Columns.Longs all = new Columns.Longs();
        long at;
        do {
            at = monday.atStartOfDay(zone).toInstant().toEpochMilli();
            all.add(at);
            monday = monday.plusWeeks(1);
        } while (at <= frame.asOfMillis());
        return all.trimmed();
    }

    /** How many weeks there are. */
    int size() {
        return mondays.length - 1;
    }

    /** When a week begins; after the last one, when that ends. */
    long monday(int week) {
        return mondays[week];
    }

    /** The week of an instant; what lies before the first belongs to it. */
    int week(long atMillis) {
        int found = Arrays.binarySearch(mondays, atMillis);
        return Math.clamp(found >= 0 ? found : -found - 2, 0, mondays.length - 2);
    }

    /** Receives a piece of recorded work, or a touch. */
    interface Work {
        void accept(int week, int step, long fromMillis, long toMillis, long touches, boolean calm);
    }

    /** Delivers an actor's recorded work in pieces that no week and no change of its item cuts, and each touch. */
    void work(int who, Work sink) {
        for (int segment = timelines.firstOfActor(who); segment < timelines.firstOfActor(who + 1); segment++) {
            int life = timelines.life(segment);
            for (long at = timelines.fromMillis(segment); at < timelines.toMillis(segment); ) {
                int row = lives.stepAt(life, at);
                int step = Math.max(lives.firstStep(life), row);
                int following = row < 0 ? step : step + 1;
                int week = week(at);
                long next = week + 2 < mondays.length ? Math.min(timelines.toMillis(segment), mondays[week + 1])
                        : timelines.toMillis(segment);
                next = following <= lives.lastStep(life) ? Math.min(next, lives.atMillis(following)) : next;
                next = Math.min(next, pressureChange(life, at));
                sink.accept(week, step, at, next, 0, isCalm(life, at));
                at = next;
            }
        }
        WorkRecords records = ground.records();
        for (int sign = records.firstSign(who); sign < records.firstSign(who + 1); sign++) {
            int life = records.life(sign);
            int step = Math.max(lives.firstStep(life), lives.stepAt(life, records.atMillis(sign)));
            long at = records.atMillis(sign);
            sink.accept(week(at), step, at, at, 1, isCalm(life, at));
        }
    }

    /** Whether an item makes no pressure. */
    private boolean isCalm(int life, long atMillis) {
        int item = lives.item(life);
        return ground.membership().pressures(ground.membership().stepAt(item, atMillis)) == 0;
    }

    /** When an item next changes as to the pressure it makes, or the end of time. */
    private long pressureChange(int life, long atMillis) {
        int item = lives.item(life);
        int row = ground.membership().stepAt(item, atMillis);
        int next = row < 0 ? ground.membership().first(item) : row + 1;
        return next < ground.membership().first(item + 1) ? ground.membership().atMillis(next) : Long.MAX_VALUE;
    }

    private void add(Effort effort, int step, long millis, long touches) {
        int[] codes = ClassTable.unpacked(lives.classes(step));
        for (int d = 0; d < codes.length; d++) {
            effort.millis()[d][codes[d]] += millis;
            effort.touches()[d][codes[d]] += touches;
        }
    }

    /** Counts an item where it came in, where it went out, and at the end of every week in which it was in hand. */
    private void flow(int life) {
        count(sum -> sum.arrivals, lives.firstStep(life), week(lives.createdMillis(life)));
        if (lives.isOver(life) && lives.phase(lives.lastStep(life)) == Phase.done) {
            count(sum -> sum.finished, lives.stepAt(life, lives.endMillis(life)), week(lives.endMillis(life)));
        }
        if (lives.startMillis(life) == Life.NEVER && !lives.isBornWorking(life)) {
            return;
        }
        long begun = lives.isBornWorking(life) ? lives.createdMillis(life) : lives.startMillis(life);
        for (int week = week(begun); week < mondays.length - 1 && mondays[week + 1] <= lives.endMillis(life); week++) {
            int step = lives.stepAt(life, mondays[week + 1] - 1);
            if (!lives.phase(step).isOver()) {
                count(sum -> sum.wip, step, week);
            }
        }
    }

    private void count(Function<Sum, long[][]> of, int step, int week) {
        int[] codes = ClassTable.unpacked(lives.classes(step));
        int team = codes[Dimension.TEAM.ordinal()];
        for (int d = 0; d < codes.length; d++) {
            of.apply(sums[teams][week])[d][codes[d]]++;
            if (team < teams) {
                of.apply(sums[team][week])[d][codes[d]]++;
            }
        }
    }

    /** Delivers the weeks of the actors of a shard. */
    void actors(int shard, int shards, Consumer<ActorWeek> sink) {
        for (int who = shard; who < ground.journal().actorCount(); who += shards) {
            @Nullable Effort[] all = new Effort[mondays.length - 1];
            Effort[] calm = new Effort[all.length];
            work(who, (week, step, from, to, touches, isCalm) -> {
                long millis = to - from;
                Effort own = all[week];
                if (own == null) {
                    own = Effort.none(frame.classes());
                    all[week] = own;
                    calm[week] = Effort.none(frame.classes());
                }
                add(own, step, millis, touches);
                if (isCalm) {
                    add(calm[week], step, millis, touches);
                }
            });
            long[] outside = outside(who);
            DatedWork dated = new DatedWork(who, ground, timelines, frame.charter().week().zone());
            for (int week = 0; week < all.length; week++) {
                Effort own = all[week];
                if (own != null) {
                    sink.accept(new ActorWeek(who, team(who, mondays[week]), mondays[week], isInWindow(week), own,
                            calm[week], ground.calendar().overlapMillis(mondays[week], mondays[week + 1]), 0,
                            outside[week], dated.between(week == 0 ? Long.MIN_VALUE / 2 : mondays[week],
                                    week + 2 < mondays.length ? mondays[week + 1] : Long.MAX_VALUE / 2)));
                }
            }
        }
    }

    /** By week, an actor's recorded work outside working hours. */
    private long[] outside(int who) {
        long[] outside = new long[mondays.length - 1];
        work(who, (week, step, from, to, touches, calm) -> outside[week] += to - from);
        for (int segment = timelines.firstOfActor(who); segment < timelines.firstOfActor(who + 1); segment++) {
            long from = timelines.fromMillis(segment);
            long to = timelines.toMillis(segment);
            for (int week = week(from); week < outside.length && from < to; week++) {
                long end = week + 1 < outside.length ? Math.min(to, mondays[week + 1]) : to;
                outside[week] -= ground.calendar().overlapMillis(from, end);
                from = end;
            }
        }
        return outside;
    }

    private int team(int who, long atMillis) {
        return ground.pools().teamOf(who, atMillis);
    }

    boolean isInWindow(int week) {
        return frame.window().span().fromMillis() <= mondays[week]
                && mondays[week + 1] <= frame.window().span().toMillis();
    }

    /** Delivers the weeks of the teams of a shard; the whole organisation stands after the teams. */
    void teams(int shard, int shards, Consumer<TeamWeek> sink) {
        for (int team = 0; team <= teams; team++) {
            for (int week = 0; week < mondays.length - 1; week++) {
                if ((team * (mondays.length - 1) + week) % shards == shard) {
                    Sum sum = sums[team][week];
                    sink.accept(new TeamWeek(team < teams ? team : TeamWeek.WHOLE, mondays[week], isInWindow(week),
                            regime(week), sum.arrivals, sum.finished, sum.wip, sum.effort,
                            sum.actors.cardinality()));
                }
            }
        }
    }

    /** Whether time was short in the week of an instant. */
    TeamWeek.Regime regimeAt(long atMillis) {
        return regime(week(atMillis));
    }

    private TeamWeek.Regime regime(int week) {
        if (frame.charter().intent().pressures().isEmpty()) {
            return TeamWeek.Regime.UNDECLARED;
        }
        long pressed = 0;
        long all = 0;
        for (long at = mondays[week]; at < mondays[week + 1]; ) {
            long next = Math.min(mondays[week + 1], ground.orders().pressed().nextChange(at));
            long hours = ground.calendar().overlapMillis(at, next);
            all += hours;
            pressed += ground.orders().pressed().contains(at) ? hours : 0;
            at = next;
        }
        return all > 0 && pressed >= HALF * all ? TeamWeek.Regime.PRESSURE : TeamWeek.Regime.CALM;
    }
}
