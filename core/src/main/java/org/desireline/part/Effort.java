package org.desireline.part;

import org.desireline.charter.Dimension;

/**
 * Recorded work told apart by class: how long it was, and how many traces it left. Arrays are by ordinal of the
 * dimension, then by class code, as long as the dimension has classes.
 *
 * @param millis recorded work in milliseconds
 * @param touches events by whoever worked: signs of work, logs and starts
 */
public record Effort(long[][] millis, long[][] touches) {

    /** No effort at all, with room for every class. */
    static Effort none(ClassTable classes) {
        Dimension[] dimensions = Dimension.values();
        long[][] millis = new long[dimensions.length][];
        long[][] touches = new long[dimensions.length][];
        for (int d = 0; d < dimensions.length; d++) {
            millis[d] = new long[classes.names(dimensions[d]).size()];
            touches[d] = new long[classes.names(dimensions[d]).size()];
        }
        return new Effort(millis, touches);
    }

    /** All recorded work of it: every dimension adds up to the same. */
    public long allMillis() {
        return sum(millis[0]);
    }

    /** All touches of it. */
    public long allTouches() {
        return sum(touches[0]);
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
