package org.desireline.instrument.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The decisions that a setting counts, as choices of one alternative each: what the worth of classes is fitted to.
 *
 * <p>Left out are menus of one class, and decisions on which two classes of the menu stood the other way round than in
 * the order that is judged. Starts of one person at one instant have no order among them: of two to four, the
 * log-likelihood is averaged over all their orders, as alternatives with weights that add up to the number of starts
 * (after Efron 1977, "The efficiency of Cox's likelihood function for censored data"); more are left out.
 */
final class Ballots {

    /** So many simultaneous starts are averaged over their orders; of more, the orders say next to nothing. */
    private static final int MOST_TIED = 4;
    /** Stands for all teams. */
    static final int EVERY_TEAM = -1;

    private final Decisions decisions;
    private final Setting setting;
    private final int team;
    private final List<Ballot> all = new ArrayList<>();
    private final TreeMap<Integer, Long> people = new TreeMap<>();
    private final TreeMap<Integer, Long> turned = new TreeMap<>();
    private final TreeMap<Integer, Long> tied = new TreeMap<>();
    private final Map<PairLines.Pair, TreeMap<Integer, Long>> met = new HashMap<>();

    /**
     * One alternative chosen out of several.
     *
     * @param actor who chose, as a cluster label
     * @param menu columns of {@link Decisions}
     * @param chosen the chosen one of them
     * @param weight what share of a decision it stands for
     */
    record Ballot(int actor, int[] menu, int chosen, double weight) {}

    /** The ballots of a setting; of one team, menus hold that team's items only. */
    Ballots(Decisions decisions, Setting setting, int team) {
        this.decisions = decisions;
        this.setting = setting;
        this.team = team;
        int[] rows = decisions.rows(setting);
        for (int from = 0; from < rows.length; ) {
            int to = from + 1;
            while (to < rows.length && decisions.actor(rows[to]) == decisions.actor(rows[from])
                    && decisions.atMillis(rows[to]) == decisions.atMillis(rows[from])) {
                to++;
            }
            add(Arrays.copyOfRange(rows, from, to));
            from = to;
        }
    }

    /** Adds starts of one actor at one instant. */
    private void add(int[] rows) {
        int actor = decisions.actor(rows[0]);
        int[] chosen = IntStream.of(rows).map(row -> decisions.chosen(row, menu(row))).filter(column -> column >= 0)
                .toArray();
        int[] mixed = IntStream.of(rows).filter(row -> decisions.chosen(row, menu(row)) >= 0)
                .filter(row -> isMixed(menu(row))).toArray();
        if (mixed.length == 0) {
            return;
        }
        if (decisions.isTurned(mixed[0], menu(mixed[0]))) {
            turned.merge(actor, (long) mixed.length, Long::sum);
            return;
        }
        if (chosen.length > MOST_TIED) {
            tied.merge(actor, (long) mixed.length, Long::sum);
            return;
        }
        people.merge(actor, (long) mixed.length, Long::sum);
        for (int row : mixed) {
            meet(row);
        }
        orders(actor, menu(mixed[0]), chosen);
    }

    private int[] menu(int row) {
        int[] menu = decisions.menu(row, setting);
        return team == EVERY_TEAM ? menu
                : IntStream.of(menu).filter(column -> decisions.teamOf(column) == team).toArray();
    }

    private boolean isMixed(int[] menu) {
        return IntStream.of(menu).map(decisions::classOf).distinct().count() > 1;
    }

    private void meet(int row) {
        int[] menu = menu(row);
        int won = decisions.classOf(decisions.chosen(row, menu));
        IntStream.of(menu).map(decisions::classOf).distinct().filter(other -> other != won).forEach(other ->
                met.computeIfAbsent(new PairLines.Pair(Math.min(won, other), Math.max(won, other)),
                        pair -> new TreeMap<>()).merge(decisions.actor(row), 1L, Long::sum));
    }

    /** All orders of simultaneous starts: who is chosen once some of the others are gone, and how often so. */
    private void orders(int actor, int[] menu, int[] chosen) {
        int k = chosen.length;
        for (int gone = 0; gone < 1 << k; gone++) {
            double weight = factorial(Integer.bitCount(gone)) * factorial(k - Integer.bitCount(gone) - 1)
                    / factorial(k);
            int[] left = without(menu, chosen, gone);
            for (int i = 0; i < k; i++) {
                if ((gone >>> i & 1) == 0 && isMixed(left)) {
                    int item = decisions.itemOf(chosen[i]);
                    int column = IntStream.of(left).filter(other -> decisions.itemOf(other) == item).findFirst()
                            .orElse(-1);
                    all.add(new Ballot(actor, left, column, weight));
                }
            }
        }
    }

    /** A menu, with all of the simultaneously started on it but those that are gone. */
    private int[] without(int[] menu, int[] chosen, int gone) {
        int[] left = menu;
        for (int i = 0; i < chosen.length; i++) {
            int item = decisions.itemOf(chosen[i]);
            left = IntStream.of(left).filter(column -> decisions.itemOf(column) != item).toArray();
            if ((gone >>> i & 1) == 0) {
                left = IntStream.concat(IntStream.of(left), IntStream.of(chosen[i])).toArray();
            }
        }
        return left;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    Decisions decisions() {
        return decisions;
    }

    /** The ballots, in the order of actors and instants. */
    List<Ballot> all() {
        return all;
    }

    /** Decisions that count, by actor. */
    Map<Integer, Long> people() {
        return people;
    }

    /** Decisions left out since classes then stood the other way round, by actor. */
    Map<Integer, Long> turned() {
        return turned;
    }

    /** Decisions left out since too many fell on one instant, by actor. */
    Map<Integer, Long> tied() {
        return tied;
    }

    /** Decisions that count, with both classes on the menu and one of the two started, by actor. */
    Map<Integer, Long> met(PairLines.Pair pair) {
        return met.getOrDefault(pair, new TreeMap<>());
    }
}
