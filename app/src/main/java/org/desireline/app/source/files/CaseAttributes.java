package org.desireline.app.source.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.desireline.journal.Field;

/**
 * What a log says of whole cases, as far as it tells classes of work apart: attributes with at most {@value
 * #MOST_VALUES} values over the log, none longer than {@value #MOST_CHARS} characters, which are not about a person,
 * not free text and, unless their name is that of a known field, not of one case each. Which these are is known when
 * the log was read to its end; until then a case keeps a number for each value.
 */
final class CaseAttributes {

    static final int MOST_VALUES = 20;
    static final int MOST_CHARS = 60;

    private static final int MOST_NAMES = 200;
    private static final int NO_VALUE = -1;
    private static final Pattern PRIVATE = Pattern.compile("(^|[^a-z])(name|user|owner|person|employee|resource"
            + "|responsible|assignee|reporter|author|creator|e?mail|phone|address|contact|manager|agent|worker|staff"
            + "|description|title|summary|comments?|text|notes?|subject|message|url|link|id|uuid|number|no|variant"
            + "|index|library|customer|client|patient|applicant|age|gender|birth|salary|amount)([^a-z]|$)"
            + "|[a-z]id$|[a-z]number$|[a-z]name$|[a-z]mail$|[a-z]index$");
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("priority", Field.PRIORITY), Map.entry("prio", Field.PRIORITY),
            Map.entry("urgency", Field.PRIORITY), Map.entry("severity", Field.SEVERITY),
            Map.entry("seriousness", Field.SEVERITY), Map.entry("impact", Field.SEVERITY),
            Map.entry("type", Field.TYPE), Map.entry("casetype", Field.TYPE), Map.entry("tickettype", Field.TYPE),
            Map.entry("issuetype", Field.TYPE), Map.entry("requesttype", Field.TYPE),
            Map.entry("category", Field.TYPE), Map.entry("component", Field.COMPONENT),
            Map.entry("product", Field.COMPONENT), Map.entry("module", Field.COMPONENT));

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Attribute> all = new ArrayList<>();

    /** One attribute, over the log. */
    private static final class Attribute {
        final String name;
        final Map<String, Integer> codes = new HashMap<>();
        final List<String> values = new ArrayList<>();
        boolean unfit;
        long cases;

        Attribute(String name) {
            this.name = name;
            this.unfit = isPrivate(name);
        }

        private static boolean isPrivate(String name) {
            return PRIVATE.matcher(name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT)).find();
        }

        int code(String value) {
            cases++;
            if (unfit) {
                return NO_VALUE;
            }
            Integer known = codes.get(value);
            if (known != null) {
                return known;
            }
            unfit = value.length() > MOST_CHARS || values.size() == MOST_VALUES || value.contains("@")
                    || value.contains("://");
            codes.put(value, values.size());
            values.add(value);
            return values.size() - 1;
        }

        boolean isTold() {
            return !unfit && (values.size() * 2L <= cases || !field(name).isEmpty());
        }
    }

    /** The field that an attribute of a name tells, empty where the name does not say. */
    static String field(String name) {
        return FIELDS.getOrDefault(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replaceFirst("^case", ""),
                FIELDS.getOrDefault(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""), ""));
    }

    /**
     * Keeps a value of a case; the first of a name counts.
     *
     * @param codes what the case keeps, which the answer replaces
     */
    int[] put(int[] codes, String name, String value) {
        Integer place = places.get(name);
        if (place == null) {
            place = all.size() < MOST_NAMES ? all.size() : -1;
            places.put(name, place);
            if (place >= 0) {
                all.add(new Attribute(name));
            }
        }
        if (place < 0 || value.isBlank() || (place < codes.length && codes[place] != NO_VALUE)) {
            return codes;
        }
        int code = all.get(place).code(value.strip());
        int[] grown = codes;
        if (place >= codes.length) {
            grown = Arrays.copyOf(codes, place + 1);
            Arrays.fill(grown, codes.length, grown.length, NO_VALUE);
        }
        grown[place] = code;
        return grown;
    }

    /** The fields of a case, once the log was read to its end. */
    void fields(int[] codes, Map<String, String> fields) {
        for (int i = 0; i < codes.length; i++) {
            Attribute attribute = all.get(i);
            if (codes[i] != NO_VALUE && attribute.isTold()) {
                String field = field(attribute.name);
                fields.putIfAbsent(field.isEmpty() ? Field.CUSTOM + attribute.name : field,
                        attribute.values.get(codes[i]));
            }
        }
    }

    /** How many attributes were read past. */
    long untold() {
        return all.stream().filter(attribute -> !attribute.isTold()).count()
                + places.values().stream().filter(place -> place < 0).count();
    }
}
