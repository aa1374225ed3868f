package org.desireline.bench.rates;

import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a quantity, beside what is true.
 *
 * @param truth the true value
 * @param estimate what was published, or null where it was refused or withheld
 */
record Told(double truth, @Nullable Estimate estimate) {

    boolean isReleased() {
        return estimate != null;
    }

    boolean isClaimed() {
        return estimate != null && (estimate.strength() == Strength.SHOWS || estimate.strength() == Strength.SUGGESTS);
    }

    boolean isShown() {
        return estimate != null && estimate.strength() == Strength.SHOWS;
    }

    /** The published value; not a number where there is none. */
    double value() {
        return estimate == null ? Double.NaN : estimate.value();
    }

    boolean isAbove(double bound) {
        return estimate != null && estimate.value() > bound;
    }

    boolean covers(double value) {
        return estimate != null && estimate.low() <= value && value <= estimate.high();
    }

    boolean rangeCovers(double value) {
        return estimate != null && Math.min(estimate.low(), estimate.sensitivityLow()) <= value
                && value <= Math.max(estimate.high(), estimate.sensitivityHigh());
    }
}
