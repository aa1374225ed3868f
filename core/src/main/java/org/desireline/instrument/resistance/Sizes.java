package org.desireline.instrument.resistance;

/**
 * Classes of size, so that work can be compared like for like: items without recorded work, and by recorded work in
 * steps of the root of two, put together into thirds of the organisation's items.
 */
final class Sizes {

    /** Without any recorded work. */
    static final int NONE = 0;
    static final int CLASSES = 31;
    static final int THIRDS = 3;

    private static final long MINUTE_MILLIS = 60_000;

    private final int[] thirdOf = new int[CLASSES];
    private final double[] shares = new double[THIRDS];

    /** The thirds of an organisation with so many items of each class. */
    Sizes(long[] items) {
        double all = 0;
        for (int size = 1; size < CLASSES; size++) {
            all += items[size];
        }
        double below = 0;
        for (int size = 1; size < CLASSES; size++) {
            double middle = all == 0 ? 0 : (below + items[size] / 2.0) / all;
            thirdOf[size] = Math.min(THIRDS - 1, (int) (middle * THIRDS));
            below += items[size];
            shares[thirdOf[size]] += all == 0 ? 0 : items[size] / all;
        }
    }

    /** The class of an item by its recorded work. */
    static int of(long millis) {
        if (millis <= 0) {
            return NONE;
        }
        long minutes = Math.min(1 + millis / MINUTE_MILLIS, 1L << 30);
        int whole = 63 - Long.numberOfLeadingZeros(minutes);
        boolean half = minutes * minutes >= 1L << (2 * whole + 1);
        return Math.min(CLASSES - 1, 1 + 2 * whole + (half ? 1 : 0));
    }

    /**
     * How often an item of each class counts, so that a path with these items has the organisation's mix of sizes;
     * thirds that it has none of are left to the others, items without recorded work count once.
     */
    double[] weights(long[] items) {
        double[] own = new double[THIRDS];
        double all = 0;
        for (int size = 1; size < CLASSES; size++) {
            own[thirdOf[size]] += items[size];
            all += items[size];
        }
        double present = 0;
        for (int third = 0; third < THIRDS; third++) {
            present += own[third] > 0 ? shares[third] : 0;
        }
        double[] weights = new double[CLASSES];
        weights[NONE] = 1;
        for (int size = 1; size < CLASSES; size++) {
            int third = thirdOf[size];
            weights[size] = own[third] == 0 ? 0 : all * (shares[third] / present) / own[third];
        }
        return weights;
    }
}
