package org.desireline.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A weekly working calendar: one shift a weekday, in a zone.
 *
 * @param zone the zone whose rules turn local shifts into instants, daylight saving included
 * @param first the weekday a run of working days begins with
 * @param last the weekday it ends with, inclusive
 * @param opens local start of the shift
 * @param closes local end of the shift, after {@code opens}; midnight stands for the end of the day
 */
public record WorkWeek(ZoneId zone, DayOfWeek first, DayOfWeek last, LocalTime opens, LocalTime closes) {

    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY, "tue", DayOfWeek.TUESDAY, "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY, "fri", DayOfWeek.FRIDAY, "sat", DayOfWeek.SATURDAY, "sun", DayOfWeek.SUNDAY);
    private static final Pattern TEXT = Pattern.compile(
            "(?i)\\s*(mon|tue|wed|thu|fri|sat|sun)\\s*-\\s*(mon|tue|wed|thu|fri|sat|sun)"
                    + "\\s+(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})\\s*");

    public WorkWeek {
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("A shift may not end before it starts: " + opens + "-" + closes
                    + ". Perhaps write 00:00 for the end of the day.");
        }
    }

    /** Monday to Friday, 09:00 to 17:00, in the zone: what is assumed when nobody declared a calendar. */
    public static WorkWeek assumed(ZoneId zone) {
        return new WorkWeek(zone, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    /** Reads {@code Mon-Fri 09:00-17:00}. */
    public static WorkWeek parse(String text, ZoneId zone) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Not a working week: '" + text + "'. Perhaps you meant 'Mon-Fri 09:00-17:00'.");
        }
        return new WorkWeek(zone, day(matcher.group(1)), day(matcher.group(2)),
                time(matcher.group(3), text),
                matcher.group(4).equals("24:00") ? LocalTime.MIDNIGHT : time(matcher.group(4), text));
    }

    /** The working hours inside {@code [fromMillis, toMillis)}; one span for each working day. */
    public Spans expand(long fromMillis, long toMillis) {
        if (toMillis <= fromMillis) {
            return Spans.none();
        }
        List<Span> spans = new ArrayList<>();
        LocalDate day = Instant.ofEpochMilli(fromMillis).atZone(zone).toLocalDate().minusDays(1);
        LocalDate end = Instant.ofEpochMilli(toMillis).atZone(zone).toLocalDate().plusDays(1);
        for (; !day.isAfter(end); day = day.plusDays(1)) {
            if (worksOn(day.getDayOfWeek())) {
                long opensAt = Math.max(fromMillis, millisAt(day, opens));
                LocalDate closing = closes.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
                long closesAt = Math.min(toMillis, millisAt(closing, closes));
                if (opensAt < closesAt) {
                    spans.add(new Span(opensAt, closesAt));
                }
            }
        }
        return Spans.union(spans);
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return name(first) + "-" + name(last) + " " + opens + "-" + closes;
    }

    /** A run of days may pass over Sunday, as Sun-Thu does. */
    private boolean worksOn(DayOfWeek day) {
        boolean fromFirst = day.compareTo(first) >= 0;
        boolean toLast = day.compareTo(last) <= 0;
        return first.compareTo(last) <= 0 ? fromFirst && toLast : fromFirst || toLast;
    }

    private long millisAt(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }

    private static String name(DayOfWeek day) {
        for (Map.Entry<String, DayOfWeek> entry : new TreeMap<>(DAYS).entrySet()) {
            if (entry.getValue() == day) {
                return Character.toUpperCase(entry.getKey().charAt(0)) + entry.getKey().substring(1);
            }
        }
        throw new IllegalStateException("No name for " + day);
    }

    private static DayOfWeek day(String text) {
        DayOfWeek day = DAYS.get(text.toLowerCase(java.util.Locale.ROOT));
        if (day == null) {
            throw new IllegalArgumentException("Not a weekday: '" + text + "'.");
        }
        return day;
    }

    private static LocalTime time(String text, String whole) {
        try {
            return LocalTime.parse(text);
        } catch (java.time.format.DateTimeParseException bad) {
            throw new IllegalArgumentException("Not a time of day: '" + text + "' in '" + whole
                    + "'. Perhaps write it as 09:00.", bad);
        }
    }
}
