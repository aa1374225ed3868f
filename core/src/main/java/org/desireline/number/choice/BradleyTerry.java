package org.desireline.number.choice;

import java.util.Optional;
import org.desireline.number.Contrast;

/**
 * How strong items are, told by which of two wins: {@code P(i beats j) = e^θi / (e^θi + e^θj)}.
 *
 * <p>Where an order may give an advantage, e^θ of the favoured one is multiplied by {@code e^home}; where contests may
 * end in a tie, a tie has the weight {@code e^tie · √(the two others)}. Unit: log-odds. Method: Newton with
 * step-halving, the first item held at 0; with bias reduction, Newton's information and the score of Firth's penalty.
 * Sources: Bradley, R. A. and Terry, M. E. (1952), "Rank analysis of incomplete block designs", Biometrika 39; ties:
 * Davidson, R. R. (1970), "On extending the Bradley-Terry model to accommodate ties in paired comparison experiments",
 * Journal of the American Statistical Association 65; bias reduction: Firth, D. (1993), "Bias reduction of maximum
 * likelihood estimates", Biometrika 80. Cost: {@code O(rows + items³)} a step, six steps as a rule; memory
 * {@code O(items²)}. Blind spots: strength is one number, so circles of wins are noise to it; standard errors take
 * contests as independent of one another.
 *
 * @param ability of each item, θ; they add up to 0
 * @param covariance of the abilities, each against their mean
 * @param home what the order's advantage is worth; 0 with no error where no contest had one
 * @param tie log of Davidson's ν; minus infinity where nothing was tied
 * @param logLikelihood {@code Σ count · ln P}, without binomial coefficients and without a penalty
 * @param deviance twice what is missing to a model with a chance of its own for every pair and order
 * @param iterations Newton steps
 */
public record BradleyTerry(double[] ability, double[][] covariance, Contrast home, double tie, double logLikelihood,
        double deviance, int iterations) {

    /** How it is fitted. */
    public enum Bias {
        /** Maximum likelihood. */
        KEPT,
        /** Firth's: finite even where an item never won. Without ties only. */
        REDUCED
    }

    /** Maximum likelihood. */
    public static Optional<BradleyTerry> fit(Contests contests) {
        return fit(contests, Bias.KEPT);
    }

    /**
     * Fits.
     *
     * @return nothing where some items cannot be {@linkplain Contests#comparable compared}; under bias reduction, where
     *     some never met, not even by way of others
     */
    public static Optional<BradleyTerry> fit(Contests contests, Bias bias) {
        return new PairNewton(contests, bias).fit();
    }

    /** One item's ability, against the mean of all. */
    public Contrast ability(int item) {
        return new Contrast(ability[item], Math.sqrt(Math.max(0, covariance[item][item])), Double.POSITIVE_INFINITY);
    }

    /** One item's ability less another's. */
    public Contrast difference(int item, int other) {
        double variance = covariance[item][item] + covariance[other][other] - 2 * covariance[item][other];
        return new Contrast(ability[item] - ability[other], Math.sqrt(Math.max(0, variance)), Double.POSITIVE_INFINITY);
    }
}
