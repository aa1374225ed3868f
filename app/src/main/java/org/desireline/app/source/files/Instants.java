package org.desireline.app.source.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the instants of exports, and tells which can be true. */
public final class Instants {

    /** No tracker is older than this; earlier instants are broken clocks. */
    public static final long EARLIEST_MILLIS = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm:ss")
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd()
            .optionalStart().appendPattern("xx").optionalEnd()
            .optionalStart().appendPattern("XXX").optionalEnd()
            .toFormatter(Locale.ROOT);

    private Instants() {}

    /** Milliseconds of an instant with an offset, a bare date (its first instant in UTC) or a count of milliseconds. */
    public static @Nullable Long millis(String text) {
        try {
            if (text.length() == 10 && text.charAt(4) == '-') {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            }
            if (!text.isEmpty() && text.indexOf('T') < 0) {
                return Long.valueOf(text);
            }
            return OffsetDateTime.parse(text, FORMAT).toInstant().toEpochMilli();
        } catch (DateTimeParseException | NumberFormatException notAnInstant) {
            return null;
        }
    }

    /** The offset an instant is written in, such as {@code +0100}; empty where it has none. */
    public static String offset(String text) {
        int at = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        if (text.endsWith("Z")) {
            return "+0000";
        }
        return text.indexOf('T') > 0 && at > text.indexOf('T') ? text.substring(at).replace(":", "") : "";
    }

    /**
     * What is wrong with an instant, as the end of a sentence; null where it can be true.
     *
     * @param text what stands there
     * @param millis the same as read, or null where it cannot be read
     * @param newestMillis no event of the document can be later than this
     */
    public static @Nullable String wrong(String text, @Nullable Long millis, long newestMillis) {
        if (millis == null) {
            return text.isEmpty() ? "has no time" : "has a time that cannot be read";
        }
        if (millis < 0) {
            return "is dated before 1970";
        }
        if (millis < EARLIEST_MILLIS) {
            return "is dated before 1990";
        }
        return millis > newestMillis ? "is dated more than two days after its file" : null;
    }
}
