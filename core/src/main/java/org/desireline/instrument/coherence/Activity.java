package org.desireline.instrument.coherence;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.charter.Capacity;
import org.desireline.number.BlockMean;
import org.desireline.number.Interval;
import org.desireline.part.Frame;

/**
 * How busy one team was: recorded work on calendar over what could be done, week by week.
 *
 * @param shares of the weeks of which it can be told
 * @param capacityMillis what could be done in a week, the mean of these weeks
 * @param isDeclared whether the charter says how much
 * @param people recorded work on calendar, by member who left a trace
 */
record Activity(double[] shares, double capacityMillis, boolean isDeclared, SortedMap<Integer, Long> people) {

    static final int FEWEST_WEEKS = 8;
    /** Four weeks, as long as a plan of work or a release mostly holds. */
    private static final int BLOCK = 4;

    /** Of a team: of the weeks in which its capacity was declared, or of all where these are too few. */
    static Activity of(int team, Coherence.Count count, Frame frame) {
        SortedMap<Long, long[]> weeks = count.weeks.getOrDefault(team, new TreeMap<>());
        List<Double> declared = new ArrayList<>();
        double declaredMillis = 0;
        for (long monday : count.mondays.keySet()) {
            Capacity capacity = frame.charter().intent().capacity(team, monday);
            if (capacity != null) {
                declared.add((double) weeks.getOrDefault(monday, new long[2])[0] / capacity.weekMillis());
                declaredMillis += capacity.weekMillis();
            }
        }
        SortedMap<Integer, Long> people = count.people.getOrDefault(team, new TreeMap<>());
        if (declared.size() >= FEWEST_WEEKS) {
            return new Activity(array(declared), declaredMillis / declared.size(), true, people);
        }
        List<Double> shares = new ArrayList<>();
        double millis = 0;
        for (long[] sums : weeks.values()) {
            if (sums[1] > 0) {
                shares.add((double) sums[0] / sums[1]);
                millis += sums[1];
            }
        }
        return new Activity(array(shares), shares.isEmpty() ? 0 : millis / shares.size(), false, people);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int weeks() {
        return shares.length;
    }

    /** The mean over weeks with its interval; of weeks enough only. */
    Interval mean() {
        Interval mean = BlockMean.ofMean(shares, BLOCK).contrast().interval();
        return new Interval(mean.value(), Math.min(mean.value(), Math.max(0, mean.low())),
                Math.max(mean.value(), mean.high()));
    }

    double largest() {
        return (double) people.values().stream().mapToLong(Long::longValue).max().orElse(0)
                / Math.max(1, Side.sum(people));
    }

    /** Members whose work is recorded. */
    long actors() {
        return people.values().stream().filter(millis -> millis > 0).count();
    }
}
