package org.desireline.bench.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.desireline.world.planted.Pick;
import org.desireline.world.planted.Pick.Kind;
import org.desireline.world.planted.Pick.Option;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;

/**
 * What one logit over everybody tends to where people differ, or where it leaves out what they go by: nearer to 0 than
 * the mean of their weights. Measured on the true menus of first starts of {@value #SEEDS} lives that nothing else
 * uses.
 *
 * <p>The fit is Newton's method on dense matrices and shares nothing with the instruments' kernels, so that an error of
 * theirs is none of the truth. Cost: three to seven seconds a plan, once.
 *
 * @param importance weight by the rank score, ease beside it
 * @param ease weight by minus the logarithm of the hours, importance beside it
 * @param worths by rank, the log-odds of the class over the most important one, nothing beside them
 * @param choices how many choices were fitted
 */
record Pooled(double importance, double ease, List<Double> worths, long choices) {

    private static final int SEEDS = 80;
    private static final long FIRST_SEED = 1_000_001;
    private static final int ROUNDS = 30;
    private static final double SMALL = 1e-10;
    /** Beyond it an item is chosen always, and a step that goes on would never end. */
    private static final double LARGEST_STEP = 2;

    private static final Map<Plan, Pooled> FITTED = new ConcurrentHashMap<>();

    /** The fit of a plan; the same one for every size of the organisation. */
    static Pooled of(Plan plan) {
        return FITTED.computeIfAbsent(plan.unsettled(), Pooled::fit);
    }

    private static Pooled fit(Plan plan) {
        List<Pick> picks = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            Planted planted = Planted.live(plan, seed, Planted.WEEKS);
            picks.addAll(planted.choices(planted.span()).picks(Kind.FIRST_START));
        }
        double[] tastes = newton(picks, 2, option -> new double[] {option.importance(), option.ease()});
        int classes = Plan.CLASSES.size();
        double[] dummies = newton(picks, classes - 1, option -> {
            double[] row = new double[classes - 1];
            if (option.rank() > 0) {
                row[option.rank() - 1] = 1;
            }
            return row;
        });
        List<Double> worths = new ArrayList<>(List.of(0.0));
        Arrays.stream(dummies).forEach(worths::add);
        return new Pooled(tastes[0], tastes[1], List.copyOf(worths), picks.size());
    }

    /** The log-odds of a class over another. */
    double worth(int one, int other) {
        return worths.get(one) - worths.get(other);
    }

    /** The coefficients of a conditional logit of the largest likelihood. */
    static double[] newton(List<Pick> picks, int size, Function<Option, double[]> attributes) {
        double[] beta = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[size];
            double[][] information = new double[size][size];
            for (Pick pick : picks) {
                add(pick, beta, attributes, gradient, information);
            }
            double[] step = solve(information, gradient);
            double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double shrink = Math.min(1, LARGEST_STEP / Math.max(LARGEST_STEP, longest));
            for (int i = 0; i < size; i++) {
                beta[i] += shrink * step[i];
            }
            if (longest < SMALL) {
                break;
            }
        }
        return beta;
    }

    private static void add(Pick pick, double[] beta, Function<Option, double[]> attributes, double[] gradient,
            double[][] information) {
        List<double[]> rows = pick.menu().stream().map(attributes).toList();
        double[] utility = rows.stream().mapToDouble(row -> dot(row, beta)).toArray();
        double largest = Arrays.stream(utility).max().orElse(0);
        double total = 0;
        for (int j = 0; j < utility.length; j++) {
            utility[j] = Math.exp(utility[j] - largest);
            total += utility[j];
        }
        double[] mean = new double[beta.length];
        for (int j = 0; j < utility.length; j++) {
            for (int i = 0; i < beta.length; i++) {
                mean[i] += utility[j] / total * rows.get(j)[i];
            }
        }
        for (int i = 0; i < beta.length; i++) {
            gradient[i] += rows.get(pick.chosen())[i] - mean[i];
            for (int k = 0; k < beta.length; k++) {
                for (int j = 0; j < utility.length; j++) {
                    information[i][k] += utility[j] / total * (rows.get(j)[i] - mean[i]) * (rows.get(j)[k] - mean[k]);
                }
            }
        }
    }

    private static double dot(double[] row, double[] beta) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * beta[i];
        }
        return sum;
    }

    /** Solves a system with a positive matrix by elimination; a direction without information stays where it is. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double[] x = right.clone();
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size && a[pivot][pivot] > SMALL; row++) {
                double factor = a[row][pivot] / a[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    a[row][column] -= factor * a[pivot][column];
                }
                x[row] -= factor * x[pivot];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int column = row + 1; column < size; column++) {
                x[row] -= a[row][column] * x[column];
            }
            x[row] = a[row][row] > SMALL ? x[row] / a[row][row] : 0;
        }
        return x;
    }
}
