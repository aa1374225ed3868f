package org.desireline.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretch of time a reading is about: whole ISO weeks, a whole month, a whole quarter, or everything there is.
 * Arbitrary dates are not offered, because the difference of two windows that differ by a day points at people.
 *
 * @param name as it was asked for: {@code 52w}, {@code 2026Q1}, {@code 2026-03} or {@code all}
 * @param span its instants
 * @param from first day in the zone
 * @param to first day after it in the zone
 */
public record Window(String name, Span span, LocalDate from, LocalDate to) {

    /** The window used when none is named: the last 52 whole ISO weeks before as-of. */
    public static final String DEFAULT = "52w";

    private static final Pattern WEEKS = Pattern.compile("(\\d{1,3})w");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})q([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

    /**
     * Reads a window.
     *
     * @param text {@code 52w}, {@code 2026Q1}, {@code 2026-03} or {@code all}
     * @param firstMillis the first instant of the data, used by {@code all}
     * @param asOfMillis the instant up to which the data are read
     */
    public static Window parse(String text, long firstMillis, long asOfMillis, ZoneId zone) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        LocalDate today = Instant.ofEpochMilli(asOfMillis + 1).atZone(zone).toLocalDate();
        if (name.equals("all")) {
            LocalDate first = Instant.ofEpochMilli(firstMillis).atZone(zone).toLocalDate();
            // The last event of all lies at as-of, and belongs to everything.
            return new Window(name, new Span(Math.min(firstMillis, asOfMillis), asOfMillis + 1), first,
                    Instant.ofEpochMilli(asOfMillis).atZone(zone).toLocalDate().plusDays(1));
        }
        Matcher weeks = WEEKS.matcher(name);
        if (weeks.matches() && Integer.parseInt(weeks.group(1)) > 0) {
            LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return days(name, monday.minusWeeks(Integer.parseInt(weeks.group(1))), monday, zone, asOfMillis);
        }
        Matcher quarter = QUARTER.matcher(name);
        if (quarter.matches()) {
            LocalDate first = LocalDate.of(
                    Integer.parseInt(quarter.group(1)), 3 * Integer.parseInt(quarter.group(2)) - 2, 1);
            return days(name.toUpperCase(Locale.ROOT), first, first.plusMonths(3), zone, asOfMillis);
        }
        Matcher month = MONTH.matcher(name);
        if (month.matches() && Integer.parseInt(month.group(2)) >= 1 && Integer.parseInt(month.group(2)) <= 12) {
            LocalDate first = LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
            return days(name, first, first.plusMonths(1), zone, asOfMillis);
        }
        throw new IllegalArgumentException("Not a window: '" + text
                + "'. Windows are whole weeks (52w), a month (2026-03), a quarter (2026Q1) or 'all'."
                + " Perhaps you meant 52w.");
    }

    private static Window days(String name, LocalDate from, LocalDate to, ZoneId zone, long asOfMillis) {
        long start = from.atStartOfDay(zone).toInstant().toEpochMilli();
        long end = to.atStartOfDay(zone).toInstant().toEpochMilli();
        if (end > asOfMillis + 1) {
            throw new IllegalArgumentException("The window " + name + " ends on " + to
                    + ", after the data do (" + Instant.ofEpochMilli(asOfMillis)
                    + "). Perhaps name an earlier one: only whole windows are read.");
        }
        return new Window(name, new Span(start, end), from, to);
    }
}
