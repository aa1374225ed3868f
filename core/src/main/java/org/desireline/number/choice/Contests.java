package org.desireline.number.choice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Who won against whom, and how often: paired comparisons in columns, one row for each pair and order.
 *
 * <p>Immutable. Memory: 40 bytes a pair that met. The same contests added in another order give the same columns where
 * counts are whole.
 */
public final class Contests {

    final int items;
    /** By row: the two, {@code a < b}. */
    final int[] a;
    final int[] b;
    /** By row: 1 where a had the advantage of the order, −1 where b had it, 0 where nobody. */
    final byte[] order;
    /** By row: times that a won, that b won, that neither did. */
    final double[] aWins;
    final double[] bWins;
    final double[] ties;

    private Contests(int items, int[] a, int[] b, byte[] order, double[] aWins, double[] bWins, double[] ties) {
        this.items = items;
        this.a = a;
        this.b = b;
        this.order = order;
        this.aWins = aWins;
        this.bWins = bWins;
        this.ties = ties;
    }

    /** Begins an empty one, over items 0 to {@code items − 1}. */
    public static Builder builder(int items) {
        return new Builder(items);
    }

    /** Number of items. */
    public int items() {
        return items;
    }

    /** Number of rows: pairs that met, by order. */
    public int rows() {
        return a.length;
    }

    /** Whether any contest ended in a tie. */
    public boolean anyTie() {
        return Arrays.stream(ties).anyMatch(count -> count > 0);
    }

    /** Whether the order of any contest gave an advantage. */
    public boolean anyOrder() {
        for (byte advantage : order) {
            if (advantage != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The same with one item more, the ghost: every item wins half a contest against it and loses half a one. All are
     * comparable then, at the price of being drawn together a little.
     */
    public Contests withGhost() {
        Builder builder = new Builder(items + 1);
        for (int row = 0; row < a.length; row++) {
            builder.add(a[row], b[row], order[row], aWins[row], bWins[row], ties[row]);
        }
        for (int item = 0; item < items; item++) {
            builder.add(item, items, 0, 0.5, 0.5, 0);
        }
        return builder.build();
    }

    /**
     * Which items can be compared at all: those that beat one another, directly or by way of others. A tie counts as a
     * win of both.
     *
     * <p>Source: Ford, L. R. (1957), "Solution of a ranking problem from binary comparisons", American Mathematical
     * Monthly 64: estimates are finite when, however the items are split in two, some of either side beats some of the
     * other. Method: Kosaraju's two passes. Cost: {@code O(items + rows)}.
     *
     * @return a number for each item, the same where two can be compared; numbers are given from 0 in the order of the
     *     lowest item
     */
    public int[] comparable() {
        List<List<Integer>> beats = lists();
        List<List<Integer>> beatenBy = lists();
        for (int row = 0; row < a.length; row++) {
            if (aWins[row] > 0 || ties[row] > 0) {
                beats.get(a[row]).add(b[row]);
                beatenBy.get(b[row]).add(a[row]);
            }
            if (bWins[row] > 0 || ties[row] > 0) {
                beats.get(b[row]).add(a[row]);
                beatenBy.get(a[row]).add(b[row]);
            }
        }
        boolean[] seen = new boolean[items];
        List<Integer> finished = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            finish(item, beats, seen, finished);
        }
        int[] group = new int[items];
        Arrays.fill(group, -1);
        for (int i = items - 1; i >= 0; i--) {
            int root = finished.get(i);
            Deque<Integer> open = new ArrayDeque<>(List.of(root));
            while (!open.isEmpty()) {
                int item = open.pop();
                if (group[item] < 0) {
                    group[item] = root;
                    beatenBy.get(item).forEach(open::push);
                }
            }
        }
        return numbered(group);
    }

    /** Follows wins from an item and notes each item when all it leads to are noted. */
    private static void finish(int from, List<List<Integer>> beats, boolean[] seen, List<Integer> finished) {
        Deque<int[]> open = new ArrayDeque<>();
        if (!seen[from]) {
            seen[from] = true;
            open.push(new int[] {from, 0});
        }
        while (!open.isEmpty()) {
            int[] top = open.element();
            if (top[1] == beats.get(top[0]).size()) {
                finished.add(top[0]);
                open.pop();
                continue;
            }
            int next = beats.get(top[0]).get(top[1]++);
            if (!seen[next]) {
                seen[next] = true;
                open.push(new int[] {next, 0});
            }
        }
    }

    private List<List<Integer>> lists() {
        List<List<Integer>> lists = new ArrayList<>(items);
        for (int item = 0; item < items; item++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[] numbered(int[] group) {
        int[] number = new int[group.length];
        Arrays.fill(number, -1);
        int next = 0;
        int[] numbered = new int[group.length];
        for (int item = 0; item < group.length; item++) {
            if (number[group[item]] < 0) {
                number[group[item]] = next++;
            }
            numbered[item] = number[group[item]];
        }
        return numbered;
    }

    /** Collects contests; equal pairs in equal order are added up. */
    public static final class Builder {

        /** An order favours the lower item, the higher, or neither. */
        private static final int ORDERS = 3;
        /** The lower item wins, the higher, or neither. */
        private static final int OUTCOMES = 3;

        private final int items;
        private long[] key = new long[64];
        private double[] counts = new double[64];
        private int size;

        Builder(int items) {
            if (items < 1) {
                throw new IllegalArgumentException("No contest among " + items + " items.");
            }
            this.items = items;
        }

        /** One contest that the first won. */
        public Builder won(int winner, int loser) {
            return add(winner, loser, 0, 1, 0, 0);
        }

        /**
         * Contests of two.
         *
         * @param one an item
         * @param other another
         * @param advantage 1 where the order favoured {@code one}, −1 where it favoured {@code other}, 0 for neither
         * @param oneWon times that {@code one} won, 0 or more
         * @param otherWon times that {@code other} won
         * @param tied times that neither did
         */
        public Builder add(int one, int other, int advantage, double oneWon, double otherWon, double tied) {
            if (one == other || one < 0 || other < 0 || one >= items || other >= items || Math.abs(advantage) > 1
                    || !(oneWon >= 0) || !(otherWon >= 0) || !(tied >= 0)
                    || Double.isInfinite(oneWon + otherWon + tied)) {
                throw new IllegalArgumentException("Not a contest among " + items + " items: " + one + " against "
                        + other + ", advantage " + advantage + ", won " + oneWon + ", lost " + otherWon + ", tied "
                        + tied + ".");
            }
            boolean turned = one > other;
            long pair = ((long) Math.min(one, other) * items + Math.max(one, other)) * ORDERS + 1
                    + (turned ? -advantage : advantage);
            put(pair * OUTCOMES, turned ? otherWon : oneWon);
            put(pair * OUTCOMES + 1, turned ? oneWon : otherWon);
            put(pair * OUTCOMES + 2, tied);
            return this;
        }

        private void put(long outcome, double times) {
            if (times == 0) {
                return;
            }
            if (size == key.length) {
                key = Arrays.copyOf(key, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            key[size] = outcome;
            counts[size++] = times;
        }

        /** Ends it. */
        public Contests build() {
            long[] pairs = Arrays.stream(key, 0, size).map(outcome -> outcome / OUTCOMES).sorted().distinct().toArray();
            double[][] by = new double[OUTCOMES][pairs.length];
            for (int i = 0; i < size; i++) {
                by[(int) (key[i] % OUTCOMES)][Arrays.binarySearch(pairs, key[i] / OUTCOMES)] += counts[i];
            }
            int[] a = new int[pairs.length];
            int[] b = new int[pairs.length];
            byte[] order = new byte[pairs.length];
            for (int row = 0; row < pairs.length; row++) {
                order[row] = (byte) (pairs[row] % ORDERS - 1);
                a[row] = (int) (pairs[row] / ORDERS / items);
                b[row] = (int) (pairs[row] / ORDERS % items);
            }
            return new Contests(items, a, b, order, by[0], by[1], by[2]);
        }
    }
}
