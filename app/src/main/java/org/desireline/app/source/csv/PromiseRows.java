package org.desireline.app.source.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.source.files.Delivery;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows that are promises of a whole, such as sprints, and rows that are parts of such, into events: when a whole
 * was promised, by when, how much more or less was delivered than planned, and of how many parts it is. Rows of one
 * folder speak of the same wholes. What no column says the day of stands on 1970-01-01. Pure.
 */
final class PromiseRows {

    private static final long DAY_MILLIS = 24L * 3_600_000;
    private static final int MOST_CHARS = 40;

    private final Delivery delivery;
    private final String source;
    private final String table;
    private final String pointer;
    private final String folder;
    private final TreeMap<String, Long> parts = new TreeMap<>();
    private final TreeMap<String, Long> records = new TreeMap<>();
    private long undated;

    /**
     * A whole as a row tells it.
     *
     * @param promised when it was promised, or null
     * @param due by when, or null
     * @param difference what was delivered less what was planned; null where the row is a part of it
     * @param values further columns
     */
    record Row(
            String name, @Nullable Long promised, @Nullable Long due, @Nullable BigDecimal difference,
            Map<Role, String> values, long record) {}

    PromiseRows(Delivery delivery, String source, String table, String pointer) {
        this.delivery = delivery;
        this.source = source;
        this.table = table;
        this.pointer = pointer;
        this.folder = pointer.substring(0, Math.max(0, Math.max(pointer.lastIndexOf('/'), pointer.lastIndexOf('!'))));
    }

    /** A number as tables write it, or null. */
    static @Nullable BigDecimal number(String text) {
        try {
            return text.isEmpty() || text.length() > MOST_CHARS ? null : new BigDecimal(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** Takes a row that is a part of a whole. */
    void part(String name, long record) {
        parts.merge(name, 1L, Long::sum);
        records.putIfAbsent(name, record);
    }

    /** Takes a row that is a whole. */
    void whole(Row row) {
        Long due = row.due();
        Long promised = row.promised() != null ? row.promised() : due == null ? null : Long.valueOf(due - DAY_MILLIS);
        undated += due == null ? 1 : 0;
        TreeMap<String, String> told = new TreeMap<>();
        BigDecimal difference = row.difference();
        if (difference != null) {
            told.put(Field.DIFFERENCE, difference.stripTrailingZeros().toPlainString());
        }
        row.values().forEach((role, value) -> {
            BigDecimal number = number(value);
            if (number != null && (role == Role.PARTS || role == Role.PEOPLE) && number.signum() >= 0
                    && number.precision() - number.scale() < 10) {
                told.put(role == Role.PARTS ? Field.PARTS : Field.PEOPLE, Long.toString(number.longValue()));
            }
        });
        if (due != null) {
            told.put(Field.DUE, day(due));
        }
        tell(row.name(), promised == null ? 0 : promised, due == null ? DAY_MILLIS : dayEnd(due), told, row.record());
    }

    /** A day is over at its end, whatever time of it is written. */
    private static long dayEnd(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS) * DAY_MILLIS + DAY_MILLIS;
    }

    private static String day(long millis) {
        return java.time.Instant.ofEpochMilli(millis).toString().substring(0, 10);
    }

    private void tell(String name, long from, long until, Map<String, String> told, long record) {
        TreeMap<String, String> first = new TreeMap<>();
        first.put(Field.KEY, name);
        first.put(Field.PROJECT, folder.isEmpty() ? table : folder);
        first.put(Field.CHILDREN, Field.WHOLE);
        first.put(Field.CHANGE_LOG, "none");
        first.put(Field.OWNER, Field.OWNER_UNKNOWN);
        emit(name, "promised", from, Verb.created, first, record);
        told.put(Field.TARGET, Field.WHOLE);
        emit(name, "told", Math.max(from + 1, until), Verb.declared, told, record);
    }

    private void emit(String name, String what, long at, Verb verb, Map<String, String> values, long record) {
        String item = source + ":promise:" + folder + ":" + name;
        delivery.event(new Event(EventId.of(item + ":" + table + ":" + what), at, verb, Ref.item(item), null,
                List.of(), values, new Origin(source, 0, pointer, record)));
    }

    /** Hands on how many parts there are, and says what was assumed. */
    void finish() {
        parts.forEach((name, count) -> tell(name, 0, DAY_MILLIS, new TreeMap<>(Map.of(Field.PARTS,
                Long.toString(count))), records.getOrDefault(name, 0L)));
        if (undated > 0 || !parts.isEmpty()) {
            delivery.trouble(Severity.NOTE, pointer, "tells no day of what was promised: it stands on 1970-01-01, and"
                    + " only counts are told of it", undated == 0 ? 1 : undated);
        }
    }
}
