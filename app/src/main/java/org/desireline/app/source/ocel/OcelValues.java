package org.desireline.app.source.ocel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes of a log say who did something, which may enter the journal with their values, and which without.
 *
 * <p>Numbers may, and short words that come again and again. What is called a name, a comment or the like may not,
 * nor what takes ever new values, nor whatever has the name of somebody in it who did something elsewhere in the log.
 */
final class OcelValues {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,18}([.][0-9]{1,18})?([eE][-+]?[0-9]{1,3})?");
    private static final int MOST_VALUES = 50;
    private static final int FEW_VALUES = 5;
    private static final int MOST_CHARACTERS = 60;
    /** More distinct values of an attribute are not told apart. */
    private static final int ENOUGH = 1_000;

    private final Map<String, Seen> ofEvents = new TreeMap<>();
    private final Map<String, Seen> ofObjects = new TreeMap<>();
    private final Set<String> doers = new TreeSet<>();

    private OcelValues() {}

    /** The values an attribute was seen to have. */
    private static final class Seen {

        private final Set<String> values = new HashSet<>();
        private long count;
        private boolean numbers = true;

        void see(String value) {
            count++;
            numbers &= NUMBER.matcher(value).matches();
            if (values.size() < ENOUGH) {
                values.add(value);
            }
        }

        boolean isCategory() {
            return values.size() <= MOST_VALUES && (values.size() <= FEW_VALUES || count >= 2L * values.size())
                    && values.stream().allMatch(value -> value.length() <= MOST_CHARACTERS);
        }
    }

    /**
     * What a log tells of its attributes.
     *
     * @param roles which of its objects are people
     */
    static OcelValues of(OcelLog log, OcelRoles roles) {
        OcelValues values = new OcelValues();
        Set<String> people = new HashSet<>();
        for (OcelLog.Thing thing : log.things().values()) {
            if (roles.of(thing.type()) == OcelRoles.Role.people) {
                people.add(thing.id());
            } else {
                thing.values().forEach(value -> seen(values.ofObjects, value.name(), value.value()));
            }
        }
        for (OcelLog.Happening happening : log.happenings()) {
            happening.attributes().forEach((name, value) -> seen(values.ofEvents, name, value));
        }
        values.ofEvents.forEach((name, seen) -> {
            if (OcelWords.isDoer(name) && (!seen.numbers || OcelWords.endsWithDoer(name))) {
                values.doers.add(name);
                people.addAll(seen.values);
            }
        });
        values.ofEvents.forEach((name, seen) -> {
            if (!seen.numbers && !seen.values.isEmpty() && people.containsAll(seen.values)) {
                values.doers.add(name);
            }
        });
        values.ofEvents.keySet().removeIf(name -> values.doers.contains(name)
                || OcelWords.isDoer(name) || !kept(name, values.ofEvents.get(name), people));
        values.ofObjects.keySet().removeIf(name -> OcelWords.isDoer(name)
                || !kept(name, values.ofObjects.get(name), people));
        return values;
    }

    private static void seen(Map<String, Seen> all, String name, String value) {
        if (!value.isEmpty()) {
            all.computeIfAbsent(name, none -> new Seen()).see(value);
        }
    }

    private static boolean kept(String name, @Nullable Seen seen, Set<String> people) {
        if (seen == null || OcelWords.isText(name)) {
            return false;
        }
        return seen.numbers || (seen.isCategory() && seen.values.stream().noneMatch(people::contains));
    }

    /** Whether an attribute of events says who did it. */
    boolean isDoer(String name) {
        return doers.contains(name);
    }

    /** Whether an attribute of events may enter the journal with its values. */
    boolean keepsOfEvents(String name) {
        return ofEvents.containsKey(name);
    }

    /** Whether an attribute of objects may enter the journal with its values. */
    boolean keepsOfObjects(String name) {
        return ofObjects.containsKey(name);
    }
}
