package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Choices under a setting, as rows: one an item of a menu, with what speaks for it in the units of the traits.
 *
 * @param setting how choices and menus are read
 * @param decisions the choices, in the order of time
 * @param first the first row of each choice, and one past the last
 * @param chosen the row of what was chosen, counted from the first of its menu
 * @param columns the column of its choice that each row stands for
 * @param values row by row, the value of each trait less the menu's mean
 * @param offsets by row, minus ln of the chance to be kept
 * @param clusters by choice, the number of the person among those who chose
 * @param people how many chose
 */
record Design(
        Setting setting,
        List<Decision> decisions,
        int[] first,
        int[] chosen,
        int[] columns,
        double[] values,
        double[] offsets,
        int[] clusters,
        int people) {

    private static final int TRAITS = Trait.ALL.size();

    /** Lays choices out under a setting; those without a choice under it are left out. */
    static Design of(List<Decision> all, Setting setting) {
        List<Decision> used = new ArrayList<>();
        List<int[]> menus = new ArrayList<>();
        TreeSet<Integer> actors = new TreeSet<>();
        int rows = 0;
        for (Decision decision : all) {
            int[] menu = menu(decision, setting);
            if (menu.length > 1) {
                used.add(decision);
                menus.add(menu);
                actors.add(decision.actor());
                rows += menu.length;
            }
        }
        TreeMap<Integer, Integer> numbers = new TreeMap<>();
        actors.forEach(actor -> numbers.put(actor, numbers.size()));
        Design design = new Design(setting, List.copyOf(used), new int[used.size() + 1], new int[used.size()],
                new int[rows], new double[rows * TRAITS], new double[rows], new int[used.size()], actors.size());
        for (int n = 0; n < used.size(); n++) {
            design.clusters[n] = numbers.getOrDefault(used.get(n).actor(), 0);
            design.lay(n, menus.get(n));
        }
        return design;
    }

    /** The columns that a choice is between; none where it is no choice. */
    private static int[] menu(Decision decision, Setting setting) {
        if (!setting.counts(decision) || !decision.holds(decision.chosen(), setting)) {
            return new int[0];
        }
        int[] menu = new int[decision.size()];
        int size = 0;
        for (int column = 0; column < menu.length; column++) {
            if (decision.holds(column, setting)) {
                menu[size++] = column;
            }
        }
        return Arrays.copyOf(menu, size);
    }

    private void lay(int n, int[] menu) {
        Decision decision = decisions.get(n);
        int from = first[n];
        first[n + 1] = from + menu.length;
        double weights = 0;
        double[] means = new double[TRAITS];
        for (int i = 0; i < menu.length; i++) {
            int row = from + i;
            columns[row] = menu[i];
            double chance = decision.chances()[menu[i]];
            offsets[row] = -StrictMath.log(chance);
            chosen[n] = menu[i] == decision.chosen() ? i : chosen[n];
            weights += 1 / chance;
            for (Trait trait : Trait.ALL) {
                double value = decision.value(trait, menu[i], setting);
                values[row * TRAITS + trait.ordinal()] = value;
                means[trait.ordinal()] += value / chance;
            }
        }
        for (int row = from; row < first[n + 1]; row++) {
            for (int k = 0; k < TRAITS; k++) {
                values[row * TRAITS + k] -= means[k] / weights;
            }
        }
    }

    /** Number of choices. */
    int size() {
        return decisions.size();
    }

    /** Number of rows. */
    int rows() {
        return columns.length;
    }

    /** What a trait of a row is above the mean of its menu. */
    double value(int row, Trait trait) {
        return values[row * TRAITS + trait.ordinal()];
    }

    /** The chance of a row to be kept. */
    double chance(int n, int row) {
        return decisions.get(n).chances()[columns[row]];
    }

    /** How many choices each person made. */
    long[] byPerson() {
        long[] counts = new long[people];
        for (int cluster : clusters) {
            counts[cluster]++;
        }
        return counts;
    }

    /** The largest single person's share of the choices. */
    double largestShare() {
        long largest = 0;
        for (long count : byPerson()) {
            largest = Math.max(largest, count);
        }
        return size() == 0 ? 0 : (double) largest / size();
    }

    /** {@code (Σn)²/Σn²} over people: as how many equally busy people they count. */
    double effectivePeople() {
        double squares = 0;
        for (long count : byPerson()) {
            squares += (double) count * count;
        }
        return squares == 0 ? 0 : (double) size() * size() / squares;
    }
}
