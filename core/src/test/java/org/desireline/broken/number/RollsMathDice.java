package org.desireline.broken.number;

/** Broken: draws without a seed. */
public final class RollsMathDice {

    private RollsMathDice() {}

    /** The broken part. */
    public static double value() {
        return Math.random();
    }
}
