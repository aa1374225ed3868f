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
    /** Adds a tenth to every estimate and its interval. */
    TENTH_ABOVE {
        @Override
        @Nullable Estimate of(Quantity quantity, @Nullable Estimate estimate) {
            return estimate == null ? null : new Estimate(estimate.value() + SHIFT, estimate.low() + SHIFT,
                    estimate.high() + SHIFT, estimate.unit(), estimate.n(), estimate.actors(), estimate.grade(),
                    estimate.sensitivityLow() + SHIFT, estimate.sensitivityHigh() + SHIFT, estimate.strength());
        }
    };

    private static final double SHIFT = 0.1;

    abstract @Nullable Estimate of(Quantity quantity, @Nullable Estimate estimate);
}
