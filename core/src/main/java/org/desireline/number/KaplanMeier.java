package org.desireline.number;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The share that has not ended yet, by age, when some are still open and some are seen only from an age on.
 *
 * <p>{@code S(t) = Π (1 − d/n)} over the times up to t at which d of the n then under observation end; who enters at an
 * age counts from after that age on, who is last seen open at an age counts up to and with it. Intervals on the scale
 * log(−log S), with Greenwood's variance. Sources: Kaplan, E. L. and Meier, P. (1958), "Nonparametric estimation from
 * incomplete observations", Journal of the American Statistical Association 53; Kalbfleisch, J. D. and Prentice, R. L.
 * (1980), The Statistical Analysis of Failure Time Data; medians: Brookmeyer, R. and Crowley, J. (1982), "A confidence
 * interval for the median survival time", Biometrics 38. Cost: {@code O(n log n)}. Blind spots: that who is still open
 * differs in nothing but that; with late entry, a few early ends among few bring S to 0 for good.
 *
 * @param times ascending: the times at which something ends
 * @param atRisk under observation just before
 * @param ended how many end
 * @param survival S just after
 * @param standardError Greenwood's, of S
 */
public record KaplanMeier(double[] times, long[] atRisk, long[] ended, double[] survival, double[] standardError) {

    private static final double HALF = 0.5;
    /** Products of shares come within this of a round share that they stand for. */
    private static final double ROUNDING = 1e-12;

    /**
     * A time with the ends of its 95 % interval, each absent where the data do not reach it.
     *
     * @param value the first time at which at most the share asked for is left
     * @param low the same of the lower bounds
     * @param high the same of the upper bounds
     */
    public record Quantile(OptionalDouble value, OptionalDouble low, OptionalDouble high) {}

    /** All seen from the beginning. */
    public static KaplanMeier of(double[] exit, boolean[] event) {
        double[] entry = new double[exit.length];
        Arrays.fill(entry, Double.NEGATIVE_INFINITY);
        return of(entry, exit, event);
    }

    /**
     * Computes it.
     *
     * @param entry the age from after which each was under observation; minus infinity for always
     * @param exit the age at which it was last under observation, above its entry
     * @param event whether it ended then
     */
    public static KaplanMeier of(double[] entry, double[] exit, boolean[] event) {
        int n = exit.length;
        if (entry.length != n || event.length != n) {
            throw new IllegalArgumentException(entry.length + " entries, " + n + " exits, " + event.length
                    + " events.");
        }
        int events = 0;
        for (int i = 0; i < n; i++) {
            if (!(entry[i] < exit[i]) || Double.isInfinite(exit[i])) {
                throw new IllegalArgumentException("Observation " + i + " enters at " + entry[i] + " and leaves at "
                        + exit[i] + ". Perhaps it was over before the window began.");
            }
            events += event[i] ? 1 : 0;
        }
        double[] ends = new double[events];
        for (int i = 0, at = 0; i < n; i++) {
            if (event[i]) {
                ends[at++] = exit[i];
            }
        }
        Arrays.sort(ends);
        double[] entries = Arrays.stream(entry).sorted().toArray();
        double[] exits = Arrays.stream(exit).sorted().toArray();
        return along(ends, entries, exits);
    }

    private static KaplanMeier along(double[] ends, double[] entries, double[] exits) {
        double[] times = Arrays.stream(ends).distinct().toArray();
        long[] atRisk = new long[times.length];
        long[] ended = new long[times.length];
        double[] survival = new double[times.length];
        double[] error = new double[times.length];
        double left = 1;
        double greenwood = 0;
        int entered = 0;
        int gone = 0;
        int end = 0;
        for (int i = 0; i < times.length; i++) {
            while (entered < entries.length && entries[entered] < times[i]) {
                entered++;
            }
            while (gone < exits.length && exits[gone] < times[i]) {
                gone++;
            }
            int from = end;
            while (end < ends.length && ends[end] == times[i]) {
                end++;
            }
            atRisk[i] = (long) entered - gone;
            ended[i] = (long) end - from;
            left *= 1 - (double) ended[i] / atRisk[i];
            greenwood += ended[i] / ((double) atRisk[i] * (atRisk[i] - ended[i]));
            survival[i] = left;
            error[i] = left == 0 ? 0 : left * Math.sqrt(greenwood);
        }
        return new KaplanMeier(times, atRisk, ended, survival, error);
    }

    /**
     * The share left after a time, with its 95 % interval. Before the first end it is 1 and has no width; once nothing
     * is left its upper bound is the one before.
     */
    public Interval survivalAt(double time) {
        int at = Arrays.binarySearch(times, time);
        int index = at >= 0 ? at : -at - 2;
        return index < 0 ? new Interval(1, 1, 1) : at(index);
    }

    private Interval at(int index) {
        double share = survival[index];
        if (share <= 0) {
            return new Interval(0, 0, index == 0 ? 1 : at(index - 1).high());
        }
        double log = StrictMath.log(share);
        double reach = Normal.reach() * standardError[index] / share / -log;
        return new Interval(share, StrictMath.exp(log * StrictMath.exp(reach)),
                StrictMath.exp(log * StrictMath.exp(-reach)));
    }

    /** The median. */
    public Quantile median() {
        return quantile(HALF);
    }

    /**
     * The time by which a share has ended.
     *
     * <p>Where S lies exactly at the share left over a stretch of time, it is the middle of the stretch.
     *
     * @param share strictly between 0 and 1
     */
    public Quantile quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("No time belongs to the share " + share + ".");
        }
        double left = 1 - share;
        double[] low = new double[times.length];
        double[] high = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            Interval interval = at(i);
            low[i] = interval.low();
            high[i] = interval.high();
        }
        return new Quantile(reached(survival, left), reached(low, left), reached(high, left));
    }

    private OptionalDouble reached(double[] curve, double left) {
        for (int i = 0; i < curve.length; i++) {
            if (curve[i] <= left + ROUNDING) {
                boolean level = curve[i] >= left - ROUNDING && i + 1 < curve.length;
                return OptionalDouble.of(level ? (times[i] + times[i + 1]) / 2 : times[i]);
            }
        }
        return OptionalDouble.empty();
    }
}
