package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.number.Estimate;
import org.desireline.number.Fieller;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;

/**
 * What one thing is worth in another: how much larger, or longer in waiting, an item may be and still be taken up as
 * readily when it stands a class higher or is due a day earlier.
 *
 * <p>Size and age count by their logarithms, so the rate is a factor: one class of priority outweighs being so many
 * times as large. Beside work of the median expected size that is a number of hours. Interval: Fieller; where that of
 * the denominator's coefficient includes 0, or the factor is beyond {@value #MOST}, the rate is unbounded and there
 * is none.
 */
final class Rates {

    /** A factor beyond which a rate says nothing that could be acted on. */
    private static final double MOST = 1000;
    /** Days in which a due date comes to count from nothing to all. */
    private static final double DUE_DAYS = 14;

    /** A rate that may be asked for. */
    private enum Pair {
        PRIORITY_PER_SIZE(Trait.PRIORITY, Trait.SIZE,
                "times as large as another an item may be and still be taken up as readily, if it stands a class"
                        + " higher"),
        PRIORITY_PER_AGE(Trait.PRIORITY, Trait.AGE,
                "times as long another item must have waited to be taken up as readily as one that stands a class"
                        + " higher"),
        DUE_PER_SIZE(Trait.DUE, Trait.SIZE,
                "times as large as another an item may be and still be taken up as readily, if it is due a day"
                        + " earlier"),
        DUE_PER_AGE(Trait.DUE, Trait.AGE,
                "times as long another item must have waited to be taken up as readily as one that is due a day"
                        + " earlier");

        private final Trait of;
        private final Trait per;
        private final String words;

        Pair(Trait of, Trait per, String words) {
            this.of = of;
            this.per = per;
            this.words = words;
        }
    }

    private final Question question;
    private final String prefix;
    private final Support support;
    private final IntFunction<Strength> strength;

    Rates(Question question, String prefix, Support support, IntFunction<Strength> strength) {
        this.question = question;
        this.prefix = prefix;
        this.support = support;
        this.strength = strength;
    }

    /** Lines of the rates that are bounded. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Pair pair : Pair.values()) {
            logarithm(question, pair).ifPresent(interval -> add(lines, pair, interval));
        }
        return lines;
    }

    /** Sentences on the rates that are not. */
    static List<String> unbounded(Question question) {
        return Arrays.stream(Pair.values())
                .filter(pair -> isAsked(question, pair) && logarithm(question, pair).isEmpty())
                .map(pair -> "what " + pair.of.label() + " is worth in " + pair.per.label() + " has no bounds: "
                        + pair.per.label() + " itself may count for nothing").toList();
    }

    private static boolean isAsked(Question question, Pair pair) {
        return question.column(pair.of) >= 0 && question.column(pair.per) >= 0;
    }

    private static Optional<Interval> logarithm(Question question, Pair pair) {
        if (!isAsked(question, pair)) {
            return Optional.empty();
        }
        int of = question.column(pair.of);
        int per = question.column(pair.per);
        double one = unit(question, pair.of) / question.scales().step(pair.of);
        double other = 1 / question.scales().step(pair.per);
        Fit fit = question.fit();
        Fieller rate = Fieller.of(one * fit.beta(of), one * one * fit.covariance(of, of), other * fit.beta(per),
                other * other * fit.covariance(per, per), one * other * fit.covariance(of, per),
                fit.effect(of).degreesOfFreedom());
        double most = StrictMath.log(MOST);
        return switch (rate) {
            case Fieller.Bounded bounded -> Optional.of(bounded.interval())
                    .filter(interval -> interval.high() <= most && interval.low() >= -most);
            case Fieller.Unbounded unbounded -> Optional.empty();
        };
    }

    /** What counts as one of a trait: a class of priority, a day. */
    private static double unit(Question question, Trait trait) {
        return trait == Trait.PRIORITY ? 1.0 / Math.max(1, question.ranks() - 1) : 1 / DUE_DAYS;
    }

    private void add(List<Line> lines, Pair pair, Interval logarithm) {
        String suffix = "rate/" + pair.of.label() + "/per/" + pair.per.label();
        Line.About about = new Line.About("rate", pair.of.label() + " per " + pair.per.label());
        Interval factor = new Interval(StrictMath.exp(logarithm.value()), StrictMath.exp(logarithm.low()),
                StrictMath.exp(logarithm.high()));
        Strength weaker = strength.apply(question.column(pair.of)).compareTo(
                strength.apply(question.column(pair.per))) > 0 ? strength.apply(question.column(pair.of))
                : strength.apply(question.column(pair.per));
        lines.add(new Line(prefix + suffix, about, "rate", "window", estimate(factor, Unit.INDEX, weaker), pair.words,
                support, null, List.of()));
        if (pair.per == Trait.SIZE) {
            double hours = medianHours();
            Interval more = new Interval(hours * (factor.value() - 1), hours * (factor.low() - 1),
                    hours * (factor.high() - 1));
            lines.add(new Line(prefix + suffix + "/hours", about, "rateHours", "window",
                    estimate(more, Unit.HOURS, weaker), "hours of expected work that outweighs, beside work of the"
                            + " median expected size", support, null, List.of()));
        }
    }

    private Estimate estimate(Interval interval, Unit unit, Strength claim) {
        return new Estimate(interval.value(), interval.low(), interval.high(), unit, question.main().size(),
                question.main().people(), Grade.OBSERVED, interval.value(), interval.value(), claim);
    }

    private double medianHours() {
        Design main = question.main();
        double[] sizes = new double[main.rows()];
        for (int n = 0; n < main.size(); n++) {
            for (int row = main.first()[n]; row < main.first()[n + 1]; row++) {
                sizes[row] = main.decisions().get(n).value(Trait.SIZE, main.columns()[row], Setting.RULES);
            }
        }
        Arrays.sort(sizes);
        return StrictMath.exp(-sizes[sizes.length / 2]);
    }
}
