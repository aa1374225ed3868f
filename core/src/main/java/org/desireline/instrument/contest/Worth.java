package org.desireline.instrument.contest;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.desireline.instrument.contest.Ballots.Ballot;
import org.desireline.instrument.contest.PairLines.Pair;
import org.desireline.number.Contrast;
import org.desireline.number.choice.ChoiceSet;
import org.desireline.number.choice.ClusterJackknife;
import org.desireline.number.choice.ConditionalLogit;
import org.desireline.number.choice.Prior;
import org.jspecify.annotations.Nullable;

/**
 * What classes are worth when work of them lies ready on one desk: {@code P(j | menu) = exp(θ of its class) / Σ}, the
 * first choice of a Plackett–Luce ranking (Plackett 1975; Luce 1959). Several items of a class are alternatives each.
 *
 * <p>Within a {@linkplain Leagues league} differences of worth are estimated without any prior. Between leagues they
 * have no finite estimate: there they are drawn under a weak prior, and never tested.
 */
final class Worth {

    /** Standard deviation of the prior under which what has no finite estimate is drawn, in log-odds. */
    private static final double PRIOR = 2.5;
    /** What differs less than this within menus does not differ. */
    private static final double LEAST_SPREAD = 1e-6;

    private final Ballots ballots;
    private final Leagues leagues;
    private final int[] people;
    private final int[] column;
    private final int parameters;
    private final @Nullable Fitted fitted;
    private final @Nullable Fitted drawn;

    /** What is laid beside the classes. */
    enum Shape {
        /** Classes alone. */
        CLASSES,
        /** Classes, with the expected size and the age of each item held equal. */
        ADJUSTED,
        /** Classes two by two: whatever was chosen beats each other class of its menu. */
        DUELS
    }

    /**
     * Fitted coefficients.
     *
     * @param logit the fit
     * @param jackknife how far they may be off; null where they hang on one person
     */
    private record Fitted(ConditionalLogit logit, @Nullable ClusterJackknife jackknife) {

        static @Nullable Fitted of(ChoiceSet set, Prior prior) {
            if (set.situations() == 0) {
                return null;
            }
            return ConditionalLogit.fit(set, prior)
                    .map(logit -> new Fitted(logit, ClusterJackknife.of(logit).orElse(null))).orElse(null);
        }
    }

    private Worth(Ballots ballots, Leagues leagues, Shape shape, boolean draws) {
        this.ballots = ballots;
        this.leagues = leagues;
        this.people = ballots.people().keySet().stream().mapToInt(Integer::intValue).toArray();
        this.column = columns(leagues);
        this.parameters = (int) IntStream.of(column).filter(place -> place >= 0).count();
        this.fitted = parameters == 0 ? null : Fitted.of(switch (shape) {
            case CLASSES -> grouped();
            case ADJUSTED -> adjusted();
            case DUELS -> duels();
        }, Prior.none());
        this.drawn = draws ? Fitted.of(everything(), Prior.normal(PRIOR)) : null;
    }

    /** The worth of classes, with standard errors, and drawn where there is no finite estimate. */
    static Worth of(Ballots ballots, int classes) {
        return new Worth(ballots, Leagues.of(ballots, classes, true), Shape.CLASSES, true);
    }

    /** Only the worth that is finite, in another shape. */
    static Worth of(Ballots ballots, int classes, Shape shape) {
        return new Worth(ballots, Leagues.of(ballots, classes, shape == Shape.DUELS), shape, false);
    }

    Ballots ballots() {
        return ballots;
    }

    /** Place of a class among the parameters: the first of each league stands at zero and has none. */
    private static int[] columns(Leagues leagues) {
        int[] column = new int[leagues.classes()];
        int next = 0;
        for (int code = 0; code < column.length; code++) {
            boolean first = leagues.of(code) == Leagues.NONE;
            int own = leagues.of(code);
            first |= IntStream.range(0, code).noneMatch(other -> leagues.of(other) == own);
            column[code] = first ? -1 : next++;
        }
        return column;
    }

    private double[][] dummies() {
        double[][] rows = new double[column.length][parameters];
        for (int code = 0; code < column.length; code++) {
            if (column[code] >= 0) {
                rows[code][column[code]] = 1;
            }
        }
        return rows;
    }

    /** Alternatives of a ballot that tell of differences within the chosen one's league. */
    private int[] within(Ballot ballot) {
        int won = classOf(ballot.chosen());
        return IntStream.of(ballot.menu()).filter(item -> leagues.join(won, classOf(item))).toArray();
    }

    private int classOf(int item) {
        return ballots.decisions().classOf(item);
    }

    private int cluster(Ballot ballot) {
        return Arrays.binarySearch(people, ballot.actor());
    }

    /** Ballots by class: items of a class share a chance, so that their number is an offset. */
    private ChoiceSet grouped() {
        ChoiceSet.Builder set = ChoiceSet.builder(parameters);
        double[][] rows = dummies();
        for (Ballot ballot : ballots.all()) {
            add(set, ballot, IntStream.of(within(ballot)).map(this::classOf).toArray(), rows);
        }
        return set.build();
    }

    private void add(ChoiceSet.Builder set, Ballot ballot, int[] codes, double[][] rows) {
        int[] present = IntStream.of(codes).distinct().sorted().toArray();
        if (present.length < 2) {
            return;
        }
        for (int code : present) {
            set.row(StrictMath.log((double) IntStream.of(codes).filter(other -> other == code).count()), rows[code]);
        }
        set.choose(Arrays.binarySearch(present, classOf(ballot.chosen())), cluster(ballot), ballot.weight());
    }

    private ChoiceSet duels() {
        double[][] rows = dummies();
        ChoiceSet.Builder set = ChoiceSet.builder(parameters);
        for (Ballot ballot : ballots.all()) {
            int won = classOf(ballot.chosen());
            int[] codes = IntStream.of(within(ballot)).map(this::classOf).toArray();
            for (int other : IntStream.of(codes).distinct().sorted().toArray()) {
                if (other != won) {
                    add(set, ballot, IntStream.of(codes).filter(code -> code == won || code == other).toArray(), rows);
                }
            }
        }
        return set.build();
    }

    /** Item by item, with size and age in units of how much they differ within menus. */
    private ChoiceSet adjusted() {
        List<IntToDoubleFunction> covariates = List.of(ballots.decisions()::sizeOf, ballots.decisions()::ageOf);
        ChoiceSet.Builder set = ChoiceSet.builder(parameters + covariates.size());
        for (Ballot ballot : ballots.all()) {
            int[] menu = within(ballot);
            for (int item : menu) {
                double[] x = new double[parameters + covariates.size()];
                int own = column[classOf(item)];
                if (own >= 0) {
                    x[own] = 1;
                }
                for (int k = 0; k < covariates.size(); k++) {
                    x[parameters + k] = covariates.get(k).applyAsDouble(item);
                }
                set.row(x);
            }
            set.choose(IntStream.range(0, menu.length).filter(j -> menu[j] == ballot.chosen()).findFirst()
                    .orElseThrow(), cluster(ballot), ballot.weight());
        }
        ChoiceSet all = set.build();
        double[] spread = all.withinDeviations();
        int[] kept = IntStream.range(0, spread.length)
                .filter(k -> k < parameters || spread[k] > LEAST_SPREAD).toArray();
        return all.columns(kept).scaled(IntStream.of(kept).mapToDouble(k -> k < parameters ? 1 : spread[k]).toArray());
    }

    /** All classes at once, each with a place of its own: for a fit under a prior, which needs no reference. */
    private ChoiceSet everything() {
        int classes = column.length;
        double[][] rows = new double[classes][classes];
        for (int code = 0; code < classes; code++) {
            rows[code][code] = 1;
        }
        ChoiceSet.Builder set = ChoiceSet.builder(classes);
        for (Ballot ballot : ballots.all()) {
            add(set, ballot, IntStream.of(ballot.menu()).map(this::classOf).toArray(), rows);
        }
        return set.build();
    }

    /** The estimated difference of a pair, {@code θ of the one above − θ of the one below}, or NaN without one. */
    double value(Pair pair) {
        if (fitted == null || !leagues.join(pair.above(), pair.below())) {
            return Double.NaN;
        }
        double[] direction = direction(pair, fitted, column);
        double sum = 0;
        for (int k = 0; k < direction.length; k++) {
            sum += direction[k] * fitted.logit().beta()[k];
        }
        return sum;
    }

    /** The estimated difference of a pair with its error, or null where there is no finite one or it cannot be told. */
    @Nullable Contrast of(Pair pair) {
        return fitted == null || !leagues.join(pair.above(), pair.below()) ? null : contrast(pair, fitted, column);
    }

    /** The difference of a pair as it is drawn: under a prior, for the eye and for no test. */
    @Nullable Contrast drawn(Pair pair) {
        return drawn == null || ballots.met(pair).isEmpty() ? null
                : contrast(pair, drawn, IntStream.range(0, column.length).toArray());
    }

    private static @Nullable Contrast contrast(Pair pair, Fitted from, int[] place) {
        Contrast contrast = from.jackknife() == null ? null : from.jackknife().contrast(direction(pair, from, place));
        return contrast != null && contrast.standardError() > 0 ? contrast : null;
    }

    private static double[] direction(Pair pair, Fitted from, int[] place) {
        double[] direction = new double[from.logit().beta().length];
        if (place[pair.above()] >= 0) {
            direction[place[pair.above()]] = 1;
        }
        if (place[pair.below()] >= 0) {
            direction[place[pair.below()]] = -1;
        }
        return direction;
    }

    /**
     * How much larger the difference of a pair is than in another shape of the same ballots, with the error of that:
     * leaving out a person moves both. Null where it cannot be told.
     */
    @Nullable Contrast gap(Worth other, Pair pair) {
        Contrast own = of(pair);
        Contrast their = other.of(pair);
        if (own == null || their == null || fitted == null || other.fitted == null || fitted.jackknife() == null
                || other.fitted.jackknife() == null) {
            return null;
        }
        List<double[]> steps = fitted.jackknife().steps();
        List<double[]> others = other.fitted.jackknife().steps();
        if (steps.size() != others.size() || !Arrays.equals(column, other.column)) {
            return null;
        }
        double[] direction = direction(pair, fitted, column);
        double squares = 0;
        for (int g = 0; g < steps.size(); g++) {
            double moved = 0;
            for (int k = 0; k < direction.length; k++) {
                moved += direction[k] * (steps.get(g)[k] - others.get(g)[k]);
            }
            squares += moved * moved;
        }
        return new Contrast(own.estimate() - their.estimate(),
                Math.sqrt((steps.size() - 1.0) / steps.size() * squares), own.degreesOfFreedom());
    }

    /**
     * The standard errors that differences of pairs would have if all classes were worth alike: those of independent
     * choices then, times how many times larger clusters make them now. NaN where it cannot be told.
     */
    double[] errorsIfAlike(List<Pair> pairs) {
        Fitted even = fitted == null ? null : Fitted.of(alike(grouped()), Prior.none());
        return pairs.stream().mapToDouble(pair -> {
            Contrast contrast = of(pair);
            if (contrast == null || fitted == null || fitted.jackknife() == null || even == null
                    || even.jackknife() == null) {
                return Double.NaN;
            }
            double[] direction = direction(pair, fitted, column);
            double independent = fitted.jackknife().contrast(direction, fitted.jackknife().naive()).standardError();
            return even.jackknife().contrast(direction, even.jackknife().naive()).standardError()
                    * contrast.standardError() / independent;
        }).toArray();
    }

    /** Every outcome of each situation, as often as chance would have it: what they tell where nothing is preferred. */
    private static ChoiceSet alike(ChoiceSet set) {
        double[] chance = ConditionalLogit.probabilities(set, new double[set.attributes()]);
        ChoiceSet.Builder alike = ChoiceSet.builder(set.attributes());
        for (int n = 0; n < set.situations(); n++) {
            for (int j = 0; j < set.size(n); j++) {
                for (int row = set.first(n); row < set.first(n) + set.size(n); row++) {
                    double[] x = new double[set.attributes()];
                    for (int k = 0; k < x.length; k++) {
                        x[k] = set.x(row, k);
                    }
                    alike.row(set.offset(row), x);
                }
                alike.choose(j, set.cluster(n), set.weight(n) * chance[set.first(n) + j]);
            }
        }
        return alike.build();
    }
}
