package org.desireline.world.planted;

import org.desireline.world.Taste;
import org.jspecify.annotations.Nullable;

/**
 * In what one team of a planted organisation differs from the others.
 *
 * @param team which one, the first being 0; -1 where none does
 * @param load work that arrives there, as a share of the work that can be done
 * @param reviewHours mean time there from the request of a review to its answer
 * @param size how many times as large its items are, and how many times as few of them come in
 * @param taste by what its people pick the next piece of work, or null where it is what all go by
 * @param evenings share of the days on which whoever is there stays for two hours after the end of the working day
 */
public record Local(
        int team, double load, double reviewHours, double size, @Nullable Taste taste, double evenings) {

    /** All teams are alike. */
    public static final Local NONE = new Local(-1, 1, 1, 1);

    /** A team whose people pick as all do, and go home when the working day ends. */
    public Local(int team, double load, double reviewHours, double size) {
        this(team, load, reviewHours, size, null, 0);
    }

    public Local {
        if (!(load > 0 && reviewHours > 0 && size > 0)) {
            throw new IllegalArgumentException("No team has a load of " + load + ", reviews of " + reviewHours
                    + " hours and items " + size + " times as large.");
        }
        if (!(evenings >= 0 && evenings <= 1)) {
            throw new IllegalArgumentException("A share of days lies between 0 and 1, not at " + evenings + ".");
        }
    }
}
