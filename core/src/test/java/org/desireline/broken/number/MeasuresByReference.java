package org.desireline.broken.number;

import java.util.function.DoubleUnaryOperator;

/** Broken: calls the machine arithmetic by reference only. */
public final class MeasuresByReference {

    private MeasuresByReference() {}

    /** The broken part. */
    public static DoubleUnaryOperator value() {
        return Math::log;
    }
}
