package org.desireline.app.source.forge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.charter.PriorityWords;
import org.jspecify.annotations.Nullable;

/** Reads priority and severity out of labels: forges have no field for them. */
final class LabelWords {

    private static final Pattern PRIORITY = Pattern.compile(
            "(?:priority|prio|pri)[ /:=_.-]+(.+)|(.+)[ _-]priority|\\[?(p[0-5])]?(?:[ /:_-].*)?");
    private static final Pattern SEVERITY = Pattern.compile("(?:severity|sev)[ /:=_.-]*(.+)");
    private static final Pattern NUMBER = Pattern.compile("[ps]?([0-5])(?![0-9]).*");
    private static final Map<String, String> PHRASES = Map.of("critical-urgent", "critical", "important-soon", "high",
            "important-longterm", "medium", "backlog", "low", "awaiting-more-evidence", "lowest");
    private static final List<String> OF_SEVERITY =
            List.of("blocker", "critical", "high", "medium", "low", "lowest");

    private LabelWords() {}

    /** The most urgent of the priorities that labels tell, else of the severities; null where they tell none. */
    static @Nullable String priority(Collection<String> labels) {
        Set<String> told = new TreeSet<>();
        for (String label : labels) {
            Matcher matcher = PRIORITY.matcher(label.toLowerCase(Locale.ROOT).strip());
            if (matcher.matches()) {
                String value = matcher.group(1) != null ? matcher.group(1)
                        : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                Matcher number = NUMBER.matcher(value);
                add(told, number.matches() ? "p" + number.group(1) : word(value));
            }
        }
        return told.isEmpty() ? severity(labels) : PriorityWords.order(told).getFirst();
    }

    /** The worst of the severities that labels tell; null where they tell none. */
    static @Nullable String severity(Collection<String> labels) {
        Set<String> told = new TreeSet<>();
        for (String label : labels) {
            Matcher matcher = SEVERITY.matcher(label.toLowerCase(Locale.ROOT).strip());
            if (matcher.matches()) {
                Matcher number = NUMBER.matcher(matcher.group(1));
                add(told, number.matches() ? OF_SEVERITY.get(Integer.parseInt(number.group(1)))
                        : word(matcher.group(1)));
            }
        }
        return told.isEmpty() ? null : PriorityWords.order(told).getFirst();
    }

    private static void add(Set<String> told, @Nullable String word) {
        if (word != null) {
            told.add(word);
        }
    }

    /** A word whose rank is known, or null. */
    private static @Nullable String word(String value) {
        String phrase = PHRASES.get(value);
        if (phrase != null) {
            return phrase;
        }
        for (String word : value.split("[^a-z]+", -1)) {
            if (!PriorityWords.order(List.of(word)).isEmpty()) {
                return word;
            }
        }
        return null;
    }
}
