package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.desireline.instrument.choice.Scales.Column;
import org.desireline.number.Shapley;

/**
 * How much each reason explains of what was chosen: what a model gains over chance on choices it was not fitted to,
 * shared out among the reasons.
 *
 * <p>Question: which reasons tell best what is chosen next? Unit: nats a choice. Method: for every subset of the
 * reasons a model is fitted and held against each fifth of the time while that fifth is left out; a reason's share is
 * the mean, over all orders in which reasons may be added, of what it adds (Shapley). A model without a fifth is had
 * by one Newton step from the model of all, by the scores and information of that fifth, as the cluster jackknife
 * does. What a person adds is kept apart, so that people can be left out of the sums; models are not refitted without
 * them. Sources: Shapley, L. S. (1953), "A value for n-person games"; McFadden, D. (1974), "Conditional logit
 * analysis of qualitative choice behavior"; Giordano, R. et al. (2019), "A Swiss army infinitesimal jackknife". Cost:
 * 2^reasons fits. Law: the shares add up to the gain of all. Blind spot: five stretches of time are few where habits
 * change.
 */
final class Explained {

    private static final int FOLDS = 5;

    /**
     * Columns that serve one reason; what cannot be told apart across two reasons is one by itself.
     *
     * @param label name in line ids
     * @param groups what it is made of
     * @param columns its columns
     */
    record Reason(String label, Set<Trait.Group> groups, List<Integer> columns) {

        boolean is(Trait.Group group) {
            return groups.size() == 1 && groups.contains(group);
        }
    }

    private final Design design;
    private final List<Reason> reasons;
    /** By subset of reasons, then by person: what is gained over the model of no reason. */
    private final double[][] gains;
    /** By reason, then by person. */
    private final double[][] shares;
    /** The chance of each row, by a model that had not seen its choice. */
    private final double[] foretold;

    Explained(Design design, List<Column> columns) {
        this.design = design;
        this.reasons = reasons(columns);
        int subsets = 1 << reasons.size();
        this.gains = new double[subsets][];
        this.foretold = new double[design.rows()];
        int[] folds = IntStream.range(0, design.size()).map(n -> (int) ((long) n * FOLDS / design.size())).toArray();
        List<Integer> always = IntStream.range(0, columns.size()).filter(i -> !columns.get(i).isReason()).boxed()
                .toList();
        double[] none = new double[design.size()];
        for (int subset = 0; subset < subsets; subset++) {
            List<Integer> chosen = new ArrayList<>(always);
            for (int r = 0; r < reasons.size(); r++) {
                if ((subset >>> r & 1) == 1) {
                    chosen.addAll(reasons.get(r).columns());
                }
            }
            double[] heldOut = heldOut(chosen.stream().sorted().map(columns::get).toList(), folds);
            none = subset == 0 ? heldOut : none;
            gains[subset] = new double[design.people()];
            for (int n = 0; n < design.size(); n++) {
                gains[subset][design.clusters()[n]] += heldOut[n] - none[n];
            }
        }
        shares = new double[reasons.size()][design.people()];
        for (int person = 0; person < design.people(); person++) {
            int who = person;
            double[] own = Shapley.of(reasons.size(), subset -> gains[subset][who]);
            for (int r = 0; r < own.length; r++) {
                shares[r][person] = own[r];
            }
        }
    }

    private static List<Reason> reasons(List<Column> columns) {
        TreeMap<String, Reason> reasons = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            TreeSet<Trait.Group> groups = new TreeSet<>();
            for (Trait trait : columns.get(i).members()) {
                if (trait.group() != null) {
                    groups.add(trait.group());
                }
            }
            if (!groups.isEmpty()) {
                String label = groups.stream().map(Trait.Group::label).collect(Collectors.joining("+"));
                reasons.computeIfAbsent(label, id -> new Reason(id, groups, new ArrayList<>())).columns().add(i);
            }
        }
        return List.copyOf(reasons.values());
    }

    /** The log-likelihood of each choice under the model that was fitted without its fifth of the time. */
    private double[] heldOut(List<Column> columns, int[] folds) {
        double[] likelihoods = new double[design.size()];
        double[][] without = columns.isEmpty() ? new double[FOLDS][0] : Fit.without(design, columns, folds, FOLDS);
        double[] utilities = new double[design.rows()];
        for (int n = 0; n < design.size(); n++) {
            double[] beta = without[folds[n]];
            int from = design.first()[n];
            int to = design.first()[n + 1];
            for (int row = from; row < to; row++) {
                double sum = design.offsets()[row];
                for (int k = 0; k < beta.length; k++) {
                    sum += beta[k] * columns.get(k).value(design, row);
                }
                utilities[row] = sum;
            }
            likelihoods[n] = Fit.chances(utilities, from, to, design.chosen()[n], foretold);
        }
        return likelihoods;
    }

    /** The reasons there are. */
    List<Reason> reasons() {
        return reasons;
    }

    /** What a reason adds, by person. */
    double[] share(int reason) {
        return shares[reason].clone();
    }

    /** What all reasons gain, by person. */
    double[] gain() {
        return gains[gains.length - 1].clone();
    }

    /** The chance of a row by a model of all reasons that had not seen its choice. */
    double foretold(int row) {
        return foretold[row];
    }
}
