package org.desireline.bench.rates;

import org.desireline.number.Estimate;
import org.jspecify.annotations.Nullable;

/** What is done to an estimate before it is judged: nothing, or, to see that the marks bite, something wrong. */
enum Bias {
    NONE {
        @Override
        @Nullable Estimate of(Quantity quantity, @Nullable Estimate estimate) {
            return estimate;
        }
    },
    /** Adds a tenth to every estimate and its interval, and names a tenth of what there is nothing to say of. */
    TENTH_ABOVE {
        @Override
        @Nullable Estimate of(Quantity quantity, @Nullable Estimate estimate) {
            return estimate == null ? null : new Estimate(estimate.value() + SHIFT, estimate.low() + SHIFT,
                    estimate.high() + SHIFT, estimate.unit(), estimate.n(), estimate.actors(), estimate.grade(),
                    estimate.sensitivityLow() + SHIFT, estimate.sensitivityHigh() + SHIFT, estimate.strength());
        }

        @Override
        boolean imagines(int which) {
            return which % TENTH == 0;
        }
    },
    /** Overlooks every other thing that was planted. */
    HALF_DEAF {
        @Override
        @Nullable Estimate of(Quantity quantity, @Nullable Estimate estimate) {
            return estimate;
        }

        @Override
        boolean hears(int which) {
            return which % 2 == 1;
        }
    };

    private static final int TENTH = 10;
    private static final double SHIFT = 0.1;

    /** Whether one of the things that were planted and named is told. */
    boolean hears(int which) {
        return true;
    }

    /** Whether one of the things that were not planted is named all the same. */
    boolean imagines(int which) {
        return false;
    }

    abstract @Nullable Estimate of(Quantity quantity, @Nullable Estimate estimate);
}
