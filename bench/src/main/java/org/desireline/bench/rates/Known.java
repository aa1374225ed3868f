package org.desireline.bench.rates;

import java.util.function.Supplier;
import org.desireline.time.Span;
import org.desireline.world.planted.Choices;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Truth;

/**
 * What is known of one life beforehand.
 *
 * @param truth where its hours went
 * @param choices what its people chose
 * @param fitted what one logit over everybody tends to; costly, so looked up only where it is asked for
 */
record Known(Truth truth, Choices choices, Supplier<Pooled> fitted) {

    static Known of(Planted planted, Span window) {
        return new Known(planted.truth(window), planted.choices(window), () -> Pooled.of(planted.plan()));
    }

    Pooled pooled() {
        return fitted.get();
    }
}
