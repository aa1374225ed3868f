package org.desireline.number;

/**
 * Score interval of a proportion.
 *
 * <p>Source: Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
 * Blind spot: it takes the trials as independent; choices of one person are not, so it is drawn beside raw counts and
 * never used for a claim.
 */
public final class Wilson {

    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * The share {@code successes / trials} with its 95 % interval.
     *
     * @param successes 0 to {@code trials}
     * @param trials at least 1
     */
    public static Interval interval(long successes, long trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials is not a proportion.");
        }
        double n = trials;
        double p = successes / n;
        double denominator = 1 + Z * Z / n;
        double centre = (p + Z * Z / (2 * n)) / denominator;
        double half = Z / denominator * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == trials ? 1 : Math.min(1, centre + half);
        return new Interval(p, Math.min(low, p), Math.max(high, p));
    }
}
