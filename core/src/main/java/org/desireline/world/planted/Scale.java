package org.desireline.world.planted;

/** The units of a taste: importance and ease as people feel them, each in its own standard deviations. */
final class Scale {

    /** Standard deviation of importance over the shares of the classes. */
    static final double IMPORTANCE_SD = importanceSd();

    private Scale() {}

    /** The rank as a score: 1 for the most important class, 0 for the least. */
    static double importance(int rank) {
        return 1 - rank / (double) (Plan.CLASSES.size() - 1);
    }

    /** Minus the logarithm of the size, 0 at the mean size. */
    static double ease(double sizeMillis) {
        return -StrictMath.log(sizeMillis / Arrivals.MEAN_SIZE_MILLIS) / Arrivals.SIZE_SIGMA;
    }

    private static double importanceSd() {
        double mean = 0;
        double square = 0;
        for (int rank = 0; rank < Arrivals.CLASS_WEIGHTS.length; rank++) {
            double share = Arrivals.CLASS_WEIGHTS[rank];
            mean += share * importance(rank);
            square += share * importance(rank) * importance(rank);
        }
        return StrictMath.sqrt(square - mean * mean);
    }
}
