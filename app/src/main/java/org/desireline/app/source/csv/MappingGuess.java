package org.desireline.app.source.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what the columns of a table say, by the names of the columns and the values of its first rows.
 *
 * @param mapping what was found
 * @param problem why the table cannot be read by it, as the end of a sentence; null where it can
 */
record MappingGuess(Mapping mapping, @Nullable String problem) {

    private static final Set<Role> OF_ITEMS = EnumSet.of(Role.CREATED, Role.CLOSED, Role.UPDATED, Role.OWNER,
            Role.RESOLUTION, Role.DUE);
    private static final Set<Role> OF_EVENTS = EnumSet.of(Role.ACTIVITY, Role.TIME, Role.SCHEDULED, Role.START,
            Role.END, Role.RESOURCE, Role.LIFECYCLE, Role.INSTANCE);
    private static final String ZONE = "UTC";

    /** Guesses from the names and some rows. */
    static MappingGuess of(List<String> header, List<List<String>> rows) {
        Map<Role, String> found = new EnumMap<>(Role.class);
        Map<Role, String> events = byName(header, rows, OF_ITEMS);
        boolean tellsEvents = events.containsKey(Role.ACTIVITY)
                && (events.containsKey(Role.TIME) || events.containsKey(Role.START) || events.containsKey(Role.END));
        Map<Role, String> items = byName(header, rows, OF_EVENTS);
        if (tellsEvents || !items.containsKey(Role.CREATED)) {
            found.putAll(events);
            settle(found);
        } else {
            found.putAll(items);
        }
        List<String> fields = new ArrayList<>();
        for (String column : header) {
            if (column.startsWith("case:") && !found.containsValue(column)) {
                fields.add(column);
            }
        }
        return timed(found, fields, header, rows);
    }

    /** The surest column for each role but some; no column has two roles. */
    private static Map<Role, String> byName(List<String> header, List<List<String>> rows, Set<Role> not) {
        Map<Role, String> found = new EnumMap<>(Role.class);
        Set<String> taken = new HashSet<>();
        for (Role role : Role.values()) {
            String best = null;
            int bestRank = Integer.MAX_VALUE;
            for (int i = 0; i < header.size() && !not.contains(role); i++) {
                String column = header.get(i);
                int rank = role.rank(column);
                boolean fits = rank >= 0 && rank < bestRank && !taken.contains(column)
                        && header.indexOf(column) == header.lastIndexOf(column)
                        && (!role.isTime() || !TimeFormat.fitting(values(rows, i)).isEmpty());
                if (fits) {
                    best = column;
                    bestRank = rank;
                }
            }
            if (best != null) {
                found.put(role, best);
                taken.add(best);
            }
        }
        return found;
    }

    /** Of a start and one more time, the other is the end; of an end alone, it is when it was done. */
    private static void settle(Map<Role, String> found) {
        String time = found.get(Role.TIME);
        String end = found.get(Role.END);
        String start = found.get(Role.START);
        if (start != null && end == null && time != null) {
            found.put(Role.END, time);
            found.remove(Role.TIME);
        } else if (start != null && end != null) {
            found.remove(Role.TIME);
        } else if (start == null && end != null && time == null) {
            found.put(Role.TIME, end);
            found.remove(Role.END);
        } else if (start != null && time == null) {
            found.put(Role.TIME, start);
            found.remove(Role.START);
        }
        if (found.containsKey(Role.ACTIVITY)) {
            found.remove(Role.STATUS);
        }
        if (found.containsKey(Role.START)) {
            found.remove(Role.LIFECYCLE);
            found.remove(Role.INSTANCE);
        }
    }

    private static List<String> values(List<List<String>> rows, int column) {
        Set<String> values = new LinkedHashSet<>();
        for (List<String> row : rows) {
            if (!isNothing(row.get(column))) {
                values.add(row.get(column).strip());
            }
        }
        return List.copyOf(values);
    }

    /** Whether a table writes nothing in a way of its own. */
    static boolean isNothing(String value) {
        return value.isBlank() || value.equals("NA") || value.equalsIgnoreCase("null") || value.equals("NaN")
                || value.equals("NaT") || value.equals("-");
    }

    private static MappingGuess timed(
            Map<Role, String> found, List<String> fields, List<String> header, List<List<String>> rows) {
        Set<String> texts = new LinkedHashSet<>();
        found.forEach((role, column) -> {
            if (role.isTime()) {
                texts.addAll(values(rows, header.indexOf(column)));
            }
        });
        List<String> formats = TimeFormat.fitting(List.copyOf(texts));
        Mapping mapping = new Mapping(found, fields, formats.isEmpty() ? TimeFormat.ISO : formats.getFirst(), ZONE);
        List<String> missing = mapping.missing();
        if (!missing.isEmpty()) {
            return new MappingGuess(mapping, "no column for " + String.join(" and ", missing) + " was recognised");
        }
        if (formats.isEmpty()) {
            return new MappingGuess(mapping, "no known format of times fits all of its first rows");
        }
        return new MappingGuess(mapping, formats.size() > 1 && differ(formats, texts)
                ? "its times may be " + formats.get(0) + " or " + formats.get(1) : null);
    }

    private static boolean differ(List<String> formats, Set<String> texts) {
        TimeFormat one = TimeFormat.of(formats.get(0), java.time.ZoneOffset.UTC);
        TimeFormat other = TimeFormat.of(formats.get(1), java.time.ZoneOffset.UTC);
        return texts.stream().anyMatch(text -> one.millis(text) != other.millis(text));
    }
}
