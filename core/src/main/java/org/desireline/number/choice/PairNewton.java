package org.desireline.number.choice;

import java.util.Arrays;
import java.util.Optional;
import org.desireline.number.Contrast;

/**
 * Newton's steps of {@link BradleyTerry}.
 *
 * <p>Parameters: the abilities of all items but the first, then, where the contests have them, the order's advantage
 * and the log weight of a tie. A row adds to few cells of the information only: those of its two items and the two
 * extras.
 */
final class PairNewton {

    private static final double SETTLED = 1e-8;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double ROUNDING = 1e-12;
    private static final int OUTCOMES = 3;

    private final Contests contests;
    private final boolean reduced;
    private final int home;
    private final int tie;
    private final int parameters;
    /** Outcomes there are, and parameters a row may touch: two of each where there is neither advantage nor tie. */
    private final int outcomes;
    private final int width;
    /** The parameters a row touches: of a, of b, the advantage, the tie; −1 for one that is held or not there. */
    private final int[] touched = new int[4];
    /** What an outcome's log weight takes of each of them. */
    private final double[][] takes = new double[OUTCOMES][4];
    private final double[] chance = new double[OUTCOMES];
    private final double[] count = new double[OUTCOMES];
    private final double[] mean = new double[4];

    private double logLikelihood;
    private double[] score = new double[0];
    private double[][] information = new double[0][0];

    PairNewton(Contests contests, BradleyTerry.Bias bias) {
        this.contests = contests;
        reduced = bias == BradleyTerry.Bias.REDUCED;
        if (reduced && contests.anyTie()) {
            throw new IllegalArgumentException("Bias reduction is for contests without ties; there are some.");
        }
        int next = contests.items - 1;
        home = contests.anyOrder() ? next++ : -1;
        tie = contests.anyTie() ? next++ : -1;
        parameters = next;
        outcomes = tie < 0 ? 2 : OUTCOMES;
        width = home < 0 && tie < 0 ? 2 : touched.length;
    }

    Optional<BradleyTerry> fit() {
        int[] groups = contests.comparable();
        if (contests.items < 2 || (!reduced && Arrays.stream(groups).anyMatch(group -> group > 0))) {
            return Optional.empty();
        }
        double[] theta = new double[parameters];
        evaluate(theta);
        for (int step = 1; step <= MOST_STEPS; step++) {
            Optional<Definite> definite = Definite.of(information);
            if (definite.isEmpty()) {
                return Optional.empty();
            }
            double[] pull = reduced ? penalised(theta, definite.get().inverse()) : score;
            double[] direction = definite.get().solve(pull);
            double decrement = 0;
            for (int k = 0; k < parameters; k++) {
                decrement += pull[k] * direction[k];
            }
            double before = logLikelihood;
            theta = moved(theta, direction, 1);
            evaluate(theta);
            // The penalty is not followed here: a full step of the penalised score is taken, as Firth's iteration does.
            for (int half = 1; half <= MOST_HALVINGS && !reduced
                    && !(logLikelihood >= before - ROUNDING * Math.abs(before)); half++) {
                theta = moved(theta, direction, -StrictMath.scalb(1.0, -half));
                evaluate(theta);
            }
            if (decrement < SETTLED) {
                return result(theta, step);
            }
        }
        return Optional.empty();
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] moved = from.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += length * direction[k];
        }
        return moved;
    }

    private void evaluate(double[] theta) {
        logLikelihood = 0;
        score = new double[parameters];
        information = new double[parameters][parameters];
        for (int row = 0; row < contests.rows(); row++) {
            look(row, theta);
            double times = count[0] + count[1] + count[2];
            for (int o = 0; o < outcomes; o++) {
                if (count[o] > 0) {
                    logLikelihood += count[o] * StrictMath.log(chance[o]);
                }
            }
            for (int k = 0; k < width; k++) {
                if (touched[k] < 0) {
                    continue;
                }
                for (int o = 0; o < outcomes; o++) {
                    score[touched[k]] += count[o] * (takes[o][k] - mean[k]);
                }
                for (int l = 0; l < width; l++) {
                    if (touched[l] >= 0) {
                        information[touched[k]][touched[l]] += times * covariance(k, l);
                    }
                }
            }
        }
    }

    /** The chances of a row's outcomes, and what each takes of the parameters. */
    private void look(int row, double[] theta) {
        int order = contests.order[row];
        touched[0] = contests.a[row] - 1;
        touched[1] = contests.b[row] - 1;
        touched[2] = order == 0 ? -1 : home;
        touched[3] = tie;
        set(0, 1, 0, order > 0 ? 1 : 0, 0);
        set(1, 0, 1, order < 0 ? 1 : 0, 0);
        set(2, 0.5, 0.5, order == 0 ? 0 : 0.5, 1);
        count[0] = contests.aWins[row];
        count[1] = contests.bWins[row];
        count[2] = contests.ties[row];
        double highest = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < outcomes; o++) {
            chance[o] = 0;
            for (int k = 0; k < width; k++) {
                chance[o] += touched[k] < 0 ? 0 : takes[o][k] * theta[touched[k]];
            }
            highest = Math.max(highest, chance[o]);
        }
        double sum = 0;
        for (int o = 0; o < outcomes; o++) {
            chance[o] = StrictMath.exp(chance[o] - highest);
            sum += chance[o];
        }
        for (int o = 0; o < outcomes; o++) {
            chance[o] /= sum;
        }
        for (int k = 0; k < width; k++) {
            mean[k] = 0;
            for (int o = 0; o < outcomes; o++) {
                mean[k] += chance[o] * takes[o][k];
            }
        }
    }

    private void set(int outcome, double ofA, double ofB, double ofHome, double ofTie) {
        takes[outcome][0] = ofA;
        takes[outcome][1] = ofB;
        takes[outcome][2] = ofHome;
        takes[outcome][3] = ofTie;
    }

    private double covariance(int k, int l) {
        double sum = 0;
        for (int o = 0; o < outcomes; o++) {
            sum += chance[o] * (takes[o][k] - mean[k]) * (takes[o][l] - mean[l]);
        }
        return sum;
    }

    /** The score with Firth's term: every outcome of a row gets half the row's leverage as further contests. */
    private double[] penalised(double[] theta, double[][] inverse) {
        double[] pull = score.clone();
        for (int row = 0; row < contests.rows(); row++) {
            look(row, theta);
            double times = count[0] + count[1];
            double spread = 0;
            for (int k = 0; k < width; k++) {
                for (int l = 0; l < width; l++) {
                    if (touched[k] >= 0 && touched[l] >= 0) {
                        spread += (takes[0][k] - takes[1][k]) * (takes[0][l] - takes[1][l])
                                * inverse[touched[k]][touched[l]];
                    }
                }
            }
            double leverage = times * chance[0] * chance[1] * spread;
            for (int k = 0; k < width; k++) {
                if (touched[k] >= 0) {
                    pull[touched[k]] += leverage * (0.5 - chance[0]) * (takes[0][k] - takes[1][k]);
                }
            }
        }
        return pull;
    }

    private Optional<BradleyTerry> result(double[] theta, int steps) {
        Optional<Definite> definite = Definite.of(information);
        if (definite.isEmpty()) {
            return Optional.empty();
        }
        int n = contests.items;
        double[][] inverse = definite.get().inverse();
        double mean = 0;
        double[] rowMeans = new double[n];
        double all = 0;
        for (int i = 1; i < n; i++) {
            mean += theta[i - 1] / n;
            for (int j = 1; j < n; j++) {
                rowMeans[i] += inverse[i - 1][j - 1] / n;
            }
            all += rowMeans[i] / n;
        }
        double[] ability = new double[n];
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            ability[i] = (i == 0 ? 0 : theta[i - 1]) - mean;
            for (int j = 0; j < n; j++) {
                double own = i == 0 || j == 0 ? 0 : inverse[i - 1][j - 1];
                covariance[i][j] = own - rowMeans[i] - rowMeans[j] + all;
            }
        }
        Contrast advantage = home < 0 ? new Contrast(0, 0, Double.POSITIVE_INFINITY)
                : new Contrast(theta[home], Math.sqrt(inverse[home][home]), Double.POSITIVE_INFINITY);
        return Optional.of(new BradleyTerry(ability, covariance, advantage,
                tie < 0 ? Double.NEGATIVE_INFINITY : theta[tie], logLikelihood, 2 * (saturated() - logLikelihood),
                steps));
    }

    /** The log-likelihood where every row has the chances that it shows. */
    private double saturated() {
        double sum = 0;
        for (int row = 0; row < contests.rows(); row++) {
            double[] counts = {contests.aWins[row], contests.bWins[row], contests.ties[row]};
            double times = counts[0] + counts[1] + counts[2];
            for (double each : counts) {
                sum += each > 0 ? each * StrictMath.log(each / times) : 0;
            }
        }
        return sum;
    }
}
