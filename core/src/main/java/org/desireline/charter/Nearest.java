package org.desireline.charter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the word that was probably meant: the one with the fewest letters to change, add or leave out. */
public final class Nearest {

    private Nearest() {}

    /** The nearest of some words, or empty where none is near: more than a third of the letters would change. */
    public static String of(String word, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(word, other) <= Math.max(1, Math.max(word.length(), other.length()) / 3))
                .min(Comparator.<String>comparingInt(other -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder())).orElse("");
    }

    /**
     * "Perhaps you meant …": the nearest word; where none is near, all of them if they are few.
     *
     * @param what what they are, in the plural
     */
    public static String perhaps(String word, Collection<String> known, String what) {
        String nearest = of(word, known);
        if (!nearest.isEmpty()) {
            return "Perhaps you meant `" + nearest + "`";
        }
        if (known.isEmpty()) {
            return "Perhaps declare it: there are no " + what + " yet";
        }
        String some = String.join(", ", known.stream().sorted().limit(8).toList());
        return "Perhaps one of the " + what + ": " + some + (known.size() > 8 ? ", …" : "");
    }

    /** Levenshtein distance, letters in any case. */
    public static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
