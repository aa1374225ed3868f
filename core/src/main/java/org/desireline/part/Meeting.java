package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;

/**
 * Two classes of priority that met on a menu, one of which was started: what a choice tells of a pair. A choice counts
 * once for each pair of the started class with another that lay there, however many items of it.
 *
 * @param first the smaller code
 * @param second the larger one
 * @param firstWon whether something of the first was started
 * @param firsts items of the first on the menu
 * @param seconds items of the second
 */
public record Meeting(int first, int second, boolean firstWon, long firsts, long seconds) {

    /**
     * The pairs that met.
     *
     * @param menu columns of the choice, that of the started item among them
     * @param named classes of priority that have a name: the first so many codes
     */
    public static List<Meeting> of(Choice choice, int[] menu, int named) {
        int[] ranks = choice.classes()[Dimension.PRIORITY.ordinal()];
        int chosen = ranks[choice.chosen()];
        List<Meeting> meetings = new ArrayList<>();
        for (int other : IntStream.of(menu).map(i -> ranks[i]).distinct().toArray()) {
            int first = Math.min(chosen, other);
            int second = Math.max(chosen, other);
            if (second < named && first != second) {
                meetings.add(new Meeting(first, second, chosen == first,
                        IntStream.of(menu).filter(i -> ranks[i] == first).count(),
                        IntStream.of(menu).filter(i -> ranks[i] == second).count()));
            }
        }
        return meetings;
    }

    /** The chance of the first class, had one of the items of the two been drawn blindly. */
    public double chance() {
        return (double) firsts / (firsts + seconds);
    }
}
