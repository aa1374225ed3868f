package org.desireline.app.source.jira;

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

/** Reads the instants of Jira exports. */
final class Instants {

    /** No tracker is older than this; earlier instants are broken clocks. */
    static final long EARLIEST_MILLIS = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm:ss")
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd()
            .optionalStart().appendPattern("xx").optionalEnd()
            .optionalStart().appendPattern("XXX").optionalEnd()
            .toFormatter(Locale.ROOT);

    private Instants() {}

    /** Milliseconds of an instant with an offset, a bare date (its first instant in UTC) or a count of milliseconds. */
    static @Nullable Long millis(String text) {
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
    static String offset(String text) {
        int at = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        if (text.endsWith("Z")) {
            return "+0000";
        }
        return text.indexOf('T') > 0 && at > text.indexOf('T') ? text.substring(at).replace(":", "") : "";
    }
}
