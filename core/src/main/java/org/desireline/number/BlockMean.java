package org.desireline.number;

/**
 * The mean of a series in which neighbours are alike: what {@link BlockBootstrap} tells of a mean, without drawing.
 *
 * <p>Method: of a mean the variance over draws of circular blocks is that of the means of all blocks, over the number
 * of blocks; times {@code b/(b−1)} because the blocks are held against their own mean. Percentiles of a dozen blocks
 * are too short, so intervals and tests are those of Student's t with {@code b−1} degrees of freedom. Sources: Künsch,
 * H. R. (1989), "The jackknife and the bootstrap for general stationary observations", Annals of Statistics 17;
 * Politis, D. N. and Romano, J. P. (1992), "A circular block-resampling procedure for stationary data", in Exploring
 * the Limits of Bootstrap. Cost: linear. Blind spot: what goes on for longer than a block, such as a trend, makes the
 * error too small.
 *
 * @param mean the mean
 * @param standardError its standard error
 * @param blocks how many blocks the series is long; need not be whole
 */
public record BlockMean(double mean, double standardError, double blocks) {

    /**
     * Computes it.
     *
     * @param series at least two blocks long
     * @param length of a block, at least 1
     */
    public static BlockMean ofMean(double[] series, int length) {
        int n = series.length;
        if (length < 1 || n < 2 * length) {
            throw new IllegalArgumentException("A series of " + n + " has no two blocks of " + length + ".");
        }
        double sum = 0;
        for (double value : series) {
            sum += value;
        }
        double mean = sum / n;
        double squares = 0;
        for (int from = 0; from < n; from++) {
            double off = 0;
            for (int i = 0; i < length; i++) {
                off += series[(from + i) % n] - mean;
            }
            squares += off / length * (off / length);
        }
        double blocks = (double) n / length;
        return new BlockMean(mean, Math.sqrt(squares / n / (blocks - 1)), blocks);
    }

    /** The mean as what can be tested. */
    public Contrast contrast() {
        return new Contrast(mean, standardError, blocks - 1);
    }
}
