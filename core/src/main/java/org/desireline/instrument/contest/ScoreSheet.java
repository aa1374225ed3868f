package org.desireline.instrument.contest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Top;
import org.desireline.instrument.contest.Contest.Kind;
import org.desireline.instrument.contest.Contest.Outcome;
import org.desireline.instrument.contest.Contest.Setting;
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

    private static final int FEWEST_CHOICES = 30;
    private static final int FEWEST_ACTORS = 5;
    private static final double MOST_MISSES = 0.1;
    private static final double LEAST_RANKED = 0.8;
    private static final int CLASS = 31;

    private final Contest.Score score;
    private final Frame frame;
    private final List<Line> lines = new ArrayList<>();
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
        Map<String, Long> dropped = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.mixed && outcomes(Setting.RULES, outcome) > 0) {
                dropped.put(outcome.name(), outcomes(Setting.RULES, outcome));
            }
        }
        long mixed = outcomes(Setting.RULES, Outcome.mixed);
        String lack = lack();
        if (lack == null) {
            pullIndices();
        }
        wins();
        Reading.Refusal refusal = lack == null ? null : new Reading.Refusal(lack,
                "30 starts between ranks by 5 people, with the moves that mark a start and the owner at that time");
        boolean fewPeople = sums(Contest.key(Kind.MIXED, Setting.RULES, 0, 0, 0, 0)).size() < FEWEST_ACTORS;
        return new Reading("contest", refusal, score.parts, fewPeople ? 0 : mixed, fewPeople ? Map.of() : dropped,
                fewPeople ? List.of() : flags(), lines, List.of());
    }

    /** What keeps the order from being judged, or null. */
    private @Nullable String lack() {
        long mixed = outcomes(Setting.RULES, Outcome.mixed);
        long misses = outcomes(Setting.RULES, Outcome.menuMiss);
        long unranked = outcomes(Setting.RULES, Outcome.unranked);
        long starts = starts();
        Map<Integer, Long> people = sums(Contest.key(Kind.MIXED, Setting.RULES, 0, 0, 0, 0));
        long largest = people.values().stream().mapToLong(Long::longValue).max().orElse(0);
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
            return "only " + mixed + " of " + starts + " starts in the window chose between two ranks or more";
        }
        if (2 * largest > mixed) {
            return "one person made more than half of the choices";
        }
        if (misses > MOST_MISSES * starts) {
            return misses + " of " + starts + " starts were not on the menu their owner should have had";
        }
        return mixed < LEAST_RANKED * (mixed + unranked)
                ? unranked + " of " + (mixed + unranked) + " choices were of work without a known priority" : null;
    }

    /** First starts in the window, whatever became of them. */
    long starts() {
        long all = 0;
        for (Outcome outcome : Outcome.values()) {
            boolean start = outcome != Outcome.skippedStart && outcome != Outcome.outsideWindow
                    && outcome != Outcome.container;
            all += start ? outcomes(Setting.RULES, outcome) : 0;
        }
        return all;
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(traps);
        long starts = starts();
        long skipped = outcomes(Setting.RULES, Outcome.skippedStart);
        if (skipped > starts) {
            flags.add(skipped + " items were finished without any recorded start; " + starts + " were started visibly");
        }
        return flags;
    }

    private void pullIndices() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        Map<Setting, RatioJackknife> all = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            RatioJackknife ratio = ratio(Kind.INVERSIONS, setting);
            if (ratio != null) {
                all.put(setting, ratio);
                boolean menuRule = setting != Setting.PUSHED && setting != Setting.PULLED;
                if (menuRule && largest(sums(Contest.key(Kind.MIXED, setting, 0, 0, 0, 0))) <= HALF) {
                    low = Math.min(low, 1 - ratio.interval().value());
                    high = Math.max(high, 1 - ratio.interval().value());
                }
            }
        }
        for (Setting setting : Setting.values()) {
            RatioJackknife ratio = all.get(setting);
            if (ratio != null) {
                pullIndex(setting, ratio, low, high);
            } else if (!sums(Contest.key(Kind.MIXED, setting, 0, 0, 0, 0)).isEmpty()) {
                tooFew(setting);
            }
        }
    }

    /** A family of choices that too few people made: the line stands in its table, so that the publisher hides it. */
    private void tooFew(Setting setting) {
        Map<Integer, Long> people = sums(Contest.key(Kind.MIXED, setting, 0, 0, 0, 0));
        long n = sum(people);
        lines.add(new Line("contest/priority/pullIndex/" + name(setting), about(),
                "pullIndex/" + name(setting), "window",
                Estimate.exact(0, Unit.INDEX, n, people.size(), Grade.AMBIGUOUS).withStrength(Strength.CANNOT_TELL),
                "choices between ranks", new Support(Support.Basis.ACTIVITY, n, people.size(), largest(people),
                        "contest/pullIndex/" + name(setting), families(setting, "contest/pullIndex")),
                null, List.of()));
    }

    /** What was observed over what chance has, with people as clusters; null where they are too few. */
    @Nullable RatioJackknife ratio(Kind kind, Setting setting) {
        long key = Contest.key(kind, setting, 0, 0, 0, 0);
        Map<Integer, Long> observed = sums(key);
        if (observed.size() < FEWEST_ACTORS) {
            return null;
        }
        double[] a = new double[observed.size()];
        double[] b = new double[observed.size()];
        int g = 0;
        for (var person : observed.entrySet()) {
            a[g] = (double) person.getValue();
            b[g++] = score.expected.getOrDefault(key | person.getKey(), new ExactSum()).value();
        }
        return RatioJackknife.of(a, b);
    }

    private void pullIndex(Setting setting, RatioJackknife ratio, double low, double high) {
        Map<Integer, Long> people = sums(Contest.key(Kind.MIXED, setting, 0, 0, 0, 0));
        long n = sum(people);
        Interval interval = ratio.interval();
        Estimate estimate = new Estimate(1 - interval.value(), 1 - interval.high(), 1 - interval.low(), Unit.INDEX, n,
                people.size(), Grade.OBSERVED, 1 - interval.value(), 1 - interval.value(), Strength.CANNOT_TELL);
        boolean whole = setting == Setting.RULES;
        if (whole) {
            estimate = estimate.withSensitivity(low, high);
        }
        estimate = estimate.withStrength(strength(estimate));
        String suffix = whole ? "pullIndex" : "pullIndex/" + name(setting);
        double largest = largest(people);
        Support support = new Support(Support.Basis.ACTIVITY, n, people.size(), largest, "contest/" + suffix,
                families(setting, "contest/pullIndex"));
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

    private Line.About about() {
        return new Line.About("order", frame.charter().intent().isDeclared() ? "charter" : "tracker-priority");
    }

    private Strength strength(Estimate estimate) {
        boolean below = estimate.high() < HALF;
        boolean above = estimate.low() > HALF;
        if (estimate.n() < FEWEST_CHOICES || !(below || above)) {
            return Strength.CANNOT_TELL;
        }
        boolean steady = below ? estimate.sensitivityHigh() < HALF : estimate.sensitivityLow() > HALF;
        return steady && traps.isEmpty() ? Strength.SHOWS : Strength.SUGGESTS;
    }

    private static String name(Setting setting) {
        return switch (setting) {
            case RULES -> "rules";
            case OPEN_DESK -> "openDesk";
            case NO_STALE -> "noStale";
            case PULLED -> "pulled";
            case PUSHED -> "pushed";
        };
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

    /** Pulled and pushed add up to the whole, so that one of them alone may not be hidden. */
    private static List<String> families(Setting setting, String whole) {
        boolean family = setting == Setting.RULES || setting == Setting.PULLED || setting == Setting.PUSHED;
        return family ? List.of(whole + "/families") : List.of();
    }

    private void win(String whole, Setting setting, Line.About about, long metKey, long wonKey) {
        boolean rules = setting == Setting.RULES;
        String prefix = rules ? whole : whole + "/" + name(setting);
        String label = rules ? "wins" : name(setting) + " wins";
        String of = about.kind().equals("pair") ? "occasions on which both were on the menu and one of them was started"
                : "occasions on which it and another class were on the menu";
        Map<Integer, Long> met = sums(metKey);
        long occasions = sum(met);
        long won = sum(sums(wonKey));
        Interval interval = Wilson.interval(won, occasions);
        List<String> sums = new ArrayList<>(families(setting, whole));
        if (about.kind().equals(Dimension.PRIORITY.label())) {
            // Each choice between ranks has one winner: the wins of all ranks add up to the choices.
            sums.add("contest/priority/" + name(setting) + "/classes");
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

    private List<Evidence> evidence(@Nullable Top top) {
        if (top == null) {
            return List.of();
        }
        return top.cases().stream().map(choice -> {
            List<Long> details = choice.details();
            List<String> names = frame.classes().names(Dimension.values()[details.get(0).intValue()]);
            String chosen = names.get(details.get(1).intValue());
            List<String> menu = new ArrayList<>();
            for (int i = 2; i < details.size(); i += 3) {
                menu.add(details.get(i + 1) + " " + names.get(details.get(i).intValue()) + ", oldest "
                        + details.get(i + 2) + " days");
            }
            String best = names.get(details.get(2).intValue());
            String because = "started: " + chosen
                    + (best.equals(chosen) ? "" : " while " + best + " was ready on the same desk");
            return new Evidence(choice.key(), day(choice.atMillis()), because, List.of(choice.origin()), menu);
        }).toList();
    }

    private double expectedSum(long key, Map<Integer, Long> people) {
        ExactSum sum = new ExactSum();
        people.keySet().forEach(who -> sum.add(score.expected.getOrDefault(key | who, new ExactSum())));
        return sum.value();
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

    private static double largest(Map<Integer, Long> people) {
        return (double) people.values().stream().mapToLong(Long::longValue).max().orElse(0) / Math.max(1, sum(people));
    }

    private String day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(frame.charter().week().zone()).toLocalDate().toString();
    }
}
