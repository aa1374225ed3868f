package org.desireline.instrument.compensation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.number.BlockMean;
import org.desireline.number.Contrast;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.jspecify.annotations.Nullable;

/**
 * Hours that are a part of other hours, week by week and person by person.
 *
 * <p>Of the hours, the mean over weeks, neighbours being alike. Of the share, a jackknife over people and one over
 * weeks: the wider interval at each end, the larger p. Cost: linear.
 */
final class Portion {

    static final int FEWEST_WEEKS = 8;
    static final int FEWEST_PEOPLE = 5;

    private static final double HOUR_MILLIS = 3_600_000.0;
    /** Four weeks, as long as a plan of work or a release mostly holds. */
    private static final int BLOCK = 4;
    private static final double HALF = 0.5;
    /** As many people as would have worked as much each. */
    private static final double LEAST_EVEN = 4;

    /** By week, the part and the whole, in milliseconds. */
    private final TreeMap<Long, long[]> weeks = new TreeMap<>();
    /** By actor, the same. */
    private final TreeMap<Integer, long[]> people = new TreeMap<>();
    private long personWeeks;

    /** Adds what somebody did in a week. */
    void add(long week, int who, long part, long whole) {
        if (whole > 0) {
            add(weeks.computeIfAbsent(week, none -> new long[2]), part, whole);
            add(people.computeIfAbsent(who, none -> new long[2]), part, whole);
            personWeeks++;
        }
    }

    private static void add(long[] sums, long part, long whole) {
        sums[0] += part;
        sums[1] += whole;
    }

    /** How many weeks there are with any of the whole. */
    int weeks() {
        return weeks.size();
    }

    /** How many people did any of the whole. */
    int people() {
        return people.size();
    }

    /** In how many weeks each of them did, added up. */
    long personWeeks() {
        return personWeeks;
    }

    /** How many people did any of the part. */
    int doers() {
        return (int) people.values().stream().filter(sums -> sums[0] > 0).count();
    }

    long partMillis() {
        return weeks.values().stream().mapToLong(sums -> sums[0]).sum();
    }

    long wholeMillis() {
        return weeks.values().stream().mapToLong(sums -> sums[1]).sum();
    }

    /** The largest share of the part that is one person's; 0 where there is nothing of it. */
    double largest() {
        long most = people.values().stream().mapToLong(sums -> sums[0]).max().orElse(0);
        return most == 0 ? 0 : (double) most / partMillis();
    }

    /** Whether enough weeks and people stand behind it to be told. */
    boolean isTold() {
        return weeks() >= FEWEST_WEEKS && people() >= FEWEST_PEOPLE;
    }

    /** How few people do half of the part, counted from whoever does the most. */
    int carriers() {
        List<Long> parts = new ArrayList<>(people.values().stream().map(sums -> sums[0]).toList());
        parts.sort(Collections.reverseOrder());
        long carried = 0;
        int count = 0;
        while (count < parts.size() && 2 * carried < partMillis()) {
            carried += parts.get(count++);
        }
        return count;
    }

    /** Hours of the part in a week, the mean; of weeks enough only. */
    Interval hours() {
        double[] series = weeks.values().stream().mapToDouble(sums -> sums[0] / HOUR_MILLIS).toArray();
        Interval mean = BlockMean.ofMean(series, BLOCK).contrast().interval();
        return new Interval(mean.value(), Math.min(mean.value(), Math.max(0, mean.low())),
                Math.max(mean.value(), mean.high()));
    }

    double share() {
        return (double) partMillis() / wholeMillis();
    }

    /** The share with its interval, the wider at each end; 0 to 1 where one person or week makes up the whole. */
    Interval interval() {
        double value = share();
        RatioJackknife byWeek = jackknife(weeks);
        RatioJackknife byPerson = jackknife(people);
        if (byWeek == null || byPerson == null) {
            return new Interval(value, 0, 1);
        }
        double low = Math.min(byWeek.interval().low(), byPerson.interval().low());
        double high = Math.max(byWeek.interval().high(), byPerson.interval().high());
        return new Interval(value, Math.clamp(low, 0, value), Math.clamp(high, value, 1));
    }

    /** The larger p against "the share is no more than that"; 1 where too few people stand behind it. */
    double pAbove(double reference) {
        RatioJackknife byWeek = jackknife(weeks);
        RatioJackknife byPerson = jackknife(people);
        if (byWeek == null || byPerson == null) {
            return 1;
        }
        boolean sound = isTold() && byPerson.largestShare() <= HALF && byPerson.effectiveClusters() >= LEAST_EVEN;
        return sound ? Math.max(p(byWeek, reference), p(byPerson, reference)) : 1;
    }

    private static double p(RatioJackknife ratio, double reference) {
        double beyond = ratio.interval().value() - reference;
        return ratio.standardError() > 0 ? new Contrast(beyond, ratio.standardError(),
                ratio.effectiveClusters() - 1).pAbove() : beyond > 0 ? 0 : 1;
    }

    private static <K> @Nullable RatioJackknife jackknife(SortedMap<K, long[]> clusters) {
        double[] whole = array(clusters, 1);
        return Arrays.stream(whole).filter(n -> n > 0).count() < 2 ? null
                : RatioJackknife.of(array(clusters, 0), whole);
    }

    private static <K> double[] array(Map<K, long[]> clusters, int which) {
        return clusters.values().stream().mapToDouble(sums -> sums[which]).toArray();
    }
}
