package org.desireline.world;

/**
 * What somebody goes by who picks the next item from their desk: the chance of an item is in proportion to
 * {@code exp(important · importance + fast · ease)}, a conditional logit (McFadden, "Conditional logit analysis of
 * qualitative choice behavior", 1974).
 *
 * <p>Importance runs from 0 for the lowest priority to 1 for the highest. Ease is minus the logarithm of the size, in
 * its own standard deviations, 0 at the mean size.
 *
 * @param important weight of importance
 * @param fast weight of ease
 */
public record Taste(double important, double fast) {

    /** Picks what is quickly done, and is blind to priority: the problem planted in the demo. */
    public static final Taste FOR_THE_QUICK = new Taste(0.0, 1.1);

    /**
     * Picks the most important item, whatever its size. At a weight of 3000 one step of priority is worth a factor of
     * exp(1000): beyond the range of a double, so never is never.
     */
    public static final Taste OBEDIENT = new Taste(3000, 0);

    public Taste {
        if (!Double.isFinite(important) || !Double.isFinite(fast)) {
            throw new IllegalArgumentException("A taste has finite weights, not (" + important + ", " + fast
                    + "). Perhaps use Taste.OBEDIENT for always the most important.");
        }
    }
}
