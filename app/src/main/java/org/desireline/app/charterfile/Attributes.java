package org.desireline.app.charterfile;

import dev.cel.common.values.NullValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.charter.StatusWords;
import org.desireline.journal.Field;
import org.jspecify.annotations.Nullable;

/**
 * An item's attributes at an instant, under the names that expressions use.
 *
 * @param fields by {@link Field}; what is missing is not there
 * @param source the kind of source the item comes from
 * @param createdMillis when it was created
 * @param area name of its area, or empty
 * @param statuses what statuses stand for
 * @param zone where a day ends
 */
record Attributes(
        Map<String, String> fields, String source, long createdMillis, String area, StatusMap statuses, ZoneId zone) {

    /** The fields of the journal that each variable is made of. */
    static List<String> fieldsOf(String variable) {
        return switch (variable) {
            case "phase" -> List.of(Field.STATUS, Field.RESOLUTION, Field.PROJECT);
            case "labels" -> List.of(Field.LABEL);
            case "components" -> List.of(Field.COMPONENT);
            case "fixVersions" -> List.of(Field.FIX_VERSION);
            case "area", "created", "custom" -> List.of();
            default -> List.of(variable);
        };
    }

    /** A single value, empty where there is none. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The values of a field that may have several. */
    List<String> texts(String field) {
        return Field.split(text(field));
    }

    /** The value of a variable, or null where there is no such variable. */
    @Nullable Object value(String variable) {
        return switch (variable) {
            case "type", "status", "priority", "epic", "project", "team" -> text(variable);
            case "sprint" -> {
                List<String> sprints = texts(Field.SPRINT);
                yield sprints.isEmpty() ? "" : sprints.getLast();
            }
            case "labels" -> texts(Field.LABEL);
            case "components" -> texts(Field.COMPONENT);
            case "fixVersions" -> texts(Field.FIX_VERSION);
            case "phase" -> phase();
            case "area" -> area;
            case "created" -> Instant.ofEpochMilli(createdMillis);
            case "due" -> due();
            case "severity" -> severity();
            case "custom" -> custom();
            default -> null;
        };
    }

    private String phase() {
        Phase phase = text(Field.STATUS).isEmpty() ? Phase.queued
                : statuses.phase(source + "/" + text(Field.PROJECT), text(Field.STATUS));
        return (phase == Phase.done && StatusWords.isDropped(text(Field.RESOLUTION)) ? Phase.dropped : phase).name();
    }

    /** The end of the day it is due. */
    private Object due() {
        String due = text(Field.DUE);
        try {
            return due.length() < 10 ? NullValue.NULL_VALUE
                    : LocalDate.parse(due.substring(0, 10)).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeException noDay) {
            return NullValue.NULL_VALUE;
        }
    }

    private Object severity() {
        String severity = text(Field.SEVERITY).strip();
        if (severity.isEmpty()) {
            return NullValue.NULL_VALUE;
        }
        return severity.matches("-?\\d{1,9}") ? (Object) Long.valueOf(severity) : severity;
    }

    private Map<String, String> custom() {
        TreeMap<String, String> custom = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(Field.CUSTOM)) {
                custom.put(name.substring(Field.CUSTOM.length()), value);
            }
        });
        return custom;
    }
}
