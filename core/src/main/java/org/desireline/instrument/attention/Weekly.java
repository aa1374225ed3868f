package org.desireline.instrument.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.desireline.number.BlockMean;
import org.desireline.number.Contrast;

/**
 * What is on record by class in the weeks that have any of it; weeks without stand in no series.
 *
 * @param weeks numbers of the weeks, ascending
 * @param totals of each week
 * @param byCode of each class, week for week
 */
record Weekly(int[] weeks, long[] totals, TreeMap<Integer, long[]> byCode) {

    /** Four weeks, as long as a plan of work or a release mostly holds. */
    static final int BLOCK = 4;

    static Weekly of(Map<Integer, SortedMap<Integer, Long>> sums) {
        TreeSet<Integer> all = new TreeSet<>();
        sums.values().forEach(own -> all.addAll(own.keySet()));
        int[] weeks = all.stream().mapToInt(Integer::intValue).toArray();
        long[] totals = new long[weeks.length];
        TreeMap<Integer, long[]> byCode = new TreeMap<>();
        sums.forEach((code, own) -> {
            long[] row = Arrays.stream(weeks).mapToLong(week -> own.getOrDefault(week, 0L)).toArray();
            Arrays.setAll(totals, i -> totals[i] + row[i]);
            byCode.put(code, row);
        });
        return new Weekly(weeks, totals, byCode);
    }

    int size() {
        return weeks.length;
    }

    /** What is on record of a class, week for week. */
    long[] of(int code) {
        return byCode.getOrDefault(code, new long[weeks.length]);
    }

    /** All that is on record of a class. */
    long sum(int code) {
        return Arrays.stream(of(code)).sum();
    }

    /** The share of a class in each week. */
    double[] shares(int code) {
        long[] own = of(code);
        return IntStream.range(0, own.length).mapToDouble(i -> (double) own[i] / totals[i]).toArray();
    }

    /** The places of the weeks of which something holds. */
    int[] places(IntPredicate ofWeek) {
        return IntStream.range(0, weeks.length).filter(i -> ofWeek.test(weeks[i])).toArray();
    }

    /** Whether a series is long enough to be averaged. */
    static boolean isEnough(double[] series) {
        return series.length >= Digest.FEWEST_WEEKS;
    }

    /** The mean of a series with what is known of its error. */
    static Contrast mean(double[] series) {
        return BlockMean.ofMean(series, BLOCK).contrast();
    }

    /** Some values of a series. */
    static double[] at(double[] series, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> series[i]).toArray();
    }

    /** The codes that are on record, ascending. */
    ArrayList<Integer> codes() {
        return new ArrayList<>(byCode.keySet());
    }
}
