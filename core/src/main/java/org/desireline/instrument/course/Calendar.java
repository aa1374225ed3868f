package org.desireline.instrument.course;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.desireline.time.Span;
import org.desireline.time.Spans;
import org.desireline.time.WorkWeek;
import org.jspecify.annotations.Nullable;

/** The periods of a window: its weeks, or its quarters where it is longer than two years; the outer ones clipped. */
final class Calendar implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_WEEKS = 106;

    private final boolean weekly;
    /** First day of each period, as epoch days. */
    private final long[] days;
    /** Where periods begin, and where the last ends. */
    private final long[] bounds;
    /** Ends of the working spans of the window, in pairs. */
    private final long[] working;
    private transient @Nullable Spans spans;

    private Calendar(boolean weekly, long[] days, long[] bounds, long[] working) {
        this.weekly = weekly;
        this.days = days;
        this.bounds = bounds;
        this.working = working;
    }

    static Calendar of(Span window, WorkWeek week) {
        ZoneId zone = week.zone();
        LocalDate first = Instant.ofEpochMilli(window.fromMillis()).atZone(zone).toLocalDate();
        LocalDate last = Instant.ofEpochMilli(window.toMillis() - 1).atZone(zone).toLocalDate();
        boolean weekly = last.toEpochDay() - first.toEpochDay() < MOST_WEEKS * 7L;
        List<Long> days = new ArrayList<>();
        LocalDate day = weekly ? first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : first.with(IsoFields.DAY_OF_QUARTER, 1);
        for (; !day.isAfter(last); day = weekly ? day.plusWeeks(1) : day.plusMonths(3)) {
            days.add(day.toEpochDay());
        }
        long[] bounds = new long[days.size() + 1];
        for (int i = 0; i < days.size(); i++) {
            bounds[i] = Math.max(window.fromMillis(),
                    LocalDate.ofEpochDay(days.get(i)).atStartOfDay(zone).toInstant().toEpochMilli());
        }
        bounds[days.size()] = window.toMillis();
        Spans expanded = week.expand(window.fromMillis(), window.toMillis());
        long[] working = new long[2 * expanded.size()];
        for (int i = 0; i < expanded.size(); i++) {
            working[2 * i] = expanded.get(i).fromMillis();
            working[2 * i + 1] = expanded.get(i).toMillis();
        }
        return new Calendar(weekly, days.stream().mapToLong(Long::longValue).toArray(), bounds, working);
    }

    int size() {
        return days.length;
    }

    /** What a period is: "week" or "quarter". */
    String unit() {
        return weekly ? "week" : "quarter";
    }

    /** The first day of a period, whether the window holds it or begins later. */
    LocalDate day(int period) {
        return LocalDate.ofEpochDay(days[period]);
    }

    /** The period of an instant of the window. */
    int at(long millis) {
        int low = 0;
        int high = days.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (bounds[middle] <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Where a period ends. */
    long end(int period) {
        return bounds[period + 1];
    }

    /** How much of a stretch of the window was working time. */
    long workingMillis(long from, long to) {
        Spans known = spans;
        if (known == null) {
            List<Span> pairs = new ArrayList<>();
            for (int i = 0; i < working.length; i += 2) {
                pairs.add(new Span(working[i], working[i + 1]));
            }
            known = Spans.union(pairs);
            spans = known;
        }
        return known.overlapMillis(from, to);
    }
}
