package org.desireline.instrument.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.capacity.Capacity.Kind;
import org.desireline.number.Contrast;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Holm;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How much came to one part over how much it finished.
 *
 * @param dimension what it is a class of
 * @param name its name
 * @param people who had to do with it
 * @param weeks whole weeks of the window of which the stock is known, and that before
 * @param finished items finished in them
 * @param growth items that the stock grew by in these weeks, with the error that its ups and downs make
 * @param begin items open and not parked before the first of the weeks
 * @param end those after the last
 */
record Load(
        Dimension dimension, String name, int people, int weeks, long finished, Contrast growth, long begin, long end) {

    static final int FEWEST_WEEKS = 8;
    private static final int FEWEST_FINISHED = 30;
    private static final double ALPHA = 0.05;
    /**
     * A tenth more than is finished may come without a part falling behind: in planted organisations whose teams have a
     * fifth of their time to spare it is 0 to 11 in a hundred over half a year.
     */
    private static final double MARGIN = 0.1;
    /** Where nothing was open before, that part of the weeks is left out in which the stock builds up. */
    private static final int BUILDING_UP = 3;
    /** Weeks of a stock that tell about as much as one by itself. */
    private static final int BLOCK_WEEKS = 4;

    /** Of a part's weeks; null where the stock of no two weeks that follow one another is known. */
    static @Nullable Load of(
            Dimension dimension, String name, @Nullable SortedMap<Long, long[]> series, int people) {
        if (series == null) {
            return null;
        }
        List<Long> growth = new ArrayList<>();
        long finished = 0;
        long begin = 0;
        long before = 0;
        boolean any = false;
        List<Map.Entry<Long, long[]>> all = new ArrayList<>(series.entrySet());
        int first = 0;
        while (first < all.size() && all.get(first).getValue()[Kind.IN_WINDOW.ordinal()] == 0) {
            first++;
        }
        boolean isNew = first == 0 || all.get(first - 1).getValue()[Kind.LIVE.ordinal()] == 0;
        int left = isNew ? first + (all.size() - first) / BUILDING_UP : first;
        for (int i = 0; i < all.size(); i++) {
            Map.Entry<Long, long[]> week = all.get(i);
            long open = week.getValue()[Kind.LIVE.ordinal()];
            if (i >= left && week.getValue()[Kind.IN_WINDOW.ordinal()] > 0) {
                begin = growth.isEmpty() ? before : begin;
                growth.add(open - before);
                finished += week.getValue()[Kind.FINISHED.ordinal()];
            }
            any |= open > 0 || finished > 0;
            before = open;
        }
        if (!any || growth.size() < 2) {
            return null;
        }
        int n = growth.size();
        long end = begin + growth.stream().mapToLong(Long::longValue).sum();
        return new Load(dimension, name, people, n, finished, new Contrast((double) (end - begin),
                StrictMath.sqrt(2) * unrest(begin, growth), Math.max(1, n / (double) BLOCK_WEEKS - 1)), begin, end);
    }

    /** How far the stock lies about its trend: the root of the mean square about the least-squares line. */
    private static double unrest(long begin, List<Long> growth) {
        int n = growth.size() + 1;
        double[] open = new double[n];
        open[0] = begin;
        for (int week = 1; week < n; week++) {
            open[week] = open[week - 1] + growth.get(week - 1);
        }
        double mean = Arrays.stream(open).sum() / n;
        double middle = (n - 1) / 2.0;
        double slope = 0;
        double spread = 0;
        for (int week = 0; week < n; week++) {
            slope += (week - middle) * (open[week] - mean);
            spread += (week - middle) * (week - middle);
        }
        double squares = 0;
        for (int week = 0; week < n; week++) {
            double off = open[week] - mean - slope / spread * (week - middle);
            squares += off * off;
        }
        return StrictMath.sqrt(squares / (n - 2));
    }

    /** The growth beyond what may pass. */
    private Contrast above() {
        return new Contrast(growth.estimate() - MARGIN * finished, growth.standardError(), growth.degreesOfFreedom());
    }

    private boolean isJudged() {
        return weeks >= FEWEST_WEEKS && finished >= FEWEST_FINISHED;
    }

    /** The lines of all parts. */
    static List<Line> lines(List<Load> loads) {
        List<Load> judged = loads.stream().filter(Load::isJudged).toList();
        double[] adjusted = judged.isEmpty() ? new double[0]
                : Holm.adjusted(judged.stream().mapToDouble(load -> load.above().pAbove()).toArray());
        List<Line> lines = new ArrayList<>();
        for (Load load : loads) {
            int place = judged.indexOf(load);
            load.add(lines, place < 0 ? 1 : adjusted[place]);
        }
        return lines;
    }

    private void add(List<Line> lines, double adjusted) {
        String prefix = "capacity/" + dimension.label() + "/" + Line.idPart(name) + "/";
        Line.About about = new Line.About(dimension.label(), name);
        Support support = new Support(Support.Basis.STRUCTURE, Math.max(finished, end), people, 0, prefix + "load",
                List.of());
        String of = "items that came over items finished, in " + weeks + " weeks";
        if (!isJudged()) {
            lines.add(new Line(prefix + "load", about, "load", "window", null, of, support, weeks < FEWEST_WEEKS
                    ? "fewer than " + FEWEST_WEEKS + " whole weeks" : "fewer than " + FEWEST_FINISHED
                    + " items finished in the window", List.of()));
            return;
        }
        Interval interval = growth.interval();
        double value = 1 + interval.value() / finished;
        Strength strength = adjusted < ALPHA ? Strength.SHOWS
                : above().interval().low() > 0 ? Strength.SUGGESTS : Strength.CANNOT_TELL;
        lines.add(new Line(prefix + "load", about, "load", "window", new Estimate(value,
                Math.min(value, Math.max(0, 1 + interval.low() / finished)), Math.max(value,
                1 + interval.high() / finished), Unit.INDEX, finished, people, Grade.OBSERVED, value, value, strength),
                of, support, null, List.of()));
        for (boolean first : Arrays.asList(true, false)) {
            String label = first ? "openBefore" : "openAfter";
            long items = first ? begin : end;
            lines.add(new Line(prefix + label, about, label, "window", Estimate.exact((double) items, Unit.ITEMS, items,
                    people, Grade.OBSERVED), "items open, and not parked, when the window "
                    + (first ? "began" : "ended"), support, null, List.of()));
        }
    }
}
