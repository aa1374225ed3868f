package org.desireline.number;

import java.util.Arrays;

/**
 * By age, the share that has come to each of several ends, when some are still open and some are seen only from an age
 * on. Where something may end in more than one way, what has ended in one way is not one minus the share that is left
 * when the other ends are taken as still open: that overstates it.
 *
 * <p>{@code F_k(t) = Σ S(u−) d_k(u)/n(u)} over the times u up to t, with S that of all ends together (see {@link
 * KaplanMeier}). Standard errors by the delta method, which for distinct subjects are those of the infinitesimal
 * jackknife; intervals on the scale log(−log F). Sources: Aalen, O. O. and Johansen, S. (1978), "An empirical
 * transition matrix for non-homogeneous Markov chains based on censored observations", Scandinavian Journal of
 * Statistics 5; Marubini, E. and Valsecchi, M. G. (1995), Analysing Survival Data from Clinical Trials and
 * Observational Studies; Kalbfleisch, J. D. and Prentice, R. L. (1980), The Statistical Analysis of Failure Time Data.
 * Cost: {@code O(n log n)}, and linear in the times a standard error. Blind spots: those of {@link KaplanMeier}.
 *
 * @param times ascending: the times at which something ends
 * @param atRisk under observation just before
 * @param ended by end, counted from 0, then by time: how many come to it
 * @param incidence the same: the share that has come to it just after
 * @param left the share that has come to none, just after
 */
public record AalenJohansen(
        double[] times, long[] atRisk, long[][] ended, double[][] incidence, double[] left) {

    /** All seen from the beginning. */
    public static AalenJohansen of(double[] exit, int[] end, int ends) {
        double[] entry = new double[exit.length];
        Arrays.fill(entry, Double.NEGATIVE_INFINITY);
        return of(entry, exit, end, ends);
    }

    /**
     * Computes it.
     *
     * @param entry the age from after which each was under observation; minus infinity for always
     * @param exit the age at which it was last under observation, above its entry
     * @param end which end it came to then, from 1 to {@code ends}; 0 where it was still open
     * @param ends how many ends there are
     */
    public static AalenJohansen of(double[] entry, double[] exit, int[] end, int ends) {
        boolean[] any = new boolean[exit.length];
        for (int i = 0; i < any.length; i++) {
            if (end.length != any.length || end[i] < 0 || end[i] > ends) {
                throw new IllegalArgumentException(end.length + " ends of " + exit.length + " observations, that of "
                        + i + " is no number from 0 to " + ends + ".");
            }
            any[i] = end[i] > 0;
        }
        KaplanMeier together = KaplanMeier.of(entry, exit, any);
        double[] times = together.times();
        long[][] ended = new long[ends][times.length];
        for (int i = 0; i < any.length; i++) {
            if (any[i]) {
                ended[end[i] - 1][Arrays.binarySearch(times, exit[i])]++;
            }
        }
        double[][] incidence = new double[ends][times.length];
        for (int k = 0; k < ends; k++) {
            double sum = 0;
            for (int j = 0; j < times.length; j++) {
                double before = j == 0 ? 1 : together.survival()[j - 1];
                sum += before * ended[k][j] / together.atRisk()[j];
                incidence[k][j] = sum;
            }
        }
        return new AalenJohansen(times, together.atRisk(), ended, incidence, together.survival());
    }

    /** The standard error of the share that has come to an end, counted from 0, by a time. */
    public double standardErrorAt(int end, double time) {
        int last = indexOf(time);
        double reached = last < 0 ? 0 : incidence[end][last];
        double variance = 0;
        for (int j = 0; j <= last; j++) {
            double n = atRisk[j];
            double before = j == 0 ? 1 : left[j - 1];
            double here = ended[end][j];
            double all = 0;
            for (long[] each : ended) {
                all += each[j];
            }
            double ahead = reached - incidence[end][j];
            variance += all < n ? ahead * ahead * all / (n * (n - all)) : 0;
            variance += before * before * (n - here) * here / (n * n * n) - 2 * ahead * before * here / (n * n);
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /**
     * The share that has come to an end, counted from 0, by a time, with its 95 % interval. Where none has, or all
     * have, the interval has no width.
     */
    public Interval incidenceAt(int end, double time) {
        int index = indexOf(time);
        double share = index < 0 ? 0 : Math.min(1, incidence[end][index]);
        if (share <= 0 || share >= 1) {
            return new Interval(share, share, share);
        }
        double log = StrictMath.log(share);
        double reach = Normal.reach() * standardErrorAt(end, time) / share / -log;
        return new Interval(share, Math.min(share, StrictMath.exp(log * StrictMath.exp(reach))),
                Math.max(share, StrictMath.exp(log * StrictMath.exp(-reach))));
    }

    private int indexOf(double time) {
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : -at - 2;
    }
}
