package org.desireline.part;

/**
 * What a tracker's field for estimates says, in hours.
 *
 * <p>Trackers write seconds of work or story points into one field. A number of 300 or more is taken for seconds: five
 * minutes is the least that anybody estimates in time, and nobody gives 300 points to a piece of work. A point is taken
 * for a working day of eight hours (assumed); comparisons of items that are all told in points do not depend on it.
 */
final class Estimates {

    private static final double LEAST_SECONDS = 300;
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double HOURS_A_POINT = 8;

    private Estimates() {}

    /** The hours; 0 where the text is no positive number. */
    static double hours(String estimate) {
        double number = number(estimate);
        return number >= LEAST_SECONDS ? number / SECONDS_AN_HOUR : number * HOURS_A_POINT;
    }

    private static double number(String estimate) {
        try {
            double number = Double.parseDouble(estimate);
            return number > 0 && Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException words) {
            return 0;
        }
    }
}
