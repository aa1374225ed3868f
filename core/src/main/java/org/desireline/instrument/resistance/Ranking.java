package org.desireline.instrument.resistance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.number.EmpiricalBayes;
import org.desireline.number.ExactSum;
import org.desireline.number.Interval;
import org.desireline.number.Keyed;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.jspecify.annotations.Nullable;

/**
 * Paths in the order of their resistance, as far as it can be told.
 *
 * <p>Question: which paths are hard, and which are easy? Unit: places, 1 the hardest. Method: y = ln(resistance, like
 * for like) of each path, its standard error the larger of the jackknife over clusters and the linearised one over
 * items; what class and part make of y is fitted by weighted least squares, the rest is drawn towards 0 as far as it
 * may be chance; then {@value #DRAWS} draws from the normal posterior. Sources: Paule and Mandel (1982); Morris
 * (1983); Kendall (1945). Cost: O(paths × draws × log paths). Blind spot: the error of the fit of class and part is
 * not in the draws.
 */
final class Ranking {

    static final int FEWEST_PATHS = 6;
    /** A path is told to be hard, or easy, from here on; and shown to be. */
    private static final double TOLD = 0.8;
    private static final double SHOWN = 0.95;

    private static final int DRAWS = 2000;
    private static final int ROUNDS = 200;
    private static final double TAIL = 0.025;
    private static final Keyed KEYED = new Keyed(20261128);

    /**
     * The logarithm of a path's resistance.
     *
     * @param value the logarithm
     * @param error its standard error
     * @param degreesOfFreedom of its t
     */
    record Logarithm(double value, double error, int degreesOfFreedom) {}

    /**
     * Where a path lies.
     *
     * @param rank the median place, 1 the hardest, with 95 % of the draws
     * @param hardest in how many draws it lies in the hardest third
     * @param easiest in how many in the easiest
     */
    record Place(Interval rank, double hardest, double easiest) {}

    private final List<Path> paths;
    private final double[][] drawn;

    private Ranking(List<Path> paths, double[][] drawn) {
        this.paths = paths;
        this.drawn = drawn;
    }

    /** The ranking of paths with known logarithms. */
    static Ranking of(SortedMap<Way, Path> paths, SortedMap<Way, Logarithm> logarithms, long stream) {
        List<Path> known = new ArrayList<>();
        List<Logarithm> measured = new ArrayList<>();
        paths.forEach((way, path) -> {
            Logarithm own = logarithms.get(way);
            if (own != null) {
                known.add(path);
                measured.add(own);
            }
        });
        double[] y = measured.stream().mapToDouble(Logarithm::value).toArray();
        double[] s = measured.stream().mapToDouble(Logarithm::error).toArray();
        double[] fitted = fitted(known, y, s);
        double[] rest = new double[y.length];
        Arrays.setAll(rest, i -> y[i] - fitted[i]);
        EmpiricalBayes bayes = EmpiricalBayes.of(rest, s);
        double[][] drawn = new double[DRAWS][y.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < y.length; i++) {
                drawn[draw][i] = fitted[i] + bayes.drawn().get(i).value()
                        + bayes.errors()[i] * KEYED.normal(stream, i, draw);
            }
        }
        return new Ranking(known, drawn);
    }

    /** What class and part make of the logarithms: additive effects by weighted least squares, in turns until still. */
    private static double[] fitted(List<Path> paths, double[] y, double[] s) {
        TreeMap<Integer, Double> ranks = new TreeMap<>();
        TreeMap<Integer, Double> parts = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            effects(paths, y, s, parts, ranks, true);
            effects(paths, y, s, ranks, parts, false);
        }
        double[] fitted = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            Way way = paths.get(i).way;
            fitted[i] = ranks.getOrDefault(way.rank(), 0.0) + parts.getOrDefault(way.part(), 0.0);
        }
        return fitted;
    }

    private static void effects(List<Path> paths, double[] y, double[] s, SortedMap<Integer, Double> given,
            SortedMap<Integer, Double> sought, boolean ranks) {
        TreeMap<Integer, Double> sums = new TreeMap<>();
        TreeMap<Integer, Double> weights = new TreeMap<>();
        for (int i = 0; i < y.length; i++) {
            Way way = paths.get(i).way;
            int own = ranks ? way.rank() : way.part();
            double other = given.getOrDefault(ranks ? way.part() : way.rank(), 0.0);
            double weight = 1 / (s[i] * s[i]);
            sums.merge(own, weight * (y[i] - other), Double::sum);
            weights.merge(own, weight, Double::sum);
        }
        sums.forEach((code, sum) -> sought.put(code, sum / weights.getOrDefault(code, 1.0)));
    }

    /** The resistance of a path, like for like or as it is; null where it cannot be told. */
    static @Nullable Logarithm logarithm(Path path, double[] weights, ExactSum @Nullable [] products) {
        RatioJackknife ratio = Path.ratio(weighted(path.wait, weights), weighted(path.touch, weights));
        if (ratio == null || !(ratio.interval().value() > 0) || !(ratio.standardError() > 0)) {
            return null;
        }
        double value = ratio.interval().value();
        double byCluster = ratio.standardError() / value;
        double byItem = products == null ? 0 : byItem(path, products);
        return new Logarithm(StrictMath.log(value), Math.max(byCluster, byItem), ratio.clusters() - 1);
    }

    private static double byItem(Path path, ExactSum[] products) {
        double wait = Path.sum(path.waiting()) / Path.HOUR_MILLIS;
        double touch = Path.sum(path.touched()) / Path.HOUR_MILLIS;
        double items = path.items();
        double squares = products[0].value() / (wait * wait) + products[1].value() / (touch * touch)
                - 2 * products[2].value() / (wait * touch);
        return StrictMath.sqrt(Math.max(0, items / (items - 1) * squares));
    }

    private static SortedMap<Integer, Double> weighted(
            Map<Integer, SortedMap<Integer, Long>> bySize, double[] weights) {
        TreeMap<Integer, Double> sums = new TreeMap<>();
        bySize.forEach((size, byWho) -> byWho.forEach((who, millis) ->
                sums.merge(who, weights[size] * millis, Double::sum)));
        return sums;
    }

    List<Path> paths() {
        return paths;
    }

    /** Where each path lies, in the order of {@link #paths}. */
    List<Place> places() {
        int k = paths.size();
        int third = (k + 2) / 3;
        double[][] ranks = new double[k][DRAWS];
        double[] hardest = new double[k];
        double[] easiest = new double[k];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] values = drawn[draw];
            Integer[] order = new Integer[k];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> values[a] != values[b] ? Double.compare(values[b], values[a])
                    : Integer.compare(a, b));
            for (int rank = 0; rank < k; rank++) {
                ranks[order[rank]][draw] = rank + 1;
                hardest[order[rank]] += rank < third ? 1.0 / DRAWS : 0;
                easiest[order[rank]] += rank >= k - third ? 1.0 / DRAWS : 0;
            }
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            places.add(new Place(middle(ranks[i]), hardest[i], easiest[i]));
        }
        return places;
    }

    /** What may be said of a path that is important or not, by its place and by that without correction for size. */
    static Strength strength(Place place, @Nullable Place asItIs, boolean important) {
        double share = important ? place.hardest() : place.easiest();
        double other = asItIs == null ? 0 : important ? asItIs.hardest() : asItIs.easiest();
        return share < TOLD ? Strength.CANNOT_TELL : Math.min(share, other) >= SHOWN ? Strength.SHOWS
                : Strength.SUGGESTS;
    }

    /** Kendall's tau-b of importance and resistance: above 0, the more important, the harder. */
    Interval association() {
        double[] taus = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            taus[draw] = tau(drawn[draw]);
        }
        return middle(taus);
    }

    private double tau(double[] values) {
        double sum = 0;
        double pairs = 0;
        double untied = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                int importance = Integer.compare(paths.get(j).way.rank(), paths.get(i).way.rank());
                sum += importance * Math.signum(values[i] - values[j]);
                pairs++;
                untied += importance != 0 ? 1 : 0;
            }
        }
        return untied == 0 ? 0 : sum / StrictMath.sqrt(pairs * untied);
    }

    private static Interval middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = (int) (TAIL * sorted.length);
        return new Interval(sorted[sorted.length / 2], sorted[cut], sorted[sorted.length - 1 - cut]);
    }
}
