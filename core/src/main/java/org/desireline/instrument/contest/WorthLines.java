package org.desireline.instrument.contest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.contest.Contest.Kind;
import org.desireline.instrument.contest.PairLines.Pair;
import org.desireline.number.Contrast;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Holm;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Student;
import org.desireline.number.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What classes are worth to whoever starts work, pair by pair of the order, and whether a pair is reversed.
 *
 * <p>The one claim is an inversion: work of the class that stands below is started before work of the one above. It is
 * tested one-sided with people as clusters, over all pairs together (Holm 1979), and shown only where every other way
 * of reading the same record says so too.
 */
final class WorthLines {

    private static final int FEWEST_DECISIONS = 100;
    private static final double FEWEST_EFFECTIVE = 4;
    private static final double SIGNIFICANT = 0.05;
    private static final double POWER = 0.8;
    /** A difference that most readers would call large: the odds are 2.2 to 1. */
    private static final double LARGE = 0.8;
    /** A smaller gap between two ways of comparing, in log-odds, would change no reader's mind. */
    private static final double LEAST_GAP = 0.2;
    private static final double MOST_LOG_ODDS = 50;
    private static final double WEEK_MILLIS = 7 * 24 * 3_600_000.0;

    private final ScoreSheet sheet;
    private final List<String> names;
    private final int classes;
    private final Worth main;
    private final List<Pair> judged;
    private final Map<Setting, Worth> others = new TreeMap<>();
    private final Ballots touched;
    private final @Nullable Worth adjusted;
    private final @Nullable String lack;

    WorthLines(ScoreSheet sheet, @Nullable String lackOfOrder) {
        this.sheet = sheet;
        this.names = sheet.frame().classes().names(Dimension.PRIORITY);
        this.classes = sheet.score().ranks;
        this.judged = PairLines.judged(sheet);
        this.main = Worth.of(ballots(Setting.RULES), classes);
        this.touched = ballots(Setting.TOUCHED);
        this.lack = lackOfOrder != null ? lackOfOrder : lack();
        if (lack == null) {
            for (Setting setting : List.of(Setting.OPEN_DESK, Setting.NO_STALE, Setting.PULLED, Setting.MOVES)) {
                others.put(setting, Worth.of(ballots(setting), classes, Worth.Shape.CLASSES));
            }
        }
        this.adjusted = lack == null ? Worth.of(main.ballots(), classes, Worth.Shape.ADJUSTED) : null;
    }

    private Ballots ballots(Setting setting) {
        return new Ballots(sheet.score().decisions, setting, Ballots.EVERY_TEAM);
    }

    /** What is known of a pair before it is said. */
    private record Verdict(Pair pair, Contrast difference, boolean isDrawn, boolean isTested) {}

    /** Adds the lines, or a flag that says what is missing. */
    void add() {
        if (lack != null) {
            sheet.flag("worth: " + new Reading.Refusal(lack, needs()).sentence());
            return;
        }
        leftOut();
        List<Verdict> verdicts = verdicts(main);
        List<Verdict> tested = verdicts.stream().filter(Verdict::isTested).toList();
        double[] adjusted = Holm.adjusted(tested.stream().mapToDouble(one -> one.difference().pBelow()).toArray());
        for (Verdict verdict : verdicts) {
            lines(verdict, verdict.isTested() ? adjusted[tested.indexOf(verdict)] : 1);
        }
        List<Pair> pairs = tested.stream().map(Verdict::pair).toList();
        power(pairs);
        duels(pairs);
        families();
        new TeamLines(sheet).add(verdicts.stream().map(Verdict::pair).toList());
    }

    private @Nullable String lack() {
        Map<Integer, Long> people = main.ballots().people();
        long n = ScoreSheet.sum(people);
        if (people.size() < ScoreSheet.FEWEST_ACTORS) {
            return "fewer than " + ScoreSheet.FEWEST_ACTORS + " people chose between priorities";
        }
        if (n < FEWEST_DECISIONS) {
            return "only " + n + " choices between priorities by " + people.size() + " people in " + weeks()
                    + " weeks";
        }
        if (ScoreSheet.largest(people) > ScoreSheet.HALF) {
            return "one person made more than half of the choices";
        }
        return effective(people) < FEWEST_EFFECTIVE ? "a few people made most of the choices" : null;
    }

    /** How many people of equal shares would weigh as much: {@code (Σn)² / Σn²}. */
    private static double effective(Map<Integer, Long> people) {
        double squares = 0;
        for (long n : people.values()) {
            squares += (double) n * n;
        }
        double all = ScoreSheet.sum(people);
        return all * all / squares;
    }

    private long weeks() {
        return Math.max(1, Math.round((sheet.frame().window().span().toMillis()
                - sheet.frame().window().span().fromMillis()) / WEEK_MILLIS));
    }

    private String needs() {
        Map<Integer, Long> people = main.ballots().people();
        long n = ScoreSheet.sum(people);
        String pace = people.size() >= ScoreSheet.FEWEST_ACTORS && n < FEWEST_DECISIONS
                ? ", at this pace " + Math.round((double) weeks() * FEWEST_DECISIONS / n) + " weeks" : "";
        return FEWEST_DECISIONS + " choices between priorities by " + ScoreSheet.FEWEST_ACTORS
                + " people or more, none of them above half" + pace;
    }

    private void leftOut() {
        leftOut(main.ballots().turned(), "of classes that then stood the other way round than in the newest order;"
                + " the tradeoff rules tell of them");
        leftOut(main.ballots().tied(), "that fell on one instant with more than three others of the same person");
    }

    private void leftOut(Map<Integer, Long> people, String which) {
        if (!people.isEmpty()) {
            sheet.flag("worth: left out are " + (people.size() >= ScoreSheet.FEWEST_ACTORS
                    ? Long.toString(ScoreSheet.sum(people)) : "a few people's") + " choices " + which);
        }
    }

    /** The pairs that may be told of, with what is estimated of them. */
    private List<Verdict> verdicts(Worth worth) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Pair pair : judged) {
            Map<Integer, Long> met = worth.ballots().met(pair);
            Contrast finite = worth.of(pair);
            Contrast shown = finite == null ? worth.drawn(pair) : finite;
            if (shown != null && isTold(met)) {
                verdicts.add(new Verdict(pair, shown, finite == null,
                        finite != null && ScoreSheet.sum(met) >= ScoreSheet.FEWEST_CHOICES));
            }
        }
        return verdicts;
    }

    /** Whether enough people stand behind a figure. */
    static boolean isTold(Map<Integer, Long> people) {
        return people.size() >= ScoreSheet.FEWEST_ACTORS && ScoreSheet.largest(people) <= ScoreSheet.HALF;
    }

    /** Whether so many people made choices, and so evenly, that clusters can be relied on. */
    static boolean isSpread(Map<Integer, Long> people) {
        return isTold(people) && effective(people) >= FEWEST_EFFECTIVE;
    }

    private void lines(Verdict verdict, double p) {
        Pair pair = verdict.pair();
        String prefix = PairLines.prefix(names, pair.above(), pair.below());
        Map<Integer, Long> people = sheet.sums(Contest.key(Kind.PAIR_MET, Setting.RULES, 0, pair.above(),
                pair.below(), 0));
        double low = verdict.difference().estimate();
        double high = low;
        boolean agrees = true;
        for (double other : otherReadings(pair)) {
            low = Math.min(low, other);
            high = Math.max(high, other);
            agrees &= other < 0;
        }
        Strength strength = p >= SIGNIFICANT ? Strength.CANNOT_TELL
                : agrees && !sheet.isTrapped() ? Strength.SHOWS : Strength.SUGGESTS;
        Map<Integer, Long> met = main.ballots().met(pair);
        Support support = new Support(Support.Basis.ACTIVITY, ScoreSheet.sum(people), met.size(),
                Math.max(ScoreSheet.largest(people), ScoreSheet.largest(met)), prefix, List.of(),
                ranges(pair, prefix));
        Estimate worth = estimate(verdict, support).withSensitivity(low, high).withStrength(strength);
        Line.About about = new Line.About("pair", names.get(pair.above()) + " over " + names.get(pair.below()));
        sheet.add(new Line(prefix + "/worth", about, "worth", "window", worth,
                "difference of worth; above 0 the first is started first, below 0 the second", support, null,
                List.of()));
        sheet.add(new Line(prefix + "/inversion", about, "inversion", "window", odds(worth),
                "how many times as often the second is started first, one item of each on the desk", support, null,
                List.of()));
    }

    private static Estimate estimate(Verdict verdict, Support support) {
        Interval interval = verdict.difference().interval();
        return new Estimate(interval.value(), interval.low(), interval.high(), Unit.LOG_ODDS, support.items(),
                support.actors(), verdict.isDrawn() ? Grade.ASSUMED : Grade.OBSERVED, interval.value(),
                interval.value(), Strength.CANNOT_TELL);
    }

    /** The odds that the second is started first, at most so large that they can be written down. */
    private static Estimate odds(Estimate worth) {
        return new Estimate(odds(worth.value()), odds(worth.high()), odds(worth.low()), Unit.ODDS, worth.n(),
                worth.actors(), worth.grade(), odds(worth.sensitivityHigh()), odds(worth.sensitivityLow()),
                worth.strength());
    }

    private static double odds(double worth) {
        return StrictMath.exp(Math.clamp(-worth, -MOST_LOG_ODDS, MOST_LOG_ODDS));
    }

    /** The difference of a pair under other settings, where enough people stand behind it and what it leaves out. */
    private List<Double> otherReadings(Pair pair) {
        List<Double> readings = new ArrayList<>();
        others.forEach((setting, worth) -> {
            if (isTold(worth.ballots().met(pair)) && isRestTold(setting, pair)) {
                readings.add(worth.value(pair));
            }
        });
        if (adjusted != null) {
            readings.add(adjusted.value(pair));
        }
        readings.removeIf(reading -> reading.isNaN());
        return readings;
    }

    private boolean isRestTold(Setting setting, Pair pair) {
        Map<Integer, Long> rest = switch (setting) {
            case PULLED -> sheet.sums(Contest.key(Kind.PAIR_MET, Setting.PUSHED, 0, pair.above(), pair.below(), 0));
            case MOVES -> touched.met(pair);
            case RULES, OPEN_DESK, NO_STALE, PUSHED, TOUCHED, SWITCH, POOL -> Map.of();
        };
        return rest.isEmpty() || isTold(rest);
    }

    private List<String> ranges(Pair pair, String prefix) {
        Worth pulled = others.get(Setting.PULLED);
        boolean isIn = pulled != null && isTold(pulled.ballots().met(pair)) && isRestTold(Setting.PULLED, pair);
        return isIn ? List.of(prefix + "/" + Setting.PULLED.label()) : List.of();
    }

    /** The smallest difference that so many choices of so many people would show in four of five cases. */
    private void power(List<Pair> tested) {
        List<Double> smallest = new ArrayList<>();
        double[] errors = main.errorsIfAlike(tested);
        for (int i = 0; i < errors.length; i++) {
            Contrast difference = main.of(tested.get(i));
            double error = errors[i];
            if (difference != null && error > 0) {
                double free = difference.degreesOfFreedom();
                smallest.add(error * (Student.quantile(1 - SIGNIFICANT / tested.size(), free)
                        + Student.quantile(POWER, free)));
            }
        }
        if (smallest.isEmpty()) {
            return;
        }
        smallest.sort(Comparator.naturalOrder());
        double typical = smallest.get(smallest.size() / 2);
        Map<Integer, Long> people = main.ballots().people();
        long n = ScoreSheet.sum(people);
        sheet.add(new Line("contest/priority/power", sheet.about(), "power", "window",
                Estimate.exact(typical, Unit.LOG_ODDS, n, people.size(), Grade.OBSERVED)
                        .withSensitivity(smallest.get(0), smallest.get(smallest.size() - 1)),
                "smallest difference of worth that would be shown in four of five cases, if it were there",
                new Support(Support.Basis.ACTIVITY, n, people.size(), ScoreSheet.largest(people),
                        "contest/priority/power", List.of()), null, List.of()));
        double ratio = typical / LARGE;
        sheet.flag(String.format(Locale.ROOT, "power: %d choices of %d people in %d weeks would show in four of five"
                + " cases that odds of 1 to %.1f lie between two priorities; 1 to %.1f would need some %d weeks", n,
                people.size(), weeks(), StrictMath.exp(typical), StrictMath.exp(LARGE),
                Math.round(weeks() * ratio * ratio)));
    }

    /** Says where comparing classes two by two gives another answer, as it should not if other items do not matter. */
    private void duels(List<Pair> tested) {
        Worth duels = Worth.of(main.ballots(), classes, Worth.Shape.DUELS);
        for (Pair pair : tested) {
            Contrast gap = main.gap(duels, pair);
            if (gap != null && Math.abs(gap.estimate()) > LEAST_GAP
                    && tested.size() * gap.pEither() < SIGNIFICANT) {
                sheet.flag("worth: between " + names.get(pair.above()) + " and " + names.get(pair.below())
                        + " menus taken two classes at a time tell another difference than whole menus; what else lies"
                        + " on the desk matters");
            }
        }
    }

    /** The worth that other families of choices tell, each by itself; nothing is claimed of it. */
    private void families() {
        for (Setting setting : List.of(Setting.SWITCH, Setting.POOL)) {
            Ballots ballots = ballots(setting);
            Map<Integer, Long> people = ballots.people();
            boolean enough = sheet.lack(setting) == null && ScoreSheet.sum(people) >= FEWEST_DECISIONS
                    && isSpread(people);
            for (Verdict verdict : enough ? verdicts(Worth.of(ballots, classes)) : List.<Verdict>of()) {
                Pair pair = verdict.pair();
                String prefix = PairLines.prefix(names, pair.above(), pair.below());
                Map<Integer, Long> met = sheet.sums(Contest.key(Kind.PAIR_MET, setting, 0, pair.above(),
                        pair.below(), 0));
                Map<Integer, Long> used = ballots.met(pair);
                Support support = new Support(Support.Basis.ACTIVITY, ScoreSheet.sum(met), used.size(),
                        Math.max(ScoreSheet.largest(met), ScoreSheet.largest(used)), prefix + "/" + setting.label(),
                        List.of());
                sheet.add(new Line(prefix + "/worth/" + setting.label(),
                        new Line.About("pair", names.get(pair.above()) + " over " + names.get(pair.below())),
                        setting.label() + " worth", "window", estimate(verdict, support),
                        "difference of worth; above 0 the first is turned to first, below 0 the second", support, null,
                        List.of()));
            }
        }
    }
}
