package org.desireline.number;

import java.io.Serializable;

/**
 * A sum of doubles in 128-bit fixed point: 64 bits before the binary point, 64 after.
 *
 * <p>Every term is cut towards zero to a multiple of 2⁻⁶⁴ first and then added exactly, so the sum does not depend on
 * the order or grouping of its terms. Range ±9.2e18; a term beyond that, or not a number, is refused.
 */
public final class ExactSum implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double TWO_32 = 4294967296.0;
    private static final double LIMIT = 9.0e18;

    private long whole;
    private long fraction;

    /** Adds a term. */
    public void add(double term) {
        if (!(Math.abs(term) < LIMIT)) {
            throw new IllegalArgumentException("Cannot add " + term + " to an exact sum.");
        }
        double magnitude = Math.abs(term);
        double floor = Math.floor(magnitude);
        double high = (magnitude - floor) * TWO_32;
        double highBits = Math.floor(high);
        double lowBits = Math.floor((high - highBits) * TWO_32);
        long wholeBits = (long) floor;
        long fractionBits = ((long) highBits << 32) | (long) lowBits;
        if (term < 0) {
            // Two's complement over both halves.
            wholeBits = fractionBits == 0 ? -wholeBits : ~wholeBits;
            fractionBits = -fractionBits;
        }
        addParts(wholeBits, fractionBits);
    }

    /** Adds another sum. */
    public void add(ExactSum other) {
        addParts(other.whole, other.fraction);
    }

    /** The sum, rounded to the nearest double. */
    public double value() {
        boolean negative = whole < 0;
        long wholeBits = negative ? (fraction == 0 ? -whole : ~whole) : whole;
        long fractionBits = negative ? -fraction : fraction;
        double fractionValue = ((fractionBits >>> 32) + (fractionBits & 0xFFFFFFFFL) / TWO_32) / TWO_32;
        double magnitude = wholeBits + fractionValue;
        return negative ? -magnitude : magnitude;
    }

    private void addParts(long addWhole, long addFraction) {
        long sum = fraction + addFraction;
        long carry = Long.compareUnsigned(sum, fraction) < 0 ? 1 : 0;
        fraction = sum;
        whole = Math.addExact(Math.addExact(whole, addWhole), carry);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactSum that && whole == that.whole && fraction == that.fraction;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(whole * 31 + fraction);
    }

    @Override
    public String toString() {
        return Double.toString(value());
    }
}
