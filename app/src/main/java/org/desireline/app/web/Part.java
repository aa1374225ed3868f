package org.desireline.app.web;

import org.desireline.number.Estimate;

/** A number of an estimate, by the name it has in JSON. */
enum Part {
    value,
    low,
    high,
    n,
    actors,
    sensitivityLow,
    sensitivityHigh;

    double of(Estimate estimate) {
        return switch (this) {
            case value -> estimate.value();
            case low -> estimate.low();
            case high -> estimate.high();
            case n -> estimate.n();
            case actors -> estimate.actors();
            case sensitivityLow -> estimate.sensitivityLow();
            case sensitivityHigh -> estimate.sensitivityHigh();
        };
    }
}
