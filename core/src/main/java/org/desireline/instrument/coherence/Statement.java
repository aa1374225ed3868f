package org.desireline.instrument.coherence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.MenuCases;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.Trap;
import org.desireline.instrument.coherence.Coherence.Kind;
import org.desireline.instrument.coherence.Coherence.View;
import org.desireline.instrument.coherence.Directions.Comparison;
import org.desireline.instrument.coherence.Directions.Pair;
import org.desireline.number.Contrast;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Frame;

/** Turns the tally into a reading: how busy each team was, and in which pairs of priorities teams pull apart. */
final class Statement {

    private static final double HOUR_MILLIS = 3_600_000.0;
    private static final double LEAST_KAPPA = 0.2;
    /** Of a day, what can go into tracked work where nobody declared it. */
    private static final double FOCUS_SHARE = 0.6;
    private static final String ALL = "coherence/all/all/";

    private final Coherence.Count count;
    private final Frame frame;
    private final List<String> teams;
    private final List<String> priorities;
    private final Directions directions;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private boolean isAnythingTold;

    Statement(Coherence.Count count, Frame frame, List<Reading> needed) {
        this.count = count;
        this.frame = frame;
        int named = frame.charter().intent().teams().isEmpty() ? 0 : frame.classes().named(Dimension.TEAM);
        this.teams = frame.classes().names(Dimension.TEAM).subList(0, named);
        this.priorities = frame.classes().names(Dimension.PRIORITY);
        this.directions = new Directions(new Tables(count), named, count.named,
                needed.stream().anyMatch(reading -> !Trap.met(reading).isEmpty()));
    }

    Reading reading() {
        boolean anybody = frame.charter().intent().versions().stream().flatMap(version -> version.teams().stream())
                .anyMatch(team -> !team.members().isEmpty());
        if (!anybody) {
            return refused("nobody is declared to be a member of a team",
                    "a charter that declares teams and their members, five people or more each");
        }
        IntStream.range(0, teams.size()).forEach(this::activity);
        IntStream.range(0, directions.pairs().size()).forEach(this::wins);
        compared();
        together();
        if (!isAnythingTold) {
            return refused("of no team enough is on record to tell how busy it was, and no two teams chose often"
                    + " enough between the same priorities", "work logs or signs of work of five people of a team in"
                    + " 8 whole weeks, or two teams that each chose ten times between the same two priorities");
        }
        int few = (int) IntStream.range(0, teams.size()).filter(team -> Activity.of(team, count, frame).people().size()
                < Side.FEWEST_PEOPLE).count();
        if (few > 0) {
            flags.add("of " + few + " of " + teams.size() + " teams fewer than " + Side.FEWEST_PEOPLE
                    + " members left traces: nothing is told of them");
        }
        return new Reading("coherence", null, count.parts, count.used,
                count.outside == 0 ? Map.of() : Map.of("outsideWindow", count.outside), flags, lines, List.of());
    }

    private Reading refused(String reason, String needs) {
        return new Reading("coherence", new Reading.Refusal(reason, needs), count.parts, 0, Map.of(), List.of(),
                List.of(), List.of());
    }

    private static String team(String name) {
        return "coherence/team/" + Line.idPart(name) + "/";
    }

    private String pair(Pair pair) {
        return "priority/" + Line.idPart(priorities.get(pair.first())) + "/over/"
                + Line.idPart(priorities.get(pair.second()));
    }

    private void activity(int team) {
        Activity activity = Activity.of(team, count, frame);
        if (activity.people().isEmpty()) {
            return;
        }
        String name = teams.get(team);
        String prefix = team(name);
        Line.About about = new Line.About("team", name);
        Support support = new Support(Basis.ACTIVITY, activity.weeks(), activity.actors(), activity.largest(),
                prefix + "activity", List.of());
        String of = activity.isDeclared() ? "the hours that the charter declares the team to have"
                : "the working hours of its members who left a trace; no capacity is declared";
        double kappa = frame.facts().kappa();
        String lack = kappa < LEAST_KAPPA ? String.format(Locale.ROOT, "recorded work covers %.1f %% of working time",
                Math.floor(1000 * kappa) / 10)
                : activity.weeks() < Activity.FEWEST_WEEKS ? "fewer than " + Activity.FEWEST_WEEKS + " whole weeks"
                : null;
        if (lack != null) {
            lines.add(new Line(prefix + "activity", about, "activity", "window", null, of, support, lack, List.of()));
            return;
        }
        isAnythingTold = true;
        Interval mean = activity.mean();
        Grade grade = !activity.isDeclared() || frame.charter().assumed() ? Grade.ASSUMED
                : frame.facts().work().grade();
        Estimate share = new Estimate(mean.value(), mean.low(), mean.high(), Unit.SHARE, activity.weeks(),
                activity.actors(), grade, mean.value(), mean.value(), Strength.EXACT);
        lines.add(new Line(prefix + "activity", about, "activity", "window", activity.isDeclared() ? share
                : share.withSensitivity(mean.value(), mean.value() / FOCUS_SHARE), of + "; recorded work on calendar,"
                + " the mean of " + activity.weeks() + " weeks", support, null, List.of()));
        lines.add(new Line(prefix + "capacity", about, "capacity", "window", Estimate.exact(activity.capacityMillis()
                / HOUR_MILLIS, Unit.HOURS, activity.weeks(), activity.people().size(), activity.isDeclared()
                ? Grade.OBSERVED : Grade.ASSUMED), "hours a week, the mean of " + activity.weeks() + " weeks: " + of,
                new Support(Basis.STRUCTURE, activity.weeks(), activity.people().size(), 0, prefix + "capacity",
                        List.of()), null, List.of()));
    }

    /** What each team started first in a pair; teams that are too small too, so that none is bared by the others. */
    private void wins(int place) {
        Pair pair = directions.pairs().get(place);
        for (Side side : directions.sides(place)) {
            String id = wins(side, pair);
            Interval interval = side.interval();
            lines.add(new Line(id, new Line.About("team", teams.get(side.team())), "wins: "
                    + priorities.get(pair.first()) + " over " + priorities.get(pair.second()), "window",
                    new Estimate(interval.value(), interval.low(), interval.high(), Unit.SHARE, side.occasions(),
                            side.met().size(), Grade.OBSERVED, interval.value(), interval.value(), side.isSound()
                            ? Strength.EXACT : Strength.CANNOT_TELL), "occasions on which both were on the menu of one"
                    + " of the team's members and one of the two was started", new Support(Basis.ACTIVITY,
                    side.occasions(), side.met().size(), side.largest(), id, tables(side, pair)), null,
                    MenuCases.told(count.evidence.get(Coherence.key(View.RULES, Kind.WON, side.team(), pair.first(),
                            pair.second(), 0)), frame)));
        }
    }

    /** What a team's wins add up to: all teams', and with another team's how far the two lie apart. */
    private List<String> tables(Side side, Pair pair) {
        List<String> tables = new ArrayList<>(List.of("coherence/" + pair(pair) + "/byTeam"));
        directions.comparisons().stream().filter(each -> each.pair().equals(pair) && each.isOpposite()
                && (each.one().team() == side.team() || each.other().team() == side.team()))
                .forEach(each -> tables.add(apart(each)));
        return tables;
    }

    /** The id of the line that tells how far two teams lie apart. */
    private String apart(Comparison each) {
        return "coherence/teams/" + Line.idPart(teams.get(each.one().team())) + "/with/"
                + Line.idPart(teams.get(each.other().team())) + "/" + pair(each.pair()) + "/apart";
    }

    private String wins(Side side, Pair pair) {
        return team(teams.get(side.team())) + pair(pair) + "/wins";
    }

    /** Every pair of teams that can be compared in anything. */
    private void compared() {
        int none = 0;
        for (int a = 0; a < teams.size(); a++) {
            for (int b = a + 1; b < teams.size(); b++) {
                int one = a;
                int other = b;
                List<Comparison> both = directions.comparisons().stream().filter(each -> each.one().team() == one
                        && each.other().team() == other).toList();
                if (both.isEmpty()) {
                    none++;
                } else {
                    String names = teams.get(a) + " and " + teams.get(b);
                    String prefix = "coherence/teams/" + Line.idPart(teams.get(a)) + "/with/"
                            + Line.idPart(teams.get(b)) + "/";
                    counted(prefix, new Line.About("teams", names), both, both.stream().map(Comparison::pair).toList(),
                            pair -> both.stream().anyMatch(each -> each.pair().equals(pair) && each.isSame()));
                    both.stream().filter(Comparison::isOpposite).forEach(each -> apart(names, each));
                }
            }
        }
        if (none > 0) {
            flags.add("of " + teams.size() * (teams.size() - 1) / 2 + " pairs of teams " + none + " cannot be compared:"
                    + " needs a pair of priorities between which each of the two chose " + Side.FEWEST_OCCASIONS
                    + " times, by " + Side.FEWEST_PEOPLE + " people as evenly as four would");
        }
    }

    /** All teams at once: in how many pairs of priorities any two of them are opposite, or all have one winner. */
    private void together() {
        List<Pair> pairs = directions.comparisons().stream().map(Comparison::pair).distinct().toList();
        if (pairs.isEmpty()) {
            return;
        }
        isAnythingTold = true;
        Predicate<Pair> allSame = pair -> directions.comparisons().stream().filter(each -> each.pair().equals(pair))
                .allMatch(Comparison::isSame);
        counted(ALL, new Line.About("all", "all"), directions.comparisons(), pairs, allSame);
    }

    private void counted(
            String prefix, Line.About about, List<Comparison> comparisons, List<Pair> pairs, Predicate<Pair> isSame) {
        List<Comparison> opposite = comparisons.stream().filter(Comparison::isOpposite).toList();
        long apart = opposite.stream().map(Comparison::pair).distinct().count();
        long same = pairs.stream().filter(isSame).count();
        TreeSet<Integer> people = new TreeSet<>();
        comparisons.stream().flatMap(each -> Stream.of(each.one(), each.other()))
                .forEach(side -> people.addAll(side.met().keySet()));
        long occasions = comparisons.stream().flatMap(each -> Stream.of(each.one(), each.other())).distinct()
                .mapToLong(Side::occasions).sum();
        Support support = new Support(Basis.STRUCTURE, occasions, people.size(), 0, prefix + "directions", List.of());
        String of = "pairs of priorities in which " + (about.kind().equals("all") ? "teams" : "both teams")
                + " can be compared: ";
        count(prefix, about, "opposite", apart, pairs.size(), people.size(), of + "opposite ones win", support,
                apart == 0 ? Strength.EXACT : Directions.strongest(opposite));
        count(prefix, about, "same", same, pairs.size(), people.size(), of + "the same one wins", support,
                Strength.EXACT);
        count(prefix, about, "undecided", pairs.size() - apart - same, pairs.size(), people.size(), of
                + "it is not decided which one wins", support, Strength.EXACT);
    }

    private void count(
            String prefix, Line.About about, String label, long some, long pairs, long people, String of,
            Support support, Strength strength) {
        lines.add(new Line(prefix + label, about, label, "window", Estimate.exact((double) some / pairs, Unit.SHARE,
                pairs, people, Grade.OBSERVED).withStrength(strength), of, support, null, List.of()));
    }

    /** How far two teams lie apart in a pair of which opposite ones win. */
    private void apart(String names, Comparison each) {
        Contrast one = each.one().share();
        Contrast other = each.other().share();
        Contrast difference = new Contrast(one.estimate() - other.estimate(), StrictMath.sqrt(one.standardError()
                * one.standardError() + other.standardError() * other.standardError()),
                Math.min(one.degreesOfFreedom(), other.degreesOfFreedom()));
        Interval interval = difference.interval();
        double value = interval.value();
        String id = apart(each);
        String first = priorities.get(each.pair().first());
        Side fewer = each.one().met().size() < each.other().met().size() ? each.one() : each.other();
        lines.add(new Line(id, new Line.About("teams", names), "apart: " + first + " over "
                + priorities.get(each.pair().second()), "window", new Estimate(value,
                Math.clamp(interval.low(), -1, value), Math.clamp(interval.high(), value, 1), Unit.SHARE,
                each.one().occasions() + each.other().occasions(), fewer.met().size(), Grade.OBSERVED, value, value,
                each.strength()), "occasions that " + first + " won in " + teams.get(each.one().team())
                + ", less those in " + teams.get(each.other().team()), new Support(Basis.ACTIVITY,
                Math.min(each.one().occasions(), each.other().occasions()), fewer.met().size(),
                Math.max(each.one().largest(), each.other().largest()), id, List.of(id)), null, List.of()));
    }
}
