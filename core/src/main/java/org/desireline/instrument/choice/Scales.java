package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of the model: which traits can be learnt, in steps that are typical within a menu, and which always move
 * together.
 *
 * <p>Method: a step is the pooled standard deviation within menus, each row of a sampled menu standing for as many as
 * were passed by. A trait whose values are equal on nine menus out of ten cannot be learnt. Two whose within-menu
 * correlation is beyond {@value #TOGETHER} are made one column, the mean of their steps, and are told apart no more.
 * Source: METHODS, standardising. Cost: O(rows × traits²).
 */
final class Scales {

    /** The correlation within menus from which on two traits are one. */
    private static final double TOGETHER = 0.9;
    /** The share of menus on which a trait may be equal. */
    private static final double MOST_EQUAL = 0.9;
    /** A difference in the last digits of a float is none. */
    private static final double EQUAL = 1e-5;

    /**
     * A column of the model.
     *
     * @param members the traits in it, one unless they always move together
     * @param factors what a member's value is multiplied by
     */
    record Column(List<Trait> members, List<Double> factors) {

        /** The name used in line ids. */
        String label() {
            return members.stream().map(Trait::label).collect(Collectors.joining("+"));
        }

        /** What speaks for an item, in words. */
        String words() {
            return members.stream().map(Trait::words).collect(Collectors.joining(" together with "));
        }

        /** Whether it is that trait alone. */
        boolean is(Trait trait) {
            return members.equals(List.of(trait));
        }

        /** Whether it may be claimed to decide. */
        boolean isReason() {
            return members.stream().anyMatch(Trait::isReason);
        }

        /** How many typical steps a row lies above the mean of its menu. */
        double value(Design design, int row) {
            double sum = 0;
            for (int i = 0; i < factors.size(); i++) {
                sum += factors.get(i) * design.value(row, members.get(i));
            }
            return sum;
        }
    }

    private final List<Trait> constant = new ArrayList<>();
    private final double[] steps = new double[Trait.ALL.size()];
    private final double[][] correlation = new double[Trait.ALL.size()][Trait.ALL.size()];
    private final List<List<Trait>> groups = new ArrayList<>();

    /** The scales of a design, for the traits asked for. */
    Scales(Design design, List<Trait> asked) {
        measure(design);
        for (Trait trait : asked) {
            if (steps[trait.ordinal()] > 0 && share(design, trait) < MOST_EQUAL) {
                groups.add(List.of(trait));
            } else {
                constant.add(trait);
            }
        }
        boolean joined = true;
        while (joined) {
            joined = join(TOGETHER);
        }
    }

    private void measure(Design design) {
        int traits = Trait.ALL.size();
        double[][] sums = new double[traits][traits];
        double free = 0;
        for (int n = 0; n < design.size(); n++) {
            free -= 1;
            for (int row = design.first()[n]; row < design.first()[n + 1]; row++) {
                double weight = 1 / design.chance(n, row);
                free += weight;
                for (int k = 0; k < traits; k++) {
                    double value = weight * design.value(row, Trait.ALL.get(k));
                    for (int m = 0; m <= k; m++) {
                        sums[k][m] += value * design.value(row, Trait.ALL.get(m));
                    }
                }
            }
        }
        for (int k = 0; k < traits; k++) {
            double variance = free > 0 ? sums[k][k] / free : 0;
            steps[k] = variance > EQUAL * EQUAL ? Math.sqrt(variance) : 0;
        }
        for (int k = 0; k < traits; k++) {
            for (int m = 0; m < k; m++) {
                double both = Math.sqrt(sums[k][k] * sums[m][m]);
                correlation[k][m] = both > 0 ? sums[k][m] / both : 0;
                correlation[m][k] = correlation[k][m];
            }
        }
    }

    /** The share of menus on which a trait is the same of every item. */
    private static double share(Design design, Trait trait) {
        int equal = 0;
        for (int n = 0; n < design.size(); n++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row = design.first()[n]; row < design.first()[n + 1]; row++) {
                low = Math.min(low, design.value(row, trait));
                high = Math.max(high, design.value(row, trait));
            }
            equal += high - low < EQUAL ? 1 : 0;
        }
        return design.size() == 0 ? 1 : (double) equal / design.size();
    }

    /** Makes one of the two groups that move together most, where they do so beyond a bound. */
    private boolean join(double bound) {
        int first = -1;
        int second = -1;
        double most = bound;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < i; j++) {
                double together = together(groups.get(i), groups.get(j));
                if (together > most) {
                    most = together;
                    first = j;
                    second = i;
                }
            }
        }
        if (first < 0) {
            return false;
        }
        List<Trait> both = new ArrayList<>(groups.get(first));
        both.addAll(groups.get(second));
        groups.set(first, both.stream().sorted().toList());
        groups.remove(second);
        return true;
    }

    /** Makes one of the two groups that move together most. */
    boolean joinClosest() {
        return join(0);
    }

    private double together(List<Trait> one, List<Trait> other) {
        double most = 0;
        for (Trait a : one) {
            for (Trait b : other) {
                most = Math.max(most, Math.abs(correlation[a.ordinal()][b.ordinal()]));
            }
        }
        return most;
    }

    /** The columns, in the order of their first traits. */
    List<Column> columns() {
        return groups.stream().map(group -> new Column(group, group.stream().map(trait -> {
            double with = correlation[group.get(0).ordinal()][trait.ordinal()];
            double sign = trait != group.get(0) && with < 0 ? -1 : 1;
            return sign / (steps[trait.ordinal()] * group.size());
        }).toList())).toList();
    }

    /** Traits that are always equal on the menu. */
    List<Trait> constant() {
        return List.copyOf(constant);
    }

    /** A typical step of a trait, in its own unit; 0 where there is none. */
    double step(Trait trait) {
        return steps[trait.ordinal()];
    }
}
