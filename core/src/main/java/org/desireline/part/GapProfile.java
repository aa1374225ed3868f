package org.desireline.part;

import java.util.OptionalDouble;
import org.desireline.number.LognormalPair;

/**
 * How far apart people's signs of work lie, as counts that add up, and what sessions they make.
 *
 * <p>Question: after which pause was it another session? Unit: whole minutes. Method: gaps are a mixture of pauses
 * within a session and of breaks between sessions, both about lognormal; the session gap is where the second becomes
 * the likelier, between half an hour and four; the lead-in is the median gap within sessions, between ten minutes and
 * an hour. Fewer than 200 gaps, or two kinds that do not separate, tell nothing: two hours. Source: METHODS, touch
 * time from sparse traces. Cost: O(1) a gap, 6 KB. Laws: profiles add up in any order. Blind spot: one gap for
 * everybody.
 */
final class GapProfile {

    private static final int FEWEST = 200;
    private static final int BINS = 424;
    private static final long MINUTE_MILLIS = 60_000L;
    private static final int SHORTEST_GAP = 30;
    private static final int LONGEST_GAP = 240;
    private static final int SHORTEST_LEAD_IN = 10;
    private static final int LONGEST_LEAD_IN = 60;

    /** Gaps by length in seconds, eight bins to a doubling. */
    private final long[] bins = new long[BINS];
    /** Gaps that may lie within a session, by whole minutes. */
    private final long[] minutes = new long[LONGEST_GAP];
    private long count;

    /** Counts a gap. */
    void add(long gapMillis) {
        bins[bin(Math.max(1, gapMillis / 1000))]++;
        if (gapMillis < LONGEST_GAP * MINUTE_MILLIS) {
            minutes[(int) (gapMillis / MINUTE_MILLIS)]++;
        }
        count++;
    }

    /** Adds the counts of another profile. */
    void add(GapProfile other) {
        for (int i = 0; i < BINS; i++) {
            bins[i] += other.bins[i];
        }
        for (int i = 0; i < LONGEST_GAP; i++) {
            minutes[i] += other.minutes[i];
        }
        count += other.count;
    }

    private static int bin(long seconds) {
        int shift = Math.max(0, 60 - Long.numberOfLeadingZeros(seconds));
        return (shift << 3) + (int) (seconds >> shift);
    }

    /** The logarithm of the middle of a bin. */
    private static double middle(int bin) {
        int shift = Math.max(0, (bin >> 3) - 1);
        long low = (long) (bin - (shift << 3)) << shift;
        return StrictMath.log(low + (1L << shift) / 2.0);
    }

    /** The sessions that the gaps make. */
    Sessions sessions() {
        if (count < FEWEST) {
            return Sessions.USUAL;
        }
        double[] logs = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            logs[i] = middle(i);
        }
        OptionalDouble crossing = LognormalPair.of(logs, bins).crossing();
        long gap = crossing.isEmpty() ? Sessions.USUAL.gapMillis() / MINUTE_MILLIS
                : Math.clamp(Math.round(StrictMath.exp(crossing.getAsDouble()) / 60), SHORTEST_GAP, LONGEST_GAP);
        return new Sessions(gap * MINUTE_MILLIS, leadIn(gap) * MINUTE_MILLIS);
    }

    /** The median of the gaps within sessions; of two in the middle the shorter. */
    private long leadIn(long gap) {
        long within = 0;
        for (int i = 0; i < gap; i++) {
            within += minutes[i];
        }
        long below = 0;
        int median = 0;
        while (median < gap - 1 && 2 * (below + minutes[median]) < within) {
            below += minutes[median++];
        }
        return within == 0 ? Sessions.USUAL.leadInMillis() / MINUTE_MILLIS
                : Math.min(gap, Math.clamp(median, SHORTEST_LEAD_IN, LONGEST_LEAD_IN));
    }
}
