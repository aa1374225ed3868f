package org.desireline.number;

/**
 * A point with the ends of its 95 % interval.
 *
 * @param value the point
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {

    /** The confidence of every interval of this project. */
    public static final double CONFIDENCE = 0.95;
}
