package org.desireline.number;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far a figure made of weekly series may be off, weeks that follow one another being alike.
 *
 * <p>Each draw strings together blocks of consecutive weeks, begun at random, the end of the series joined to its
 * beginning, until it is as long as the series; the figure is computed of every draw. The interval runs from the 2.5 to
 * the 97.5 % point of the draws. Sources: Künsch, H. R. (1989), "The jackknife and the bootstrap for general stationary
 * observations", Annals of Statistics 17; with the ends joined, so that every week is drawn equally often: Politis, D.
 * N. and Romano, J. P. (1992), "A circular block-resampling procedure for stationary data", in Exploring the Limits of
 * Bootstrap. Cost: the figure, as many times as there are draws. Laws: the same key gives the same draws. Blind spots:
 * with under ten blocks the interval is too short; a trend is resampled as if it were noise.
 *
 * @param interval the figure with its interval, widened to hold the figure itself
 * @param standardError standard deviation of the draws
 * @param draws number of draws that gave a figure
 */
public record BlockBootstrap(Interval interval, double standardError, int draws) {

    /** Four weeks: a month's rhythm stays in one piece. */
    public static final int BLOCK_WEEKS = 4;
    /** Enough for the ends of a 95 % interval to be steady to a tenth of its width. */
    public static final int DRAWS = 999;
    private static final double TAIL = (1 - Interval.CONFIDENCE) / 2;

    /**
     * How draws are made.
     *
     * @param series number of series resampled independently of one another, as one a team; 1 keeps weeks together
     * @param weeks length of each
     * @param blockWeeks length of a block
     * @param draws how many
     * @param keyed where the random numbers are looked up
     * @param stream which of its streams
     */
    public record Plan(int series, int weeks, int blockWeeks, int draws, Keyed keyed, long stream) {

        public Plan {
            if (series < 1 || weeks < 1 || blockWeeks < 1 || draws < 2) {
                throw new IllegalArgumentException("Nothing to draw: " + series + " series of " + weeks
                        + " weeks in blocks of " + blockWeeks + ", " + draws + " times.");
            }
        }

        /** {@value #DRAWS} draws in blocks of {@value #BLOCK_WEEKS} weeks. */
        public static Plan of(int series, int weeks, Keyed keyed, long stream) {
            return new Plan(series, weeks, BLOCK_WEEKS, DRAWS, keyed, stream);
        }

        /** The weeks of one draw, a row for each series. */
        int[][] draw(int number) {
            int[][] drawn = new int[series][weeks];
            for (int s = 0; s < series; s++) {
                int begin = 0;
                for (int at = 0; at < weeks; at++) {
                    if (at % blockWeeks == 0) {
                        begin = (int) (keyed.uniform(stream, (long) number * series + s, at / blockWeeks) * weeks);
                    }
                    drawn[s][at] = (begin + at % blockWeeks) % weeks;
                }
            }
            return drawn;
        }

        /** The weeks as they are. */
        int[][] asTheyAre() {
            int[][] weekly = new int[series][];
            Arrays.setAll(weekly, s -> IntStream.range(0, weeks).toArray());
            return weekly;
        }
    }

    /**
     * Of one figure.
     *
     * @param figure computes it of the weeks given, a row for each series; a draw for which it is not a number is left
     *     out
     */
    public static BlockBootstrap of(Plan plan, ToDoubleFunction<int[][]> figure) {
        return all(plan, weeks -> new double[] {figure.applyAsDouble(weeks)}).getFirst();
    }

    /** Of several figures, over the same draws. */
    public static List<BlockBootstrap> all(Plan plan, Function<int[][], double[]> figures) {
        double[] observed = figures.apply(plan.asTheyAre());
        double[][] drawn = new double[observed.length][plan.draws()];
        for (int draw = 0; draw < plan.draws(); draw++) {
            double[] values = figures.apply(plan.draw(draw));
            for (int i = 0; i < observed.length; i++) {
                drawn[i][draw] = values[i];
            }
        }
        return IntStream.range(0, observed.length).mapToObj(i -> summary(observed[i], drawn[i])).toList();
    }

    private static BlockBootstrap summary(double observed, double[] draws) {
        double[] sorted = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        if (!Double.isFinite(observed) || sorted.length < 2) {
            throw new IllegalArgumentException("The figure is " + observed + " and a number in " + sorted.length
                    + " of " + draws.length + " draws. Perhaps a denominator was 0.");
        }
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double low = point(sorted, TAIL);
        double high = point(sorted, 1 - TAIL);
        return new BlockBootstrap(new Interval(observed, Math.min(observed, low), Math.max(observed, high)),
                Math.sqrt(squares / (sorted.length - 1)), sorted.length);
    }

    /** The value at {@code share · (n + 1)}, between two neighbours in proportion. */
    private static double point(double[] sorted, double share) {
        double at = Math.clamp(share * (sorted.length + 1) - 1, 0, sorted.length - 1.0);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
