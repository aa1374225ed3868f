package org.desireline.number.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Whether some direction of the attributes tells the chosen from the rest without fail, so that no finite coefficient
 * is the likeliest.
 *
 * <p>Separated: there is a d with {@code d·(x_chosen − x_other) ≥ 0} for every alternative passed over and {@code > 0}
 * for some. Method: the differences are made distinct first; then the linear programme "maximise the sum of all
 * {@code d·difference}, none of them below 0, d within ±1" is solved over a few of them, and those it breaks are added
 * until it breaks none. What it tells apart strictly is set aside and the rest asked again; a contrast of the
 * coefficients is finite when the differences that remain span it. Sources: Albert, A. and Anderson, J. A. (1984), "On
 * the existence of maximum likelihood estimates in logistic regression models", Biometrika 71; Konis, K. (2007), Linear
 * Programming Algorithms for Detecting Separated Data in Binary Logistic Regression Models. The solver is Hipparchus'
 * simplex under Bland's rule: with at most some dozen variables and a few dozen rows at a time a dense tableau does the
 * job, it is deterministic, and no further library is needed. Cost: {@code O(rows · p)} a round and a sort; a few
 * rounds. Blind spot: near separation is not separation; a standard error tells it.
 *
 * @param directions in which the likelihood never falls, the strongest first, each with a largest entry of ±1; none
 *     where the choices overlap
 * @param finite by attribute: whether its coefficient alone has a finite estimate
 * @param basis orthonormal vectors that span the contrasts with a finite estimate, in units of {@code scale}
 * @param scale the largest difference of each attribute
 */
public record Separation(List<double[]> directions, boolean[] finite, List<double[]> basis, double[] scale) {

    /** Differences are scaled to 1; a product this far below 0 counts as broken, this far above as strict. */
    private static final double TOLERANCE = 1e-7;
    /** How many broken rows are added a round. */
    private static final int ADDED = 32;

    /** Looks for it. */
    public static Separation of(ChoiceSet set) {
        int p = set.attributes();
        double[] scale = new double[p];
        for (int n = 0; n < set.situations(); n++) {
            for (int row = set.first(n); row < set.first(n) + set.size(n); row++) {
                for (int k = 0; k < p; k++) {
                    scale[k] = Math.max(scale[k], Math.abs(set.x(set.chosenRow(n), k) - set.x(row, k)));
                }
            }
        }
        List<double[]> rest = differences(set, scale);
        List<double[]> directions = new ArrayList<>();
        while (!rest.isEmpty()) {
            double[] direction = direction(rest, p);
            List<double[]> overlapping = rest.stream().filter(row -> dot(row, direction) <= TOLERANCE).toList();
            if (overlapping.size() == rest.size()) {
                break;
            }
            directions.add(inUnits(direction, scale));
            rest = overlapping;
        }
        List<double[]> basis = basis(rest, p);
        boolean[] finite = new boolean[p];
        for (int k = 0; k < p; k++) {
            double[] alone = new double[p];
            alone[k] = 1;
            finite[k] = spans(basis, alone);
        }
        return new Separation(directions, finite, basis, scale);
    }

    /** Whether the likelihood has no maximum. */
    public boolean separated() {
        return !directions.isEmpty();
    }

    /** Whether a sum of coefficients, by the weights given, has a finite estimate. */
    public boolean finite(double... contrast) {
        double[] scaled = new double[scale.length];
        for (int k = 0; k < scale.length; k++) {
            scaled[k] = scale[k] > 0 ? contrast[k] / scale[k] : contrast[k];
        }
        return spans(basis, scaled);
    }

    /** Distinct differences of the chosen from the others, by attribute in units of the scale, in ascending order. */
    private static List<double[]> differences(ChoiceSet set, double[] scale) {
        int p = set.attributes();
        TreeSet<double[]> distinct = new TreeSet<>(Arrays::compare);
        double[] row = new double[p];
        for (int n = 0; n < set.situations(); n++) {
            for (int j = 0; j < set.size(n); j++) {
                boolean any = false;
                for (int k = 0; k < p; k++) {
                    double apart = set.x(set.chosenRow(n), k) - set.x(set.first(n) + j, k);
                    row[k] = apart == 0 ? 0 : apart / scale[k];
                    any |= apart != 0;
                }
                if (any && set.weight(n) > 0 && distinct.add(row)) {
                    row = new double[p];
                }
            }
        }
        return List.copyOf(distinct);
    }

    /** The direction that keeps all rows at 0 or above and their sum highest; 0 where none does. */
    private static double[] direction(List<double[]> rows, int p) {
        double[] goal = new double[p];
        for (double[] row : rows) {
            for (int k = 0; k < p; k++) {
                goal[k] += row[k] / rows.size();
            }
        }
        List<double[]> held = new ArrayList<>();
        double[] direction = solve(goal, held, p);
        while (dot(goal, direction) > 0) {
            List<double[]> broken = mostBroken(rows, direction);
            if (broken.isEmpty()) {
                return direction;
            }
            held.addAll(broken);
            direction = solve(goal, held, p);
        }
        return new double[p];
    }

    private static List<double[]> mostBroken(List<double[]> rows, double[] direction) {
        record Broken(double by, int at) {}
        List<Broken> worst = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double product = dot(rows.get(i), direction);
            if (product < -TOLERANCE) {
                worst.add(new Broken(product, i));
            }
        }
        worst.sort((a, b) -> a.by() == b.by() ? Integer.compare(a.at(), b.at()) : Double.compare(a.by(), b.by()));
        return worst.stream().limit(ADDED).map(broken -> rows.get(broken.at())).toList();
    }

    /** Maximises the goal over the box, with u = d + 1 in place of d so that no variable is below 0. */
    private static double[] solve(double[] goal, List<double[]> held, int p) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int k = 0; k < p; k++) {
            double[] one = new double[p];
            one[k] = 1;
            constraints.add(new LinearConstraint(one, Relationship.LEQ, 2));
        }
        for (double[] row : held) {
            constraints.add(new LinearConstraint(row, Relationship.GEQ, Arrays.stream(row).sum()));
        }
        double[] solution = new SimplexSolver().optimize(new LinearObjectiveFunction(goal, 0),
                new LinearConstraintSet(constraints), GoalType.MAXIMIZE, new NonNegativeConstraint(true),
                PivotSelectionRule.BLAND).getPoint();
        for (int k = 0; k < p; k++) {
            solution[k] -= 1;
        }
        return solution;
    }

    /** Gram and Schmidt. */
    private static List<double[]> basis(List<double[]> rows, int p) {
        List<double[]> basis = new ArrayList<>();
        for (double[] row : rows) {
            if (basis.size() == p) {
                break;
            }
            double[] left = remainder(basis, row);
            double length = Math.sqrt(dot(left, left));
            if (length > TOLERANCE) {
                for (int k = 0; k < p; k++) {
                    left[k] /= length;
                }
                basis.add(left);
            }
        }
        return basis;
    }

    private static boolean spans(List<double[]> basis, double[] vector) {
        double[] left = remainder(basis, vector);
        return dot(left, left) <= TOLERANCE * dot(vector, vector);
    }

    private static double[] remainder(List<double[]> basis, double[] vector) {
        double[] left = vector.clone();
        for (double[] base : basis) {
            double along = dot(left, base);
            for (int k = 0; k < left.length; k++) {
                left[k] -= along * base[k];
            }
        }
        return left;
    }

    private static double[] inUnits(double[] direction, double[] scale) {
        double[] units = direction.clone();
        double largest = 0;
        for (int k = 0; k < units.length; k++) {
            units[k] = Math.abs(units[k]) <= TOLERANCE || scale[k] == 0 ? 0 : units[k] / scale[k];
            largest = Math.max(largest, Math.abs(units[k]));
        }
        for (int k = 0; k < units.length; k++) {
            units[k] /= largest;
        }
        return units;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
