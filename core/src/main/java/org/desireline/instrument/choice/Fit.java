package org.desireline.instrument.choice;

import java.util.List;
import org.desireline.instrument.choice.Scales.Column;
import org.desireline.number.Contrast;
import org.desireline.number.choice.ChoiceSet;
import org.desireline.number.choice.ClusterJackknife;
import org.desireline.number.choice.Condition;
import org.desireline.number.choice.ConditionalLogit;
import org.desireline.number.choice.Prior;

/**
 * A model of choices: coefficients of a conditional logit with a weak normal prior, and how far they may be off, people
 * left out one at a time.
 */
final class Fit {

    /**
     * Standard deviation of the prior: seven typical steps would have to decide as good as alone to be held back by
     * it.
     */
    private static final Prior PRIOR = Prior.normal(2.5);

    private final List<Column> columns;
    private final ConditionalLogit logit;
    private final ClusterJackknife jackknife;

    private Fit(List<Column> columns, ConditionalLogit logit, ClusterJackknife jackknife) {
        this.columns = columns;
        this.logit = logit;
        this.jackknife = jackknife;
    }

    /** Fits columns to a design of two people or more, the prior making sure that there is one best answer. */
    static Fit of(Design design, List<Column> columns) {
        return of(set(design, columns, design.clusters()), columns);
    }

    private static Fit of(ChoiceSet set, List<Column> columns) {
        ConditionalLogit logit = ConditionalLogit.fit(set, PRIOR).orElseThrow(() -> new IllegalStateException(
                "No best coefficients of " + columns.size() + " columns over " + set.situations() + " choices."));
        return new Fit(columns, logit, ClusterJackknife.of(logit).orElseThrow(() -> new IllegalStateException(
                "No jackknife over " + set.clusters() + " clusters of " + set.situations() + " choices.")));
    }

    private static ChoiceSet set(Design design, List<Column> columns, int[] clusters) {
        int p = columns.size();
        double[] x = new double[design.rows() * p];
        for (int row = 0; row < design.rows(); row++) {
            for (int k = 0; k < p; k++) {
                x[row * p + k] = columns.get(k).value(design, row);
            }
        }
        return ChoiceSet.of(p, x, design.first(), design.chosen(), design.offsets(), clusters, new double[0]);
    }

    /**
     * The coefficients without each of some groups of choices, by one Newton step from those of all.
     *
     * @param group of each choice, every number from 0 to {@code groups − 1} of some
     */
    static double[][] without(Design design, List<Column> columns, int[] group, int groups) {
        ClusterJackknife left = of(set(design, columns, group), columns).jackknife;
        double[][] without = new double[groups][];
        for (int g = 0; g < groups; g++) {
            without[g] = left.beta().clone();
            for (int k = 0; k < without[g].length; k++) {
                without[g][k] += left.steps().get(g)[k];
            }
        }
        return without;
    }

    /** The chance of each row of a design. */
    double[] chances(Design design) {
        return ConditionalLogit.probabilities(set(design, columns, design.clusters()), logit.beta());
    }

    /** The chance of each row of a design in a blind draw. */
    static double[] blind(Design design) {
        double[] chances = new double[design.rows()];
        for (int n = 0; n < design.size(); n++) {
            chances(design.offsets(), design.first()[n], design.first()[n + 1], design.chosen()[n], chances);
        }
        return chances;
    }

    /** Writes the chances of a menu's rows, and gives the logarithm of that of what was chosen. */
    static double chances(double[] utilities, int from, int to, int chosen, double[] chances) {
        double most = Double.NEGATIVE_INFINITY;
        for (int row = from; row < to; row++) {
            most = Math.max(most, utilities[row]);
        }
        double sum = 0;
        for (int row = from; row < to; row++) {
            chances[row] = StrictMath.exp(utilities[row] - most);
            sum += chances[row];
        }
        for (int row = from; row < to; row++) {
            chances[row] /= sum;
        }
        return utilities[from + chosen] - most - StrictMath.log(sum);
    }

    /** The effect of a column, a typical step. */
    Contrast effect(int column) {
        return jackknife.coefficient(column);
    }

    /** The coefficient of a column. */
    double beta(int column) {
        return logit.beta()[column];
    }

    /** How two coefficients vary together. */
    double covariance(int one, int other) {
        return jackknife.covariance()[one][other];
    }

    /** How many times as large the error of a coefficient is as if no two choices had anything in common. */
    double inflation(int column) {
        return Math.sqrt(jackknife.covariance()[column][column] / jackknife.naive()[column][column]);
    }

    /** How nearly some of the columns are one: beyond a million they cannot be told apart. */
    double condition() {
        return Condition.of(logit.information());
    }

    /** McFadden's measure of fit. */
    double mcfadden() {
        return 1 - logit.logLikelihood() / logit.nullLogLikelihood();
    }
}
