package org.desireline.world.planted;

/**
 * What is promised in a planted organisation and what is left lying.
 *
 * @param promisedShare share of the items of which a day is promised when somebody comes to own them
 * @param forgottenShare share of these promises that are forgotten: nobody works on the item, and once its day has
 * passed nobody says a word of it
 * @param desertedWeeks weeks before the end of the record in which the team of the last area does nothing there: it
 * hands out, works on and reviews nothing of it, though items keep coming in; 0 where it never ceases
 */
public record Neglect(double promisedShare, double forgottenShare, int desertedWeeks) {

    /** Nothing is promised and nothing deserted. */
    public static final Neglect NONE = new Neglect(0, 0, 0);

    public Neglect {
        if (!(promisedShare >= 0 && promisedShare <= 1 && forgottenShare >= 0 && forgottenShare <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not at " + promisedShare + " and "
                    + forgottenShare + ".");
        }
        if (desertedWeeks < 0) {
            throw new IllegalArgumentException("An area cannot be deserted for " + desertedWeeks + " weeks.");
        }
    }

    /** Whether any day is promised. */
    boolean isPromising() {
        return promisedShare > 0;
    }
}
