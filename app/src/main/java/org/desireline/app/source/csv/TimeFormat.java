package org.desireline.app.source.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.app.source.files.IsoInstants;
import org.jspecify.annotations.Nullable;

/** How a table writes its times: one way for all of them. */
final class TimeFormat {

    static final String ISO = "iso";
    static final String SECONDS = "seconds";
    static final String MILLIS = "millis";

    /** Tried in this order; where two fit, only the order of day and month can differ. */
    private static final List<String> KNOWN = List.of(ISO, SECONDS, MILLIS, "yyyy/M/d[ H:mm[:ss[.SSS]]]",
            "d.M.yyyy[ H:mm[:ss]]", "d/M/yyyy[ H:mm[:ss]]", "M/d/yyyy[ H:mm[:ss]]", "d/M/yyyy h:mm[:ss] a",
            "M/d/yyyy h:mm[:ss] a", "d-M-yyyy[ H:mm[:ss]]", "M-d-yyyy[ H:mm[:ss]]", "d-MMM-yyyy[ H:mm[:ss]]",
            "d MMM yyyy[ H:mm[:ss]]", "d/MMM/yy[ h:mm a]", "MMM d, yyyy[ h:mm[:ss] a]", "MMM d, yyyy, h:mm[:ss] a",
            "yyyyMMdd'T'HHmmss", "yyyyMMddHHmmss", "EEE, d MMM yyyy HH:mm:ss xx", "EEE MMM d HH:mm:ss zzz yyyy");

    private final String pattern;
    private final ZoneId zone;
    private final @Nullable DateTimeFormatter formatter;

    private TimeFormat(String pattern, ZoneId zone, @Nullable DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.zone = zone;
        this.formatter = formatter;
    }

    /**
     * A format by its name, {@code iso}, {@code seconds}, {@code millis}, or by a pattern of Java's.
     *
     * @param zone where times without an offset are
     * @throws IllegalArgumentException where there is no such pattern
     */
    static TimeFormat of(String pattern, ZoneId zone) {
        boolean named = pattern.equals(ISO) || pattern.equals(SECONDS) || pattern.equals(MILLIS);
        return new TimeFormat(pattern, zone, named ? null : new DateTimeFormatterBuilder().parseCaseInsensitive()
                .appendPattern(pattern).toFormatter(Locale.ENGLISH));
    }

    /** The formats that fit all of some texts, of which there is one at least. */
    static List<String> fitting(List<String> texts) {
        List<String> fitting = new ArrayList<>();
        for (String pattern : texts.isEmpty() ? List.<String>of() : KNOWN) {
            TimeFormat format = of(pattern, ZoneOffset.UTC);
            if (texts.stream().allMatch(text -> format.millis(text) != IsoInstants.NONE)) {
                fitting.add(pattern);
            }
        }
        return fitting;
    }

    String pattern() {
        return pattern;
    }

    /** Milliseconds of an instant, or {@link IsoInstants#NONE}. */
    long millis(String text) {
        try {
            return switch (pattern) {
                case ISO -> iso(text);
                case SECONDS -> text.matches("1?\\d{9}([.]\\d+)?") ? (long) (Double.parseDouble(text) * 1000)
                        : IsoInstants.NONE;
                case MILLIS -> text.matches("1?\\d{12}") ? Long.parseLong(text) : IsoInstants.NONE;
                default -> formatter == null ? IsoInstants.NONE : parsed(formatter, text);
            };
        } catch (DateTimeException odd) {
            return IsoInstants.NONE;
        }
    }

    private long iso(String text) {
        if (text.length() == 10 && text.charAt(4) == '-') {
            long start = IsoInstants.millis(text + "T00:00");
            return start == IsoInstants.NONE ? start : local(start);
        }
        long millis = IsoInstants.millis(text);
        return millis == IsoInstants.NONE || !IsoInstants.offset(text).isEmpty() ? millis : local(millis);
    }

    /** The instant at which clocks of the zone show what those of UTC show at another. */
    private long local(long utcMillis) {
        return zone.equals(ZoneOffset.UTC) ? utcMillis
                : LocalDateTime.ofEpochSecond(Math.floorDiv(utcMillis, 1000L), 0, ZoneOffset.UTC).atZone(zone)
                        .toInstant().toEpochMilli() + Math.floorMod(utcMillis, 1000L);
    }

    private long parsed(DateTimeFormatter by, String text) {
        TemporalAccessor found = by.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (found) {
            case OffsetDateTime instant -> instant.toInstant().toEpochMilli();
            case LocalDateTime time -> time.atZone(zone).toInstant().toEpochMilli();
            case LocalDate day -> day.atStartOfDay(zone).toInstant().toEpochMilli();
            default -> IsoInstants.NONE;
        };
    }
}
