package org.desireline.world.planted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desireline.number.Keyed;

/** What is asked of a planted organisation; it does not depend on how anybody behaves. */
final class Arrivals {

    static final double HOUR = 3_600_000.0;
    static final double MEAN_SIZE_MILLIS = 8 * HOUR;

    /** Standard deviation of the logarithm of the size: a coefficient of variation of 1. */
    static final double SIZE_SIGMA = StrictMath.sqrt(StrictMath.log(2));

    private static final long SECOND = 1000;
    private static final long SHORTEST_MILLIS = 10 * 60 * SECOND;

    /** Shares of the classes, the most important first. */
    static final double[] CLASS_WEIGHTS = {0.2, 0.25, 0.3, 0.25};

    private static final List<String> TYPES = List.of("Bug", "Story", "Task");
    private static final double[] TYPE_WEIGHTS = {0.4, 0.3, 0.3};

    /**
     * The share of an hour at work that can go to items: a day off in twenty-five, an hour's meeting a week, and an
     * hour aside after a quarter of the pieces of work. Measured on the aligned world, since pieces end with items and
     * days.
     */
    private static final double EFFECTIVE = 0.80;

    /** What comes back from reviews adds this much to the work. */
    private static final double REWORK = 1.05;

    private final Keyed keyed;
    private final Staff staff;
    private final Plan plan;

    Arrivals(Keyed keyed, Staff staff, Plan plan) {
        this.keyed = keyed;
        this.staff = staff;
        this.plan = plan;
    }

    /** The items written down before the end, in order of creation. */
    List<Job> jobs(long startMillis, long endMillis) {
        List<Job> drafts = new ArrayList<>();
        for (int area = 0; area < staff.areas(); area++) {
            long at = startMillis;
            double perHour = perHour(Staff.teamOfArea(area));
            for (long count = 0; at < endMillis; count++) {
                double wait = keyed.exponential(HOUR / perHour, Draw.ARRIVAL.stream(), area, count);
                at = staff.week(Staff.teamOfArea(area)).after(at, seconds(wait));
                if (at < endMillis) {
                    drafts.add(draft(area, count, at));
                }
            }
        }
        drafts.sort(Comparator.<Job>comparingLong(job -> job.createdMillis).thenComparingInt(job -> job.area));
        List<Job> jobs = new ArrayList<>();
        for (Job draft : drafts) {
            jobs.add(new Job(jobs.size() + 1, draft.createdMillis, draft.area, draft.rank(), draft.type,
                    draft.sizeMillis, draft.creator));
        }
        return jobs;
    }

    /** Items that come in for an area of a team in an hour at work. */
    private double perHour(int team) {
        return plan.loadOf(team) * EFFECTIVE * staff.members() * HOUR
                / (MEAN_SIZE_MILLIS * plan.sizeOf(team) * REWORK * Staff.AREAS);
    }

    private Job draft(int area, long count, long atMillis) {
        double size = keyed.lognormal(MEAN_SIZE_MILLIS * plan.sizeOf(Staff.teamOfArea(area)), SIZE_SIGMA,
                Draw.SIZE.stream(), area, count);
        int rank = keyed.categorical(CLASS_WEIGHTS, Draw.CLASS.stream(), area, count);
        String type = TYPES.get(keyed.categorical(TYPE_WEIGHTS, Draw.TYPE.stream(), area, count));
        int creator = (int) (keyed.uniform(Draw.CREATOR.stream(), area, count)
                * staff.people().size());
        return new Job(0, atMillis, area, rank, type, Math.max(SHORTEST_MILLIS, seconds(size)), creator);
    }

    /** A length in whole seconds, at least one: trackers keep no smaller ones. */
    static long seconds(double millis) {
        return SECOND * Math.max(1, (long) StrictMath.ceil(millis / SECOND));
    }
}
