package org.desireline.app.source.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Days by the names that people have for them, such as {@code v1.21} for the day of a release. Names are the same in
 * any case; one that begins with a {@code v} and a digit is the same without that letter.
 */
final class Calendar {

    /** Knows no name. */
    static final Calendar NONE = new Calendar(Map.of());

    private final Map<String, LocalDate> days;

    /** Of days by their names. */
    Calendar(Map<String, LocalDate> named) {
        TreeMap<String, LocalDate> all = new TreeMap<>();
        named.forEach((name, day) -> all.put(plain(name), day));
        days = all;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^v(?=[0-9])", "");
    }

    /** The day that a value is or names; null where it is neither. */
    @Nullable LocalDate day(String value) {
        LocalDate iso = iso(value);
        return iso != null ? iso : days.get(plain(value));
    }

    /** The day that a text begins with, as {@code 2026-07-01} or {@code 2026-07-01T…}; null where it is none. */
    static @Nullable LocalDate iso(String value) {
        if (!value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].{0,40})?")) {
            return null;
        }
        try {
            return LocalDate.parse(value.substring(0, 10));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    @Override
    public String toString() {
        return days.toString();
    }
}
