package org.desireline.app.source.csv;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the columns of a table say.
 *
 * @param columns the name of the column by role
 * @param fields further columns that tell classes of cases apart
 * @param timeFormat how times are written: {@code iso}, {@code seconds}, {@code millis} or a pattern of Java's
 * @param timeZone where times without an offset are
 */
public record Mapping(Map<Role, String> columns, List<String> fields, String timeFormat, String timeZone) {

    /** The entry for {@link #fields}. */
    public static final String FIELDS = "fields";
    /** The entry for {@link #timeFormat}. */
    public static final String TIME_FORMAT = "time-format";
    /** The entry for {@link #timeZone}. */
    public static final String TIME_ZONE = "time-zone";

    public Mapping {
        columns = Collections.unmodifiableMap(columns.isEmpty() ? new EnumMap<>(Role.class) : new EnumMap<>(columns));
        fields = List.copyOf(fields);
    }

    /** What a row is. */
    enum Rows { EVENTS, ACTIVITIES, ITEMS, PROMISES, PARTS }

    /** What a row is, by the columns there are. */
    Rows rows() {
        boolean activities = columns.containsKey(Role.START) && columns.containsKey(Role.END);
        boolean items = columns.containsKey(Role.CREATED);
        if (columns.containsKey(Role.PROMISE)) {
            return columns.containsKey(Role.DIFFERENCE) || columns.containsKey(Role.PLANNED)
                    || columns.containsKey(Role.DELIVERED) ? Rows.PROMISES : Rows.PARTS;
        }
        return items ? Rows.ITEMS : activities ? Rows.ACTIVITIES : Rows.EVENTS;
    }

    /** The roles that a table cannot be read without and that no column has. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (columns.containsKey(Role.PROMISE)) {
            if (rows() == Rows.PROMISES && !columns.containsKey(Role.DIFFERENCE)) {
                Stream.of(Role.PLANNED, Role.DELIVERED).filter(role -> !columns.containsKey(role))
                        .forEach(role -> missing.add(role.label()));
            }
            return missing;
        }
        if (!columns.containsKey(Role.CASE)) {
            missing.add(Role.CASE.label());
        }
        if (rows() == Rows.EVENTS && !columns.containsKey(Role.TIME)) {
            missing.add(Role.TIME.label());
        }
        if (rows() != Rows.ITEMS && !columns.containsKey(Role.ACTIVITY) && !columns.containsKey(Role.STATUS)) {
            missing.add(Role.ACTIVITY.label());
        }
        return missing;
    }

    /** How its times are read. */
    TimeFormat times() {
        return TimeFormat.of(timeFormat, ZoneId.of(timeZone));
    }

    /** Every entry of it in words, as {@code role = column}. */
    public String shown() {
        String all = columns.entrySet().stream().map(entry -> entry.getKey().label() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
        return all + (fields.isEmpty() ? "" : ", fields = " + String.join(" + ", fields)) + ", times " + timeFormat
                + " in " + timeZone;
    }

    /** Whether there is a pattern of times as written. */
    public static boolean isFormat(String pattern) {
        try {
            return !pattern.isEmpty() && !TimeFormat.of(pattern, ZoneId.of("UTC")).pattern().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
