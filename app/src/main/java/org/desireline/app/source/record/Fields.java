package org.desireline.app.source.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a text says of itself: values by the names of their fields. Names are in lower case with single blanks; a field
 * inside another has both names with a dot between them. A field may have several values, none, or be empty.
 */
final class Fields {

    /** More than any record has that a person wrote. */
    private static final int MOST_VALUES = 5_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 2_000;

    private final Map<String, List<Value>> values = new LinkedHashMap<>();
    private int count;

    /**
     * A value.
     *
     * @param text the value, without the marks around it
     * @param line the line on which it stands, from 1
     */
    record Value(String text, int line) {}

    /** The name of a field as it is looked for. */
    static String name(String written) {
        return written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * Adds a value; what is too long is cut.
     *
     * @throws Unreadable where there are more values than a record has
     */
    void add(String name, String value, int line) {
        String key = name(name);
        if (key.isEmpty() || key.length() > LONGEST_NAME) {
            return;
        }
        if (++count > MOST_VALUES) {
            throw new Unreadable(line, "holds more than " + MOST_VALUES + " values");
        }
        String text = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        values.computeIfAbsent(key, none -> new ArrayList<>()).add(new Value(text.strip(), line));
    }

    /** Says that a field is there, though it has no value. */
    void mention(String name) {
        values.computeIfAbsent(name(name), none -> new ArrayList<>());
    }

    /** Adds the fields that are not there yet. */
    void addMissing(Fields others) {
        others.values.forEach(values::putIfAbsent);
    }

    /** The values of a field; none where it is not there. */
    List<Value> of(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether there is no field at all. */
    boolean isEmpty() {
        return values.isEmpty();
    }
}
