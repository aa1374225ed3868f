package org.desireline.broken.number;

import java.util.stream.DoubleStream;

/** Broken: the last bit of a power may differ between machines. */
public final class UsesMachineArithmetic {

    private UsesMachineArithmetic() {}

    /** The broken part. */
    public static double value(DoubleStream base) {
        return base.map(Math::exp).sum() + Math.pow(2, 0.5);
    }
}
