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
 * @param growth items that the stock grew by, a week: what is tested
 * @param begin open items before the first of the weeks
 * @param end open items after the last
 */
record Load(
        Dimension dimension, String name, int people, int weeks, long finished, Contrast growth, long begin, long end) {

    static final int FEWEST_WEEKS = 8;
    private static final int FEWEST_FINISHED = 30;
    private static final double ALPHA = 0.05;

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
        for (Map.Entry<Long, long[]> week : series.entrySet()) {
            long open = week.getValue()[Kind.OPEN.ordinal()];
            if (week.getValue()[Kind.IN_WINDOW.ordinal()] > 0) {
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
        double mean = growth.stream().mapToLong(Long::longValue).average().orElse(0);
        double squares = growth.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        int n = growth.size();
        return new Load(dimension, name, people, n, finished,
                new Contrast(mean, StrictMath.sqrt(squares / (n - 1) / n), n - 1), begin,
                begin + growth.stream().mapToLong(Long::longValue).sum());
    }

    private boolean isJudged() {
        return weeks >= FEWEST_WEEKS && finished >= FEWEST_FINISHED;
    }

    /** The lines of all parts. */
    static List<Line> lines(List<Load> loads) {
        List<Load> judged = loads.stream().filter(Load::isJudged).toList();
        double[] adjusted = judged.isEmpty() ? new double[0]
                : Holm.adjusted(judged.stream().mapToDouble(load -> load.growth().pAbove()).toArray());
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
        double perWeek = (double) finished / weeks;
        Interval interval = growth.interval();
        double value = 1 + interval.value() / perWeek;
        Strength strength = interval.low() <= 0 ? Strength.CANNOT_TELL
                : adjusted < ALPHA ? Strength.SHOWS : Strength.SUGGESTS;
        lines.add(new Line(prefix + "load", about, "load", "window", new Estimate(value,
                Math.min(value, Math.max(0, 1 + interval.low() / perWeek)), Math.max(value,
                1 + interval.high() / perWeek), Unit.INDEX, finished, people, Grade.OBSERVED, value, value, strength),
                of, support, null, List.of()));
        for (boolean first : Arrays.asList(true, false)) {
            lines.add(new Line(prefix + (first ? "openBefore" : "openAfter"), about, first ? "openBefore" : "openAfter",
                    "window", Estimate.exact((double) (first ? begin : end), Unit.ITEMS, first ? begin : end, people,
                    Grade.OBSERVED), "open items when the window " + (first ? "began" : "ended"), support, null,
                    List.of()));
        }
    }
}
