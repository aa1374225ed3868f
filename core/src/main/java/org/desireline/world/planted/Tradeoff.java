package org.desireline.world.planted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A declared exception from the order, "one class even over another while there is a freeze", and how far people heed
 * it.
 *
 * @param prefer rank of the class that wins under the rule, though the order has it below
 * @param over rank of the class that yields
 * @param kept share of the occasions in which the rule is kept. An occasion is a first start of an item of one of the
 * two classes while one of the other lies unstarted on the same desk
 * @param everyWeeks after how many weeks a freeze comes again
 * @param weeks how many of them it lasts, the last ones
 */
public record Tradeoff(int prefer, int over, double kept, int everyWeeks, int weeks) {

    /** What the charter calls the kind of pressure. */
    public static final String FREEZE = "freeze";

    private static final int DAYS_A_WEEK = 7;

    /**
     * A time of freeze.
     *
     * @param from its first day
     * @param to its last day
     */
    public record Freeze(LocalDate from, LocalDate to) {}

    public Tradeoff {
        int classes = Plan.CLASSES.size();
        if (over < 0 || prefer <= over || prefer >= classes) {
            throw new IllegalArgumentException("A class of rank 1 to " + (classes - 1) + " may be preferred to one of a"
                    + " lower number, not " + prefer + " to " + over + ": there the order says so already.");
        }
        if (!(kept >= 0 && kept <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not at " + kept + ".");
        }
        if (weeks < 1 || weeks >= everyWeeks) {
            throw new IllegalArgumentException("Of " + everyWeeks + " weeks, " + weeks + " cannot be frozen: there are"
                    + " to be some of either kind.");
        }
    }

    /** The freezes of a life that begins on a Monday. */
    List<Freeze> freezes(LocalDate monday, int lifeWeeks) {
        List<Freeze> freezes = new ArrayList<>();
        for (int end = everyWeeks; end <= lifeWeeks; end += everyWeeks) {
            LocalDate after = monday.plusDays((long) DAYS_A_WEEK * end);
            freezes.add(new Freeze(after.minusDays((long) DAYS_A_WEEK * weeks), after.minusDays(1)));
        }
        return freezes;
    }
}
