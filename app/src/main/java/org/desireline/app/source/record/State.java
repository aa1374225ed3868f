package org.desireline.app.source.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.desireline.journal.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping finds in one version of a record.
 *
 * @param key its identity, empty where it has none yet
 * @param title its title, in lower case, by which it is known again and which goes nowhere; empty where there is none
 * @param status its status, empty where there is none
 * @param owner whoever is named first; empty for nobody
 * @param attributes values by the names of the journal; those that have one
 * @param dues by target what was promised, and when; those that say anything
 */
record State(
        String key, String title, String status, String owner, Map<String, String> attributes,
        Map<String, Due> dues) {

    /** Begins the names of fields that are parts of the path. */
    static final String PATH = "path";

    /** What the tables of a text ask of teams, as a field. */
    static final String ASKED = Field.ASKED + ": ";

    private static final Pattern NO_KEY = Pattern.compile("(?i)[nx?#0_ -]*|tbd|todo|none|null|n/a");
    /** What people write where they promise nothing, or name nobody. */
    private static final Pattern NOTHING = Pattern.compile("(?i)[-?~. ]*|tbd|to be (?:decided|determined|defined)"
            + "|todo|none|null|nil|n/?a|unknown|nobody|no one|unassigned|help wanted|not applicable|tba");
    /** A status is a word or two; what follows says by whom, or why. */
    private static final Pattern STATUS_ENDS = Pattern.compile(
            "[,;:(\\[.!|]| by | as of | since | with | - | (?:in|on) (?=[0-9v])");
    private static final Pattern MORE_OWNERS = Pattern.compile("\\s*[,;&/]\\s*|\\s+and\\s+");
    private static final int LONGEST_STATUS = 40;
    private static final int LONGEST = 200;

    State {
        attributes = Map.copyOf(attributes);
        dues = Map.copyOf(dues);
    }

    /**
     * A promise.
     *
     * @param day the day; null where what is written is neither a day nor a name that stands for one
     * @param word what is written
     * @param line where
     * @param everHadDay whether it, or what was promised before it, had a day
     */
    record Due(@Nullable LocalDate day, String word, int line, boolean everHadDay) {

        /** Nothing, and never anything. */
        static final Due NONE = new Due(null, "", 0, false);

        /** The same, with what is known of earlier ones. */
        Due had(boolean aDay) {
            return new Due(day, word, line, aDay);
        }

        /** The day in ISO form, empty where there is none. */
        String iso() {
            return day == null ? "" : day.toString();
        }
    }

    /** A status as it is compared: its first words, in lower case. */
    static String status(String written) {
        String status = Fields.name(written);
        String first = STATUS_ENDS.split(status, 2)[0].strip();
        return first.length() > LONGEST_STATUS ? first.substring(0, LONGEST_STATUS).strip() : first;
    }

    /** What a mapping finds in a text at a path; null where that is no record. */
    static @Nullable State of(Mapping mapping, String path, Fields fields) {
        Finder finder = new Finder(path, fields);
        List<String> required = mapping.required();
        if (!required.isEmpty() && required.stream().allMatch(name -> finder.values(name).isEmpty())) {
            return null;
        }
        String key = finder.first(mapping.key());
        Map<String, List<String>> named = mapping.fields();
        String title = finder.first(named.getOrDefault(Mapping.TITLE, List.of())).toLowerCase(Locale.ROOT);
        String status = status(finder.first(named.getOrDefault(Mapping.STATUS, List.of())));
        String owner = MORE_OWNERS.split(finder.first(named.getOrDefault(Mapping.OWNER, List.of())), 2)[0].strip();
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, Field.TEAM, cut(finder.first(named.getOrDefault(Mapping.TEAM, List.of()))));
        put(attributes, Field.TYPE, cut(finder.first(named.getOrDefault(Mapping.TYPE, List.of()))));
        put(attributes, Field.LABEL, finder.all(named.getOrDefault(Mapping.LABELS, List.of()), true));
        put(attributes, Field.CUSTOM + Mapping.REPLACES,
                finder.all(named.getOrDefault(Mapping.REPLACES, List.of()), false));
        put(attributes, Field.ASKED, finder.all(List.of(Fields.name(ASKED)), false));
        put(attributes, Field.AGAIN, cut(finder.first(mapping.again())));
        mapping.custom().forEach((name, names) -> put(attributes, Field.CUSTOM + name, finder.all(names, false)));
        if (!mapping.kind().isEmpty()) {
            attributes.putIfAbsent(Field.TYPE, mapping.kind());
        }
        Map<String, Due> dues = new TreeMap<>();
        mapping.due().forEach((target, names) -> {
            Fields.Value value = finder.firstValue(names);
            if (value != null) {
                dues.put(target, new Due(mapping.calendar().day(value.text()), value.text(), value.line(),
                        false));
            }
        });
        return new State(NO_KEY.matcher(key).matches() ? "" : cut(key), title, status, cut(owner), attributes, dues);
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }

    private static String cut(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** Looks fields up, those of the path among them. */
    private record Finder(String path, Fields fields) {

        List<Fields.Value> values(String name) {
            List<Fields.Value> found = name.startsWith(PATH) ? ofPath(name) : fields.of(name);
            return found.stream().filter(value -> !NOTHING.matcher(value.text()).matches()).toList();
        }

        /** {@code path} is all of it, {@code path.2} its second part, {@code path.-1} its last, without its ending. */
        private List<Fields.Value> ofPath(String name) {
            if (name.equals(PATH)) {
                return List.of(new Fields.Value(path, 1));
            }
            if (!name.matches(PATH + "\\.-?[1-9][0-9]?")) {
                return fields.of(name);
            }
            String[] parts = path.replaceFirst("[.][A-Za-z0-9]{1,10}$", "").split("/", -1);
            int place = Integer.parseInt(name.substring(PATH.length() + 1));
            int index = place > 0 ? place - 1 : parts.length + place;
            return index < 0 || index >= parts.length ? List.of() : List.of(new Fields.Value(parts[index], 1));
        }

        Fields.@Nullable Value firstValue(List<String> names) {
            for (String name : names) {
                List<Fields.Value> found = values(name);
                if (!found.isEmpty()) {
                    return found.getFirst();
                }
            }
            return null;
        }

        String first(List<String> names) {
            Fields.Value value = firstValue(names);
            return value == null ? "" : value.text();
        }

        String all(List<String> names, boolean split) {
            TreeSet<String> all = new TreeSet<>();
            for (String name : names) {
                List<String> parts = new ArrayList<>();
                values(name).forEach(value -> parts.addAll(
                        split ? List.of(value.text().split("\\s*,\\s*", -1)) : List.of(value.text())));
                parts.stream().map(part -> cut(part.replace(Field.SEPARATOR, ' ').strip()))
                        .filter(part -> !part.isEmpty()).forEach(all::add);
            }
            return String.join(String.valueOf(Field.SEPARATOR), all);
        }
    }
}
