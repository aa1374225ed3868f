package org.desireline.world.planted;

import java.util.List;

/**
 * A choice that somebody made of their own, with everything it was made of: what could not be started, though the
 * record would have it so, is not on the menu.
 *
 * <p>People weigh all they could sit down to at once. Given that an item of one kind is taken, it is chosen among those
 * of its kind by the same weights (independence from irrelevant alternatives; Luce, "Individual choice behavior",
 * 1959), and what is in hand, which attracts for another reason, is on none of these menus.
 *
 * @param kind out of what it was chosen
 * @param person number of whoever chose
 * @param atMillis when
 * @param menu what could be chosen, the chosen included
 * @param chosen index into the menu
 * @param excepted whether the declared exception from the order decided
 */
public record Pick(Kind kind, int person, long atMillis, List<Option> menu, int chosen, boolean excepted) {

    /** Out of what it was chosen. */
    public enum Kind {
        /** Out of what was theirs and not begun. */
        FIRST_START,
        /** Out of what was theirs, begun or not, but for what was in hand before. */
        SWITCH,
        /** Out of what nobody of the team had taken yet. */
        POOL
    }

    /**
     * What could be chosen.
     *
     * @param item its number
     * @param rank its class just then, 0 the most important
     * @param sizeHours the work it took in all
     */
    public record Option(int item, int rank, double sizeHours) {

        /** The rank as a score: 1 for the most important class, 0 for the least. */
        public double importance() {
            return Scale.importance(rank);
        }

        /** Minus the logarithm of the hours. */
        public double ease() {
            return -StrictMath.log(sizeHours);
        }
    }

    public Pick {
        menu = List.copyOf(menu);
        if (chosen < 0 || chosen >= menu.size()) {
            throw new IllegalArgumentException("Number " + chosen + " is not on a menu of " + menu.size() + ".");
        }
    }

    /** What was chosen. */
    public Option choice() {
        return menu.get(chosen);
    }

    /** Whether something more important was left lying. */
    boolean passedOver() {
        return choice().rank() > best();
    }

    /** The share of the menu that something more important stood beside. */
    double byChance() {
        int best = best();
        return menu.stream().filter(option -> option.rank() > best).count() / (double) menu.size();
    }

    private int best() {
        return menu.stream().mapToInt(Option::rank).min().orElseThrow();
    }
}
