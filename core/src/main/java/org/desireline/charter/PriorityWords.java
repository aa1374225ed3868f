package org.desireline.charter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Guesses the order of a tracker's priority names, most important first. */
public final class PriorityWords {

    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("blocker", 10), Map.entry("urgent", 10), Map.entry("p0", 10), Map.entry("immediate", 10),
            Map.entry("highest", 10), Map.entry("critical", 20), Map.entry("p1", 20), Map.entry("high", 30),
            Map.entry("major", 30), Map.entry("p2", 30), Map.entry("medium", 40), Map.entry("normal", 40),
            Map.entry("p3", 40), Map.entry("minor", 50), Map.entry("low", 50), Map.entry("p4", 50),
            Map.entry("trivial", 60), Map.entry("lowest", 60), Map.entry("p5", 60));

    private PriorityWords() {}

    /** The names whose rank is known, in order; ties by name. Names of unknown rank are left out and so unranked. */
    public static List<String> order(Collection<String> names) {
        List<String> known = new ArrayList<>(names);
        known.removeIf(name -> !RANKS.containsKey(name.toLowerCase(Locale.ROOT).strip()));
        known.sort(Comparator.<String>comparingInt(name -> RANKS.getOrDefault(name.toLowerCase(Locale.ROOT).strip(), 0))
                .thenComparing(Comparator.naturalOrder()));
        return known;
    }
}
