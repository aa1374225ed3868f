package org.desireline.number;

/**
 * Random numbers that are looked up rather than drawn in turn: each is a function of the seed, a stream (which kind of
 * decision), an entity (whose decision) and a counter (which one of theirs).
 *
 * <p>Questions asked in another order, or not asked at all, change no other answer; that is what lets two worlds be
 * compared item by item. Cost: four rounds of mixing a number, no state.
 *
 * <p>Sources: the counter-based construction is Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1,
 * 2, 3" (SC 2011); the mixing function is the finaliser of SplitMix64, Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators" (OOPSLA 2014), applied once to each word of the key; the normal deviate is Box and
 * Muller, "A note on the generation of random normal deviates" (1958). StrictMath throughout, for equal bits on every
 * machine.
 *
 * <p>Blind spot: the mixing is statistical, not cryptographic.
 *
 * @param seed what all the numbers of one run have in common
 */
public record Keyed(long seed) {

    /** 2^64 divided by the golden ratio, made odd: the increment of SplitMix64. */
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    /** 2^-52: with 52 bits and a half added, a draw is exact and lies strictly between 0 and 1. */
    private static final double UNIT = 0x1.0p-52;

    /** 64 mixed bits. */
    public long bits(long stream, long entity, long counter) {
        return absorb(absorb(absorb(absorb(0, seed), stream), entity), counter);
    }

    /** Uniform on the open interval (0, 1). */
    public double uniform(long stream, long entity, long counter) {
        return unit(bits(stream, entity, counter));
    }

    /** Exponential with the given mean. */
    public double exponential(double mean, long stream, long entity, long counter) {
        return -mean * StrictMath.log(uniform(stream, entity, counter));
    }

    /** Standard normal. */
    public double normal(long stream, long entity, long counter) {
        long bits = bits(stream, entity, counter);
        double radius = StrictMath.sqrt(-2 * StrictMath.log(unit(bits)));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit(absorb(bits, GAMMA)));
    }

    /**
     * Lognormal.
     *
     * @param mean the mean of the variable itself, not of its logarithm
     * @param sigma the standard deviation of its logarithm
     */
    public double lognormal(double mean, double sigma, long stream, long entity, long counter) {
        return mean * StrictMath.exp(sigma * normal(stream, entity, counter) - sigma * sigma / 2);
    }

    /** The index of one of the weights, each with a probability in proportion to its weight. */
    public int categorical(double[] weights, long stream, long entity, long counter) {
        double total = 0;
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0)) {
                throw new IllegalArgumentException("Weight " + i + " is " + weights[i]
                        + ". A weight is a number from 0 up. Perhaps a logarithm was passed.");
            }
            total += weights[i];
            last = weights[i] > 0 ? i : last;
        }
        if (last < 0 || Double.isInfinite(total)) {
            throw new IllegalArgumentException("The " + weights.length + " weights add up to " + total
                    + ". Perhaps the largest exponent was not subtracted, or the list is empty.");
        }
        double left = total * uniform(stream, entity, counter);
        for (int i = 0; i < last; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        // Rounding may leave a sliver at the end; it belongs to the last weight that is not zero.
        return last;
    }

    /** The finaliser of SplitMix64 (Stafford's variant 13): a bijection of the 64-bit words. */
    static long finalise(long word) {
        long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static long absorb(long state, long word) {
        return finalise((state ^ word) + GAMMA);
    }

    private static double unit(long bits) {
        return ((bits >>> 12) + 0.5) * UNIT;
    }
}
