package org.desireline.app.source.ocel;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.TreeSet;
import org.desireline.app.source.files.Instants;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of one log.
 *
 * <p>Programs write times without an offset, in whatever zone they ran. The format dates what an object had from the
 * first to the beginning of 1970 in UTC; where a program wrote that moment without an offset too, the hour it put there
 * is its offset. Without such a sign, times without an offset are read as UTC.
 *
 * @param localOffsetMillis what times without an offset are ahead of UTC
 */
record OcelTimes(long localOffsetMillis) {

    private static final long MOST_OFFSET_MILLIS = 14 * 3_600_000L;
    private static final long QUARTER_MILLIS = 15 * 60_000L;

    /** The times of a log. */
    static OcelTimes of(OcelLog log) {
        TreeSet<Long> offsets = new TreeSet<>();
        for (OcelLog.Thing thing : log.things().values()) {
            for (OcelLog.Value value : thing.values()) {
                Long local = local(value.time());
                if (local != null && Math.abs(local) <= MOST_OFFSET_MILLIS && local % QUARTER_MILLIS == 0) {
                    offsets.add(local);
                }
            }
        }
        return new OcelTimes(offsets.size() == 1 ? offsets.first() : 0);
    }

    /** The instant of a text, or null where it is none. */
    @Nullable Long millis(String text) {
        String given = normal(text);
        if (given.indexOf('T') < 0) {
            return null;
        }
        Long instant = Instants.millis(given);
        Long local = instant == null ? local(text) : null;
        return local == null ? instant : Long.valueOf(local - localOffsetMillis);
    }

    /** Whether a text has no offset. */
    static boolean isLocal(String text) {
        return local(text) != null;
    }

    /** Whether a text is the beginning of time, by which logs date what an object had from the first. */
    boolean isFirst(String text) {
        Long millis = text.isEmpty() ? Long.valueOf(0) : millis(text);
        return millis != null && millis == 0;
    }

    /**
     * The offset that a time is written in, such as {@code +0100}; empty where it has none, and where it is UTC:
     * programs write that wherever they run.
     */
    static String offset(String text) {
        String written = isLocal(text) ? "" : Instants.offset(normal(text));
        return written.equals("+0000") ? "" : written;
    }

    /** What a text without an offset would be in UTC, or null where it is none or has one. */
    private static @Nullable Long local(String text) {
        try {
            return LocalDateTime.parse(normal(text), DateTimeFormatter.ISO_LOCAL_DATE_TIME).toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeParseException notLocal) {
            return null;
        }
    }

    private static String normal(String text) {
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    }
}
