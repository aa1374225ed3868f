package org.desireline.broken.number;

import java.util.Random;

/** Broken: draws from a shared source, seeded or not. */
public final class RollsDice {

    private RollsDice() {}

    /** The broken part. */
    public static long value(long seed) {
        return new Random(seed).nextLong();
    }
}
