package org.desireline.instrument.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.MenuCases;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Top;
import org.desireline.instrument.contest.Contest.Kind;
import org.desireline.instrument.contest.Contest.Outcome;
import org.desireline.number.Estimate;
import org.desireline.number.ExactSum;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.number.Wilson;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/** Turns the tally of contests into lines: the pull index under each setting, wins by class, wins by pair of ranks. */
final class ScoreSheet {

    /** Below this the order decides less than half of what it could: the reference of the order's claim. */
    static final double HALF = 0.5;

    static final int FEWEST_CHOICES = 30;
    static final int FEWEST_ACTORS = 5;
    private static final String NEEDS =
            "30 starts between ranks by 5 people, with the moves that mark a start and the owner at that time";
    private static final double MOST_MISSES = 0.1;
    private static final double LEAST_RANKED = 0.8;
    private static final int CLASS = 31;

    private final Contest.Score score;
    private final Frame frame;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final List<String> traps;
    /** Actor to sum, by key without the actor. */
    private final TreeMap<Long, TreeMap<Integer, Long>> byActor = new TreeMap<>();

    ScoreSheet(Contest.Score score, Frame frame) {
        this.score = score;
        this.frame = frame;
        score.sums.forEach((key, sum) -> byActor
                .computeIfAbsent(key >>> 28 << 28, id -> new TreeMap<>())
                .put((int) (key & ((1 << 28) - 1)), sum));
        traps = new Traps(this).flags();
    }

    Reading reading() {
        long mixed = outcomes(Setting.RULES, Outcome.mixed);
        String lack = lack(Setting.RULES);
        if (lack == null) {
            pullIndices();
        }
        families();
        wins();
        new PairLines(this).add();
        new RuleLines(this).add();
        if (!PairLines.judged(this).isEmpty()) {
            new WorthLines(this, lack).add();
        }
        Reading.Refusal refusal = lack == null ? null : new Reading.Refusal(lack, NEEDS);
        boolean fewPeople = isFew(Setting.RULES);
        return new Reading("contest", refusal, score.parts, fewPeople ? 0 : mixed, dropped(),
                flags(fewPeople), lines, List.of());
    }

    private boolean isFew(Setting setting) {
        return mixed(setting).size() < FEWEST_ACTORS;
    }

    /** Parts that do not count, by reason; those of other families than first starts under their names. */
    private Map<String, Long> dropped() {
        Map<String, Long> dropped = new TreeMap<>();
        for (Setting setting : List.of(Setting.RULES, Setting.SWITCH, Setting.POOL)) {
            for (Outcome outcome : isFew(setting) ? new Outcome[0] : Outcome.values()) {
                if (outcome != Outcome.mixed && outcomes(setting, outcome) > 0) {
                    dropped.put(setting.isApart() ? setting.label() + "/" + outcome.name() : outcome.name(),
                            outcomes(setting, outcome));
                }
            }
        }
        return dropped;
    }

    /** What keeps the order from being judged by a family of choices, or null. */
    @Nullable String lack(Setting setting) {
        long mixed = outcomes(setting, Outcome.mixed);
        long misses = outcomes(setting, Outcome.menuMiss);
        long unranked = outcomes(setting, Outcome.unranked);
        long starts = starts(setting);
        Map<Integer, Long> people = mixed(setting);
        String what = setting.family().plural();
        if (frame.facts().proven() == 0) {
            return "without a change log no start of work is recorded";
        }
        if (starts == 0) {
            return "no start of work is recorded in the window";
        }
        if (people.size() < FEWEST_ACTORS) {
            return "fewer than " + FEWEST_ACTORS + " people chose between ranks";
        }
        if (mixed < FEWEST_CHOICES) {
            return "only " + mixed + " of " + starts + " " + what
                    + " in the window chose between two ranks or more";
        }
        if (largest(people) > HALF) {
            return "one person made more than half of the choices";
        }
        if (misses > MOST_MISSES * starts) {
            return misses + " of " + starts + " " + what + " were not on the menu "
                    + (setting == Setting.POOL ? "they should have been on" : "their owner should have had");
        }
        return mixed < LEAST_RANKED * (mixed + unranked)
                ? unranked + " of " + (mixed + unranked) + " choices were of work without a known priority" : null;
    }

    /** First starts in the window, whatever became of them. */
    long starts() {
        return starts(Setting.RULES);
    }

    /** Decisions of a family in the window whose menu could be looked for, whatever became of them. */
    private long starts(Setting setting) {
        long all = 0;
        for (Outcome outcome : Outcome.values()) {
            all += switch (outcome) {
                case skippedStart, outsideWindow, fromPool, container, overlap, noPool -> 0;
                case mixed, oneItemMenu, oneClass, unranked, menuMiss, otherFamily -> outcomes(setting, outcome);
            };
        }
        return all;
    }

    private List<String> flags(boolean fewPeople) {
        List<String> all = new ArrayList<>(fewPeople ? List.of() : traps);
        long starts = starts();
        long skipped = outcomes(Setting.RULES, Outcome.skippedStart);
        if (!fewPeople && skipped > starts) {
            all.add(skipped + " items were finished without any recorded start; " + starts + " were started visibly");
        }
        all.addAll(flags);
        return all;
    }

    /** Choices between ranks of each person under a setting. */
    Map<Integer, Long> mixed(Setting setting) {
        return sums(Contest.key(Kind.MIXED, setting, 0, 0, 0, 0));
    }

    /** The order as other families of choices tell it, each by itself; what few people did is only named. */
    private void families() {
        for (Setting setting : List.of(Setting.SWITCH, Setting.POOL)) {
            String lack = lack(setting);
            RatioJackknife ratio = ratio(Kind.INVERSIONS, setting);
            if (lack == null && ratio != null) {
                pullIndex(setting, ratio, List.of());
            } else if (lack != null && starts(setting) > 0 && frame.classes().ranked() > 1
                    && frame.facts().proven() > 0) {
                flags.add(setting.label() + ": " + new Reading.Refusal(lack, NEEDS).sentence());
            }
        }
    }

    /** Whether what a setting leaves out is nothing, or enough people's to be shown beside it. */
    private boolean isRestShown(Setting rest) {
        Map<Integer, Long> people = mixed(rest);
        return people.isEmpty() || (people.size() >= FEWEST_ACTORS && largest(people) <= HALF);
    }

    private void pullIndices() {
        List<Interval> others = new ArrayList<>();
        Map<Setting, RatioJackknife> all = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            RatioJackknife ratio = setting.isApart() ? null : ratio(Kind.INVERSIONS, setting);
            if (ratio != null) {
                all.put(setting, ratio);
                boolean inRange = switch (setting) {
                    case RULES, OPEN_DESK, NO_STALE -> true;
                    case MOVES -> isRestShown(Setting.TOUCHED);
                    case PULLED, PUSHED, TOUCHED, SWITCH, POOL -> false;
                };
                if (inRange && largest(mixed(setting)) <= HALF) {
                    others.add(ratio.interval());
                }
            }
        }
        for (Setting setting : Setting.values()) {
            RatioJackknife ratio = all.get(setting);
            if (ratio != null) {
                pullIndex(setting, ratio, setting == Setting.RULES ? others : List.of());
            } else if (!setting.isApart() && !mixed(setting).isEmpty()) {
                tooFew(setting);
            }
        }
    }

    /** A family of choices that too few people made: the line stands in its table, so that the publisher hides it. */
    private void tooFew(Setting setting) {
        Map<Integer, Long> people = sums(Contest.key(Kind.MIXED, setting, 0, 0, 0, 0));
        long n = sum(people);
        lines.add(new Line("contest/priority/pullIndex/" + setting.label(), about(),
                "pullIndex/" + setting.label(), "window",
                Estimate.exact(0, Unit.INDEX, n, people.size(), Grade.AMBIGUOUS).withStrength(Strength.CANNOT_TELL),
                "choices between ranks", new Support(Support.Basis.ACTIVITY, n, people.size(), largest(people),
                        "contest/pullIndex/" + setting.label(), families(setting, "contest/pullIndex")),
                null, List.of()));
    }

    /** What was observed over what chance has, with people as clusters; null where they are too few. */
    @Nullable RatioJackknife ratio(Kind kind, Setting setting) {
        long key = Contest.key(kind, setting, 0, 0, 0, 0);
        Map<Integer, Long> observed = sums(key);
        if (observed.size() < FEWEST_ACTORS) {
            return null;
        }
        double[] a = observed.values().stream().mapToDouble(Long::doubleValue).toArray();
        return RatioJackknife.of(a, expected(kind, setting));
    }

    /** What chance has of what was observed, by person. */
    double[] expected(Kind kind, Setting setting) {
        long key = Contest.key(kind, setting, 0, 0, 0, 0);
        return sums(key).keySet().stream()
                .mapToDouble(who -> score.expected.getOrDefault(key | who, new ExactSum()).value()).toArray();
    }

    private void pullIndex(Setting setting, RatioJackknife ratio, List<Interval> others) {
        Map<Integer, Long> people = mixed(setting);
        long n = sum(people);
        Interval interval = ratio.interval();
        Estimate estimate = new Estimate(1 - interval.value(), 1 - interval.high(), 1 - interval.low(), Unit.INDEX, n,
                people.size(), Grade.OBSERVED, 1 - interval.value(), 1 - interval.value(), Strength.CANNOT_TELL);
        for (Interval other : others) {
            estimate = estimate.withSensitivity(Math.min(estimate.sensitivityLow(), 1 - other.value()),
                    Math.max(estimate.sensitivityHigh(), 1 - other.value()));
        }
        estimate = estimate.withStrength(strength(estimate, setting));
        String suffix = setting == Setting.RULES ? "pullIndex" : "pullIndex/" + setting.label();
        List<String> ranges = setting == Setting.RULES && isRestShown(Setting.TOUCHED)
                && !mixed(Setting.MOVES).isEmpty() ? List.of("contest/pullIndex/moves") : List.of();
        Support support = new Support(Support.Basis.ACTIVITY, n, people.size(), largest(people), "contest/" + suffix,
                families(setting, "contest/pullIndex"), ranges);
        Line.About about = about();
        Top top = score.evidence.get(Contest.key(Kind.INVERSIONS, setting, 0, 0, 0, 0));
        lines.add(new Line("contest/priority/" + suffix, about, suffix, "window", estimate,
                "choices between ranks; 1 order followed, 0 ignored, below 0 reversed", support, null, evidence(top)));
        double expected = expectedSum(Contest.key(Kind.INVERSIONS, setting, 0, 0, 0, 0), people);
        long observed = sum(sums(Contest.key(Kind.INVERSIONS, setting, 0, 0, 0, 0)));
        lines.add(new Line("contest/priority/" + suffix + "/passedOver", about, "passedOver", "window",
                Estimate.exact((double) observed, Unit.CHOICES, n, people.size(), Grade.OBSERVED),
                "choices that passed over something of a higher rank", support, null, List.of()));
        lines.add(new Line("contest/priority/" + suffix + "/passedOverByChance", about, "passedOverByChance", "window",
                Estimate.exact(expected, Unit.CHOICES, n, people.size(), Grade.OBSERVED),
                "choices that a blind draw would have passed over", support, null, List.of()));
    }

    /** What lines about the whole order are about. */
    Line.About about() {
        return new Line.About("order", frame.charter().intent().isDeclared() ? "charter" : "tracker-priority");
    }

    private Strength strength(Estimate estimate, Setting setting) {
        boolean below = estimate.high() < HALF;
        boolean above = estimate.low() > HALF;
        if (estimate.n() < FEWEST_CHOICES || !(below || above)) {
            return Strength.CANNOT_TELL;
        }
        boolean steady = below ? estimate.sensitivityHigh() < HALF : estimate.sensitivityLow() > HALF;
        // The families beside first starts are read in one way only: nothing of them was held against another.
        return steady && traps.isEmpty() && !setting.isApart() ? Strength.SHOWS : Strength.SUGGESTS;
    }

    private void wins() {
        for (long key : byActor.keySet()) {
            int kind = (int) (key >>> 46);
            Setting setting = Setting.values()[(int) (key >>> 42) & 15];
            Dimension dimension = Dimension.values()[(int) (key >>> 38) & 15];
            int first = (int) (key >>> 33) & CLASS;
            int second = (int) (key >>> 28) & CLASS;
            if (frame.classes().named(dimension) == 0) {
                continue;
            }
            List<String> names = frame.classes().names(dimension);
            if (kind == Kind.CLASS_MET.ordinal()) {
                long won = Contest.key(Kind.CLASS_WON, setting, dimension.ordinal(), first, 0, 0);
                String prefix = "contest/" + dimension.label() + "/" + Line.idPart(names.get(first));
                win(prefix, setting,
                        new Line.About(dimension.label(), names.get(first)), key, won);
            } else if (kind == Kind.PAIR_MET.ordinal()) {
                long won = Contest.key(Kind.PAIR_WON, setting, 0, first, second, 0);
                String prefix = "contest/priority/" + Line.idPart(names.get(first)) + "/over/"
                        + Line.idPart(names.get(second));
                win(prefix, setting,
                        new Line.About("pair", names.get(first) + " over " + names.get(second)), key, won);
            }
        }
    }

    /**
     * Pulled and pushed add up to the whole, and so do starts that a move tells of and others: one of them alone may
     * not be hidden.
     */
    private static List<String> families(Setting setting, String whole) {
        return switch (setting) {
            case RULES -> List.of(whole + "/families", whole + "/starts");
            case PULLED, PUSHED -> List.of(whole + "/families");
            case MOVES, TOUCHED -> List.of(whole + "/starts");
            case OPEN_DESK, NO_STALE, SWITCH, POOL -> List.of();
        };
    }

    private void win(String whole, Setting setting, Line.About about, long metKey, long wonKey) {
        boolean rules = setting == Setting.RULES;
        String prefix = rules ? whole : whole + "/" + setting.label();
        String label = rules ? "wins" : setting.label() + " wins";
        String of = about.kind().equals("pair") ? "occasions on which both were on the menu and one of them was started"
                : "occasions on which it and another class were on the menu";
        Map<Integer, Long> met = sums(metKey);
        long occasions = sum(met);
        long won = sum(sums(wonKey));
        Interval interval = Wilson.interval(won, occasions);
        List<String> sums = new ArrayList<>(families(setting, whole));
        if (about.kind().equals(Dimension.PRIORITY.label())) {
            // Each choice between ranks has one winner: the wins of all ranks add up to the choices.
            sums.add("contest/priority/" + setting.label() + "/classes");
        }
        if (rules && about.kind().equals("pair")) {
            // Occasions under each tradeoff rule and under none add up to those of the pair.
            sums.add(whole + "/rules");
        }
        Support support = new Support(Support.Basis.ACTIVITY, occasions, met.size(), largest(met), prefix, sums);
        double chance = score.expected.getOrDefault(wonKey, new ExactSum()).value() / occasions;
        lines.add(new Line(prefix + "/wins", about, label, "window",
                new Estimate(interval.value(), interval.low(), interval.high(), Unit.SHARE, occasions, met.size(),
                        Grade.OBSERVED, interval.value(), interval.value(), Strength.EXACT),
                of, support, null, evidence(score.evidence.get(wonKey))));
        lines.add(new Line(prefix + "/winsByChance", about, label + "ByChance", "window",
                Estimate.exact(chance, Unit.SHARE, occasions, met.size(), Grade.OBSERVED),
                "the same occasions, had each been a blind draw", support, null, List.of()));
    }

    /** The choices behind a line, with their menus by class. */
    List<Evidence> evidence(@Nullable Top top) {
        return MenuCases.told(top, frame);
    }

    private double expectedSum(long key, Map<Integer, Long> people) {
        ExactSum sum = new ExactSum();
        people.keySet().forEach(who -> sum.add(score.expected.getOrDefault(key | who, new ExactSum())));
        return sum.value();
    }

    Frame frame() {
        return frame;
    }

    Contest.Score score() {
        return score;
    }

    void add(Line line) {
        lines.add(line);
    }

    void flag(String sentence) {
        flags.add(sentence);
    }

    /** Whether a trap was met. */
    boolean isTrapped() {
        return !traps.isEmpty();
    }

    long outcomes(Setting setting, Outcome outcome) {
        return score.sums.get(Contest.key(Kind.OUTCOME, setting, 0, outcome.ordinal(), 0, 0));
    }

    Map<Integer, Long> sums(long key) {
        return byActor.getOrDefault(key, new TreeMap<>());
    }

    static long sum(Map<Integer, Long> people) {
        return people.values().stream().mapToLong(Long::longValue).sum();
    }

    static double largest(Map<Integer, Long> people) {
        return (double) people.values().stream().mapToLong(Long::longValue).max().orElse(0) / Math.max(1, sum(people));
    }
}
