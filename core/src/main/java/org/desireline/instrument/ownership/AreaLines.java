package org.desireline.instrument.ownership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.Top;
import org.desireline.instrument.ownership.Ownership.Kind;
import org.desireline.number.Contrast;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.AreaWeek.Told;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one area. Where too little is on record there is one line, which says so.
 *
 * <p>Bands of people rest on everybody who acts in the area, so that none is shown of fewer than five. Shares are made
 * of what people did: none is shown where one person makes up more than half.
 */
final class AreaLines {

    private static final int FEWEST_APPROVALS = 10;
    private static final double SOLE = 0.9;
    /** Of two owners each would know the other's part. */
    private static final int FEWEST_OWNERS = 3;
    private static final double MOST_UNCLEAR = 0.2;
    private static final int SOME = 2;
    private static final int MANY = 5;

    private final Area area;
    private final Dimension dimension;
    private final Line.About about;
    private final String prefix;
    private final Ownership.Count count;
    private final Frame frame;
    private final boolean teams;
    private final BitSet heard;
    private final Claims claims;
    private final Loads loads;
    private final SortedMap<Integer, Long> people;
    private final List<Line> lines = new ArrayList<>();

    AreaLines(
            Area area, String name, Dimension dimension, Ownership.Count count, Frame frame, boolean teams,
            BitSet heard, Claims claims, Loads loads) {
        this.area = area;
        this.dimension = dimension;
        this.about = new Line.About(dimension.label(), name);
        this.prefix = "ownership/" + dimension.label() + "/" + Line.idPart(name) + "/";
        this.count = count;
        this.frame = frame;
        this.teams = teams;
        this.heard = heard;
        this.claims = claims;
        this.loads = loads;
        this.people = area.people();
    }

    List<Line> lines() {
        String lack = area.lack();
        if (lack != null) {
            Support few = structure("agreement", area.items());
            lines.add(new Line(prefix + (teams ? "agreement" : "declaredShare"), about, teams ? "agreement"
                    : "declaredShare", "window", null, "touches", few, lack, List.of()));
            if (teams && area.hasItems()) {
                orphan();
            }
            return lines;
        }
        if (teams) {
            agreement();
            nobodys();
            absent();
            contested();
            orphan();
            overloaded();
            spread();
        }
        declared();
        concentration();
        approvals();
        return lines;
    }

    private Support structure(String label, long items) {
        return new Support(Basis.STRUCTURE, items, area.population.size(), 0, prefix + label, List.of());
    }

    /** What rests on everybody who acts, but on none of them more than on the others. */
    private Support band(String label, long items) {
        return new Support(Basis.STRUCTURE, items, people.size(), 0, prefix + label, List.of());
    }

    private Support activity(String label, SortedMap<Integer, Long> of) {
        return new Support(Basis.ACTIVITY, area.items(), of.size(), Area.largest(of), prefix + label, List.of());
    }

    private void add(String label, Estimate estimate, String of, Support support, List<Evidence> evidence) {
        lines.add(new Line(prefix + label, about, label, "window", estimate, of, support, null, evidence));
    }

    private static Estimate share(
            Map<Integer, Long> numerators, Map<Integer, Long> denominators, @Nullable RatioJackknife ratio) {
        long all = Area.sum(denominators.values());
        double value = (double) Area.sum(numerators.values()) / all;
        Interval interval = ratio == null ? new Interval(value, 0, 1) : ratio.interval();
        return new Estimate(value, Math.clamp(interval.low(), 0, value), Math.clamp(interval.high(), value, 1),
                Unit.SHARE, all, denominators.size(), Grade.OBSERVED, value, value, Strength.EXACT);
    }

    private String team(int code) {
        return code == Ownership.NO_TEAM ? "nobody" : frame.classes().names(Dimension.TEAM).get(code);
    }

    private void agreement() {
        int owner = area.owner();
        if (owner != Ownership.NO_TEAM && !heard.get(owner)) {
            lines.add(new Line(prefix + "agreement", about, "agreement", "window", null, "touches by the team that its"
                    + " items were declared to belong to: " + team(owner), structure("agreement", area.items()),
                    "no members of the declared team are known", List.of()));
            return;
        }
        String whose = owner == Ownership.NO_TEAM ? "touches by whoever most items were declared to belong to: to no"
                + " team" : "touches by the team that its items were declared to belong to: " + team(owner);
        SortedMap<Integer, Long> own = area.byOwner();
        add("agreement", share(own, people, Area.ratio(own, people)), whose, activity("agreement", people),
                evidence(count.lain, "lay there for"));
        Integer other = area.largestOther();
        if (other != null) {
            SortedMap<Integer, Long> others = area.byOther(other);
            add("otherTeam", share(others, people, Area.ratio(others, people)),
                    "touches by the largest other team: " + team(other), activity("otherTeam", people), List.of());
        }
    }

    private void nobodys() {
        add("nobodys", Estimate.exact((double) area.nobodys() / area.items(), Unit.SHARE, area.items(),
                area.population.size(), Grade.OBSERVED), "items that were declared to be no team's",
                structure("nobodys", area.items()), List.of());
    }

    private void absent() {
        Claims.Shares absence = claims.absence(area);
        if (absence != null) {
            Interval interval = absence.ratio().interval();
            add("absent", new Estimate(interval.value(), Math.clamp(interval.low(), -1, interval.value()),
                    Math.clamp(interval.high(), interval.value(), 1), Unit.SHARE, Area.sum(people.values()),
                    people.size(), Grade.OBSERVED, interval.value(), interval.value(), absence.strength()),
                    "touches by " + team(absence.other()) + ", less those by the declared team, "
                            + team(area.owner()), activity("absent", people), List.of());
        }
    }

    private void contested() {
        Claims.Shares contest = claims.contest(area);
        if (contest != null) {
            SortedMap<Integer, Long> second = area.byTeam(contest.other());
            add("contested", share(second, people, contest.ratio()).withStrength(contest.strength()),
                    "touches by the team with the second most: " + team(contest.other()),
                    activity("contested", people), List.of());
            long changes = area.sum(Kind.HAND_OVERS, 0);
            add("handOvers", Estimate.exact(10.0 * changes / area.items(), Unit.INDEX, area.items(),
                    area.population.size(), Grade.OBSERVED), "times that an item went from one team to another, in ten"
                    + " items", structure("handOvers", area.items()), List.of());
        }
    }

    private void orphan() {
        Claims.Lain lain = claims.lain(area);
        if (lain != null) {
            long items = area.sum(Kind.LAIN, 0);
            Support support = structure("ownerlessHours", items);
            add("ownerlessHours", hours(lain.hours(), items), "elapsed hours that an item lay without an owner, the"
                    + " mean", support, evidence(count.ownerless, "without an owner for"));
            add("ownerlessElsewhere", hours(lain.elsewhere(), items), "elapsed hours that an item of all other "
                    + dimension.plural() + " lay without an owner, the mean", support, List.of());
            Contrast excess = lain.excess();
            if (excess != null) {
                Interval interval = excess.interval();
                add("orphanHours", new Estimate(interval.value(), interval.low(), interval.high(), Unit.HOURS, items,
                        area.population.size(), Grade.OBSERVED, interval.value(), interval.value(), lain.strength()),
                        "hours that an item lay without an owner, less twice those of all other "
                                + dimension.plural(), support, evidence(count.ownerless, "without an owner for"));
            }
        }
        Claims.Silence silence = claims.silenceOf(area);
        if (silence != null) {
            long weeks = (long) count.weeks.length() - count.weeks.nextSetBit(0);
            double run = (double) silence.run() / weeks;
            add("silentWeeks", new Estimate(run, run, run, Unit.SHARE, weeks, area.population.size(), Grade.OBSERVED,
                    run, run, silence.strength()), "weeks of one run without a touch by " + team(area.owner())
                    + " while three items or more waited", structure("silentWeeks", area.items()), List.of());
            add("quietWeeks", Estimate.exact((double) silence.quiet() / weeks, Unit.SHARE, weeks,
                    area.population.size(), Grade.OBSERVED), "weeks without a touch by " + team(area.owner())
                    + " in which fewer than three items waited: no demand", structure("quietWeeks", area.items()),
                    List.of());
        }
    }

    /** The ledger's own figure, shown or withheld with it; here it is held against a half. */
    private void overloaded() {
        Loads.Load load = loads.of(area);
        Line line = load == null ? null : load.line();
        if (load != null && line != null && line.estimate() != null) {
            add("overloaded", line.estimate().withStrength(load.strength()), line.of(), line.support(),
                    line.evidence());
        } else if (load != null) {
            lines.add(new Line(prefix + "overloaded", about, "overloaded", "window", null, "waiting hours on calendar",
                    structure("overloaded", area.items()), load.lack(), List.of()));
        }
    }

    private Estimate hours(double value, long items) {
        return Estimate.exact(value, Unit.HOURS, items, area.population.size(), Grade.OBSERVED);
    }

    /** How evenly teams share the area. */
    private void spread() {
        List<Integer> active = area.teams();
        long all = active.stream().mapToLong(team -> Area.sum(area.byTeam(team).values())).sum();
        if (all < 2) {
            return;
        }
        double entropy = 0;
        double pairs = 0;
        TreeMap<Integer, Long> members = new TreeMap<>();
        for (int team : active) {
            SortedMap<Integer, Long> own = area.byTeam(team);
            double n = Area.sum(own.values());
            entropy -= n / all * StrictMath.log(n / all);
            pairs += n * (n - 1);
            own.forEach((who, touches) -> members.merge(who, touches, Long::sum));
        }
        double squares = members.values().stream().mapToDouble(n -> (double) n * n).sum();
        double effective = (double) all * all / squares;
        double corrected = StrictMath.exp(entropy + (active.size() - 1) / (2 * effective));
        add("effectiveTeams", Estimate.exact(Math.min(corrected, active.size()), Unit.INDEX, all, members.size(),
                Grade.OBSERVED), "teams, as many as share the touches evenly would be as uncertain",
                activity("effectiveTeams", members), List.of());
        add("teamConcentration", Estimate.exact(pairs / ((double) all * (all - 1)), Unit.INDEX, all, members.size(),
                Grade.OBSERVED), "the chance that two touches are of one team: Herfindahl's index without bias",
                activity("effectiveTeams", members), List.of());
    }

    /** What a repository says of who made the commits. */
    private void declared() {
        SortedMap<Integer, Long> owner = area.of(Kind.DECLARED, Told.OWNER.ordinal());
        TreeMap<Integer, Long> known = new TreeMap<>(owner);
        area.of(Kind.DECLARED, Told.OTHER.ordinal()).forEach((who, n) -> known.merge(who, n, Long::sum));
        long unclear = area.sum(Kind.DECLARED, Told.UNCLEAR.ordinal());
        long nobody = area.sum(Kind.DECLARED, Told.NONE.ordinal());
        TreeMap<Integer, Long> all = new TreeMap<>(known);
        area.of(Kind.DECLARED, Told.UNCLEAR.ordinal()).forEach((who, n) -> all.merge(who, n, Long::sum));
        area.of(Kind.DECLARED, Told.NONE.ordinal()).forEach((who, n) -> all.merge(who, n, Long::sum));
        if (!known.isEmpty()) {
            declaredShare(owner, known, unclear);
        }
        if (!all.isEmpty()) {
            long n = Area.sum(all.values());
            add("declaredUnclear", Estimate.exact((double) unclear / n, Unit.SHARE, n, all.size(), Grade.OBSERVED),
                    "commits of which it cannot be told whether a declared owner made them", band("declaredUnclear",
                            area.items()), List.of());
            add("declaredNobody", Estimate.exact((double) nobody / n, Unit.SHARE, n, all.size(), Grade.OBSERVED),
                    "commits to what the repository declares nobody to own", band("declaredNobody", area.items()),
                    List.of());
        }
    }

    /** The share of declared owners; its range is what it would be if all, or none, of what is unclear were theirs. */
    private void declaredShare(SortedMap<Integer, Long> owner, SortedMap<Integer, Long> known, long unclear) {
        String of = "commits by whoever the repository declared to own what was changed, of those of whom it can be"
                + " told";
        double n = Area.sum(known.values());
        double own = Area.sum(owner.values());
        String lack = unclear > MOST_UNCLEAR * (n + unclear) ? String.format(Locale.ROOT, "of %.0f %% of the commits"
                + " it cannot be told whether a declared owner made them", Math.floor(100 * unclear / (n + unclear)))
                : owner.size() < FEWEST_OWNERS ? "fewer than " + FEWEST_OWNERS + " declared owners committed: it would"
                        + " be a figure of one of them" : null;
        if (lack != null) {
            lines.add(new Line(prefix + "declaredShare", about, "declaredShare", "window", null, of,
                    structure("declaredShare", area.items()), lack, List.of()));
        } else {
            add("declaredShare", share(owner, known, Area.ratio(owner, known)).withSensitivity(own / (n + unclear),
                    (own + unclear) / (n + unclear)), of, activity("declaredShare", known),
                    evidence(count.lain, "lay there for"));
        }
    }

    private void concentration() {
        int carriers = area.carriers();
        int low = carriers < SOME ? 1 : carriers < MANY ? SOME : MANY;
        int high = carriers >= SOME && carriers < MANY ? MANY - 1 : low;
        String words = carriers < SOME ? "fewer than 2 people carry 80 % of the touches"
                : carriers < MANY ? "2 to 4 people carry 80 % of the touches"
                : "5 people or more carry 80 % of the touches";
        add("concentration", new Estimate(low, low, high, Unit.INDEX, Area.sum(people.values()), people.size(),
                Grade.OBSERVED, low, low, Strength.EXACT), words, band("concentration", area.items()), List.of());
    }

    private void approvals() {
        SortedMap<Integer, Long> approvals = area.of(Kind.APPROVALS, 0);
        long all = Area.sum(approvals.values());
        if (all >= FEWEST_APPROVALS) {
            boolean sole = Area.largest(approvals) >= SOLE;
            add("approvers", Estimate.exact(sole ? 1 : SOME, Unit.INDEX, all, people.size(), Grade.OBSERVED),
                    sole ? "one approver: one person gave 90 % of the approvals or more" : "several approvers",
                    band("approvers", all), List.of());
        }
    }

    private List<Evidence> evidence(Map<Integer, Top> tops, String what) {
        Top top = tops.get(area.code);
        return top == null ? List.of() : top.cases().stream().map(each -> new Evidence(each.key(),
                Instant.ofEpochMilli(each.atMillis()).atZone(frame.charter().week().zone()).toLocalDate().toString(),
                String.format(Locale.ROOT, "%s %.0f h in the window; created", what,
                        each.weight() / Statement.HOUR_MILLIS), List.of(), List.of())).toList();
    }
}
