package org.desireline.world.planted;

/**
 * What goes wrong between what happened and what the record says of it.
 *
 * @param missingOwners share of the items whose owner is never recorded
 * @param lateMoves share of the moves between stages that are entered late, by an exponential time of mean
 * {@value #LATE_HOURS} hours
 * @param skewedClocks share of the people whose commits carry the time of a clock that is wrong by up to
 * {@value #SKEW_MINUTES} minutes either way
 * @param kept share of the items that are in the record at all
 * @param unestimated share of the items of whose size nobody says anything beforehand
 * @param misjudged standard deviation of the logarithm of the others' estimate over their size
 */
public record Flaws(
        double missingOwners, double lateMoves, double skewedClocks, double kept, double unestimated,
        double misjudged) {

    static final int LATE_HOURS = 8;
    static final int SKEW_MINUTES = 20;

    /** A record without flaws. */
    public static final Flaws NONE = new Flaws(0, 0, 0, 1, 0, 0);

    /**
     * What a record that nobody looks after has: a tenth of the owners missing, a twentieth of the moves late, a fifth
     * of the sizes not estimated and the others off by a third up or down.
     */
    public static final Flaws USUAL = new Flaws(0.10, 0.05, 0.25, 1, 0.20, 0.30);

    /** A tenth of the items, without other flaws. */
    public static final Flaws STARVED = new Flaws(0, 0, 0, 0.10, 0, 0);

    public Flaws {
        for (double share : new double[] {missingOwners, lateMoves, skewedClocks, kept, unestimated}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("A share lies between 0 and 1, not at " + share + ".");
            }
        }
        if (!(misjudged >= 0) || Double.isInfinite(misjudged)) {
            throw new IllegalArgumentException("A spread is a number from 0 up, not " + misjudged + ".");
        }
    }
}
