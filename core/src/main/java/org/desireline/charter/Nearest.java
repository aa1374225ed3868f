package org.desireline.charter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the word that was probably meant: the one with the fewest letters to change. */
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

    /** How many letters to change, add, leave out or swap with the next; letters in any case. */
    public static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                cost[i][j] = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1),
                        1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(cost[i][j], cost[i - 2][j - 2] + 1) : cost[i][j];
            }
        }
        return cost[a.length()][b.length()];
    }
}
