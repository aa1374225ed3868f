package org.desireline.watch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.desireline.charter.Nearest;

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
                .sorted(Comparator.<String>comparingInt(known -> Nearest.distance(word, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST).toList();
    }
}
