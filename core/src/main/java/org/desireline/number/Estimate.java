package org.desireline.number;

/**
 * A number with what is needed to judge it.
 *
 * @param value the point
 * @param low lower end of the 95 % interval; equal to the value where the count is exact
 * @param high upper end
 * @param unit what it is counted in
 * @param n number of observations behind it
 * @param actors number of distinct actors behind it
 * @param grade how it came to be known
 * @param sensitivityLow lowest value over the sensitivity settings
 * @param sensitivityHigh highest value over them
 * @param strength what may be claimed
 */
public record Estimate(
        double value,
        double low,
        double high,
        Unit unit,
        long n,
        long actors,
        Grade grade,
        double sensitivityLow,
        double sensitivityHigh,
        Strength strength) {

    public Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("The value " + value + " lies outside its interval [" + low + ", " + high
                    + "]. Perhaps the interval was built around another value.");
        }
        if (!Double.isFinite(low) || !Double.isFinite(high) || n < 0 || actors < 0
                || !(sensitivityLow <= value && value <= sensitivityHigh)
                        || !Double.isFinite(sensitivityHigh - sensitivityLow)) {
            throw new IllegalArgumentException("Not an estimate to show: interval [" + low + ", " + high + "], range ["
                    + sensitivityLow + ", " + sensitivityHigh + "] around " + value + ", n " + n + ", actors "
                            + actors + ".");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Not a number to show: " + value + ". Perhaps a denominator was 0.");
        }
    }

    /** An exact count: the interval is the value itself. */
    public static Estimate exact(double value, Unit unit, long n, long actors, Grade grade) {
        return new Estimate(value, value, value, unit, n, actors, grade, value, value, Strength.EXACT);
    }

    /** The same figure with the range it takes under other settings, the value itself included. */
    public Estimate withSensitivity(double from, double to) {
        return new Estimate(value, low, high, unit, n, actors, grade,
                Math.min(value, from), Math.max(value, to), strength);
    }

    /** The same figure with another claim. */
    public Estimate withStrength(Strength claim) {
        return new Estimate(value, low, high, unit, n, actors, grade, sensitivityLow, sensitivityHigh, claim);
    }
}
