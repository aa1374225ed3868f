package org.desireline.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.number.Keyed;

/**
 * What is asked of an organisation: items as they are written down, with their sizes, which are estimated rightly to
 * the minute. It does not depend on how anybody behaves.
 */
final class Demand {

    private static final double HOUR = 3_600_000.0;
    private static final double WEEK_HOURS = 40;

    /** Mean size: eight hours of attention. */
    static final double MEAN_SIZE_MILLIS = 8 * HOUR;

    /** Standard deviation of the logarithm of the size; the priorities' means add next to nothing to it. */
    private static final double SIZE_SIGMA = 0.7;

    /** Shares of the priorities, the highest first: most items are of the two lowest. */
    private static final double[] PRIORITY_WEIGHTS = {0.08, 0.14, 0.38, 0.40};

    /** Mean size by priority, in mean sizes: the small jobs are mostly minor. With the shares above the mean is 1. */
    private static final double[] PRIORITY_SIZES = {1.3, 1.15, 1.05, 0.84};

    private static final List<String> TYPES = List.of("Bug", "Story", "Task");
    private static final double[] SMALL_TYPES = {0.35, 0.05, 0.60};
    private static final double[] OTHER_TYPES = {0.45, 0.40, 0.15};
    private static final double SMALL_MILLIS = 4 * HOUR;

    /** An item below three hours mostly carries a label that says so. */
    private static final double QUICK_MILLIS = 3 * HOUR;
    private static final double QUICK_LABELLED = 0.8;

    private static final List<String> THEMES = List.of("audit", "handover", "mobile", "print", "training");
    private static final double THEME_SHARE = 0.3;

    /** Items that lie there in the first week of the record, and items a week from then on. */
    private static final int FIRST_ITEMS = 80;
    private static final double ITEMS_PER_WEEK = 9.6;

    private final Keyed keyed;
    private final Shifts shifts;
    private final List<Person> people;

    Demand(Keyed keyed, Shifts shifts, List<Person> people) {
        this.keyed = keyed;
        this.shifts = shifts;
        this.people = people;
    }

    /**
     * An item before anybody touches it.
     *
     * @param number in order of creation
     * @param createdMillis when it is written down
     * @param priority index into {@link Riverbank#PRIORITIES}
     * @param sizeMillis the attention it needs
     * @param creator index of the person who writes it down
     * @param turn how many items were written down for the same team before
     */
    record Job(int number, long createdMillis, String type, int priority, String component, List<String> labels,
            double sizeMillis, int creator, int turn) {
    }

    /** The items written down before {@code endMillis}, numbered in order of creation. */
    List<Job> jobs(long startMillis, long endMillis) {
        List<Job> drafts = new ArrayList<>();
        long at = startMillis;
        for (int draft = 0; at < endMillis; draft++) {
            double hours = draft < FIRST_ITEMS ? WEEK_HOURS / FIRST_ITEMS : WEEK_HOURS / ITEMS_PER_WEEK;
            at = shifts.officeAfter(at, keyed.exponential(hours * HOUR, Chance.ARRIVAL.stream(), draft, 0));
            drafts.add(draft(draft, at));
        }
        drafts.removeIf(job -> job.createdMillis() >= endMillis);
        drafts.sort(Comparator.comparingLong(Job::createdMillis).thenComparingInt(Job::number));
        List<Job> jobs = new ArrayList<>();
        Map<String, Integer> turns = new HashMap<>();
        for (Job job : drafts) {
            jobs.add(new Job(jobs.size() + 1, job.createdMillis(), job.type(), job.priority(), job.component(),
                    job.labels(), job.sizeMillis(), job.creator(), turns.merge(job.component(), 1, Integer::sum) - 1));
        }
        return jobs;
    }

    private Job draft(int draft, long atMillis) {
        int priority = keyed.categorical(PRIORITY_WEIGHTS, Chance.PRIORITY.stream(), draft, 0);
        double size = keyed.lognormal(
                MEAN_SIZE_MILLIS * PRIORITY_SIZES[priority], SIZE_SIGMA, Chance.SIZE.stream(), draft, 0);
        double[] types = size < SMALL_MILLIS ? SMALL_TYPES : OTHER_TYPES;
        // A person drawn at random stands for their team: so a team's share of the work is its share of the people.
        int member = (int) (keyed.uniform(Chance.TEAM.stream(), draft, 0) * people.size());
        int creator = (int) (keyed.uniform(Chance.CREATOR.stream(), draft, 0) * people.size());
        return new Job(draft, shifts.after(creator, atMillis, 0),
                TYPES.get(keyed.categorical(types, Chance.TYPE.stream(), draft, 0)), priority,
                people.get(member).team(), labels(draft, size), size, creator, 0);
    }

    private List<String> labels(int draft, double size) {
        List<String> labels = new ArrayList<>();
        if (size < QUICK_MILLIS && keyed.uniform(Chance.LABEL.stream(), draft, 0) < QUICK_LABELLED) {
            labels.add("quick-win");
        }
        if (keyed.uniform(Chance.LABEL.stream(), draft, 1) < THEME_SHARE) {
            labels.add(THEMES.get((int) (keyed.uniform(Chance.LABEL.stream(), draft, 2) * THEMES.size())));
        }
        return labels;
    }
}
