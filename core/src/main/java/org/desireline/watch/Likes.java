package org.desireline.watch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The words that a mistyped one was probably meant to be: those that the fewest letters tell from it. */
final class Likes {

    private static final int MOST = 3;

    private Likes() {}

    /** "Perhaps you meant one of …", without its full stop; empty where there is no word to mean. */
    static String perhaps(String word, Collection<String> words) {
        List<String> nearest = of(word, words);
        return switch (nearest.size()) {
            case 0 -> "";
            case 1 -> "Perhaps you meant " + nearest.get(0);
            default -> "Perhaps you meant one of " + String.join(", ", nearest);
        };
    }

    /** The three nearest, the nearest first; of equally near ones the first by name. */
    static List<String> of(String word, Collection<String> words) {
        return words.stream().distinct()
                .sorted(Comparator.<String>comparingInt(known -> distance(word, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST).toList();
    }

    /** Levenshtein distance: how many letters to change, add or leave out. */
    private static int distance(String a, String b) {
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
