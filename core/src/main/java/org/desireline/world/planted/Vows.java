package org.desireline.world.planted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.desireline.number.Keyed;
import org.desireline.time.Spans;
import org.desireline.world.World;
import org.desireline.world.planted.Job.Party;

/**
 * Makes promises of days, and says what becomes of them. Whoever comes to own an item promises it for some weeks ahead.
 * Where the day comes near, or has passed, and the item is not done, the day is moved back beforehand, or afterwards,
 * or the item dropped or the day taken back, or nothing is said and the item done late. What is forgotten is never
 * worked on; somebody may speak of it, or move its day, before the day has passed, and nobody afterwards.
 */
final class Vows {

    private static final double DAY = 24 * Arrivals.HOUR;
    private static final double SHORTEST_LEAD_MILLIS = 4 * DAY;
    private static final double MEAN_LEAD_MILLIS = 20 * DAY;
    private static final double LEAD_SIGMA = 0.5;
    private static final double SHORTEST_PUSH_MILLIS = 3 * DAY;
    private static final double PUSH_MILLIS = 11 * DAY;
    private static final double AHEAD_MILLIS = 5 * DAY;
    private static final double LATE_MILLIS = 3 * DAY;
    /** What becomes of a day that is missed. */
    private static final double[] MISSED = {0.25, 0.35, 0.08, 0.32};
    private static final double PUSHED_THEN_FORGOTTEN = 0.3;
    private static final double[] REMARKS = {0.4, 0.35, 0.25};
    private static final double REMARKED_SHARE = 0.8;

    private enum Missed {
        MOVED_AHEAD, MOVED_AFTERWARDS, GIVEN_UP, DONE_LATE
    }

    private final Keyed keyed;
    private final Neglect neglect;
    private final Staff staff;
    private final BiConsumer<Long, Runnable> agenda;
    /** Takes an item off its owner's desk, if nobody sits at it. */
    private final Predicate<Job> clear;
    private final List<Vow> made = new ArrayList<>();

    Vows(Keyed keyed, Neglect neglect, Staff staff, BiConsumer<Long, Runnable> agenda, Predicate<Job> clear) {
        this.keyed = keyed;
        this.neglect = neglect;
        this.staff = staff;
        this.agenda = agenda;
        this.clear = clear;
    }

    /** All that were made, in the order of time. */
    List<Vow> made() {
        return made;
    }

    /** Somebody has come to own an item. */
    void owned(Job job, long at) {
        if (!neglect.isPromising()
                || keyed.uniform(Draw.PROMISED.stream(), job.number, 0) >= neglect.promisedShare()) {
            return;
        }
        Vow vow = new Vow(job, keyed.uniform(Draw.FORGOTTEN.stream(), job.number, 0) < neglect.forgottenShare());
        job.vow = vow;
        made.add(vow);
        double lead = SHORTEST_LEAD_MILLIS
                + keyed.lognormal(MEAN_LEAD_MILLIS, LEAD_SIGMA, Draw.LEAD.stream(), job.number, 0);
        say(vow, at, day(at, lead));
        LocalDate day = day(at, lead);
        if (vow.isForgotten) {
            forget(vow, at, day);
        } else {
            follow(vow, day, 0);
        }
    }

    private static LocalDate day(long at, double later) {
        return Instant.ofEpochMilli(at + (long) later).atZone(Vow.ZONE).toLocalDate();
    }

    private static void say(Vow vow, long at, LocalDate day) {
        vow.sayings.add(new Vow.Saying(at, vow.job.owner, day));
    }

    private long work(Vow vow, double at) {
        Spans week = staff.week(vow.job.team());
        return week.after((long) at, 0);
    }

    private static boolean isOpen(Vow vow) {
        return vow.job.stages.getLast().party() != Party.OVER;
    }

    /** What is said of it until its day has passed. */
    private void forget(Vow vow, long at, LocalDate day) {
        int remarks = keyed.categorical(REMARKS, Draw.REMARK.stream(), vow.job.number, 0);
        for (int i = 1; i <= remarks; i++) {
            double share = REMARKED_SHARE * keyed.uniform(Draw.REMARK.stream(), vow.job.number, i);
            long when = work(vow, at + share * (Vow.endMillis(day) - at));
            agenda.accept(when, () -> vow.remarks.add(when));
        }
        if (keyed.uniform(Draw.FORGOTTEN.stream(), vow.job.number, 1) < PUSHED_THEN_FORGOTTEN) {
            double ahead = AHEAD_MILLIS * keyed.uniform(Draw.FORGOTTEN.stream(), vow.job.number, 2);
            long when = work(vow, Math.max(at + Arrivals.HOUR, Vow.endMillis(day) - DAY - ahead));
            agenda.accept(when, () -> say(vow, when, later(vow, day, when, 0)));
        }
    }

    private LocalDate later(Vow vow, LocalDate day, long at, int missed) {
        LocalDate next = day(at, SHORTEST_PUSH_MILLIS
                + keyed.exponential(PUSH_MILLIS, Draw.PUSH_BACK.stream(), vow.job.number, missed));
        return next.isAfter(day) ? next : day.plusDays(1);
    }

    /** What becomes of a day, if the item is not done by then. */
    private void follow(Vow vow, LocalDate day, int missed) {
        Missed what = Missed.values()[keyed.categorical(MISSED, Draw.MISSED.stream(), vow.job.number, missed)];
        long end = Vow.endMillis(day);
        long made = vow.sayings.getLast().atMillis();
        double ahead = AHEAD_MILLIS * keyed.uniform(Draw.MISSED.stream(), vow.job.number, 1000 + missed);
        double late = keyed.exponential(LATE_MILLIS, Draw.MISSED.stream(), vow.job.number, 2000 + missed);
        long at = work(vow, what == Missed.MOVED_AHEAD ? Math.max(made + Arrivals.HOUR, end - ahead) : end + late);
        switch (what) {
            case MOVED_AHEAD, MOVED_AFTERWARDS -> agenda.accept(at, () -> {
                if (isOpen(vow)) {
                    LocalDate next = later(vow, day, at, missed);
                    say(vow, at, next);
                    follow(vow, next, missed + 1);
                }
            });
            case GIVEN_UP -> agenda.accept(at, () -> giveUp(vow, at, missed));
            case DONE_LATE -> { }
        }
    }

    private void giveUp(Vow vow, long at, int missed) {
        boolean wholly = keyed.uniform(Draw.MISSED.stream(), vow.job.number, 3000 + missed) < 0.5;
        if (!isOpen(vow)) {
            return;
        }
        if (wholly && clear.test(vow.job)) {
            vow.job.isDropped = true;
            vow.job.move(at, Party.OVER, World.NOBODY);
        } else {
            vow.sayings.add(new Vow.Saying(at, vow.job.owner, null));
        }
    }
}
