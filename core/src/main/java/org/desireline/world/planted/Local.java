package org.desireline.world.planted;

/**
 * In what one team of a planted organisation differs from the others.
 *
 * @param team which one, the first being 0; -1 where none does
 * @param load work that arrives there, as a share of the work that can be done
 * @param reviewHours mean time there from the request of a review to its answer
 * @param size how many times as large its items are, and how many times as few of them come in
 */
public record Local(int team, double load, double reviewHours, double size) {

    /** All teams are alike. */
    public static final Local NONE = new Local(-1, 1, 1, 1);

    public Local {
        if (!(load > 0 && reviewHours > 0 && size > 0)) {
            throw new IllegalArgumentException("No team has a load of " + load + ", reviews of " + reviewHours
                    + " hours and items " + size + " times as large.");
        }
    }
}
