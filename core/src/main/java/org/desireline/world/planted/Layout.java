package org.desireline.world.planted;

/**
 * How large a planted organisation is, and how work reaches its people.
 *
 * @param teams number of teams; each has {@value Staff#AREAS} areas of its own
 * @param members people in each of them
 * @param warmUpWeeks whole weeks lived before those that are asked for, so that these begin with as much work lying
 * about as there will be later on
 * @param pooledShare share of the items that are handed to nobody: they wait until somebody of the team takes them
 */
public record Layout(int teams, int members, int warmUpWeeks, double pooledShare) {

    /** Four teams of six, who begin with empty desks and have all work handed to them. */
    public static final Layout FOUR_BY_SIX = new Layout(4, 6, 0, 0);

    private static final int MOST_TEAMS = 24;
    private static final int MOST_MEMBERS = 24;
    private static final int MOST_WARM_UP_WEEKS = 52;

    public Layout {
        if (teams < 1 || teams > MOST_TEAMS || members < 2 || members > MOST_MEMBERS) {
            throw new IllegalArgumentException("There may be 1 to " + MOST_TEAMS + " teams of 2 to " + MOST_MEMBERS
                    + " people, not " + teams + " of " + members + ". Nobody reviews their own work.");
        }
        if (warmUpWeeks < 0 || warmUpWeeks > MOST_WARM_UP_WEEKS) {
            throw new IllegalArgumentException("A life may warm up for 0 to " + MOST_WARM_UP_WEEKS + " weeks, not "
                    + warmUpWeeks + ".");
        }
        if (!(pooledShare >= 0 && pooledShare <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not at " + pooledShare + ".");
        }
    }

    /** Number of people. */
    public int people() {
        return teams * members;
    }
}
