package org.desireline.instrument.intent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.intent.Accord.Clauses;
import org.desireline.instrument.intent.Accord.Count;
import org.desireline.instrument.intent.Accord.Difference;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Unit;
import org.desireline.part.Clause;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/** Makes the lines of what charters say otherwise: how many of how many, and where each is written. */
final class Differences {

    private static final int MOST_EVIDENCE = 20;
    private static final String ALL = "all";

    /**
     * A line.
     *
     * @param kind what is counted
     * @param label what the count is called
     * @param of of what it is a part
     */
    private record Sort(Clause.Kind kind, String label, String of) {}

    /** What is counted of each team's charter, and of all of them together. */
    private static final List<Sort> OF_TEAMS = List.of(
            new Sort(Clause.Kind.PAIR, "orders/reversed", "pairs of priorities that both charters declare"),
            new Sort(Clause.Kind.RULE, "rules/contradicted",
                    "tradeoff rules of teams between priorities that the organisation declares"),
            new Sort(Clause.Kind.PRIORITY, "priorities/absent", "priorities of the organisation, team by team"),
            new Sort(Clause.Kind.OWN_PRIORITY, "priorities/own", "priorities of teams' charters"));

    private final Count count;
    private final Grade grade;
    private final List<Line> lines = new ArrayList<>();

    Differences(Count count, Frame frame) {
        this.count = count;
        this.grade = frame.charter().intent().sides().all().get(0).version().assumed() ? Grade.ASSUMED
                : Grade.OBSERVED;
    }

    List<Line> lines() {
        EnumMap<Clause.Kind, Clauses> all = new EnumMap<>(Clause.Kind.class);
        for (Map.Entry<String, EnumMap<Clause.Kind, Clauses>> team : count.clauses.entrySet()) {
            if (!team.getKey().isEmpty()) {
                team.getValue().forEach((kind, clauses) ->
                        all.computeIfAbsent(kind, none -> new Clauses()).add(clauses));
                OF_TEAMS.forEach(sort -> add("team", team.getKey(), sort, team.getValue().get(sort.kind())));
            }
        }
        for (Sort sort : OF_TEAMS) {
            if (all.isEmpty()) {
                withhold(sort, "no team has a charter of its own; needs teams/NAME.yaml");
            } else {
                add(ALL, ALL, sort, all.get(sort.kind()));
            }
        }
        areas(count.clauses.getOrDefault("", new EnumMap<>(Clause.Kind.class)));
        return lines;
    }

    private void areas(Map<Clause.Kind, Clauses> own) {
        Sort twice = new Sort(Clause.Kind.CLAIM, "areas/claimedTwice", "areas that teams claim");
        Clauses components = own.get(Clause.Kind.COMPONENT);
        Sort none = new Sort(Clause.Kind.COMPONENT, "areas/unclaimed", components != null && components.written == 0
                ? "components of items in the window, as far as they are told apart"
                : "components that priorities of the organisation include");
        Clauses claimed = own.get(Clause.Kind.CLAIM);
        if (claimed == null) {
            for (Sort sort : List.of(twice, none)) {
                withhold(sort, "no team claims an area; needs 'owns' of a team");
            }
            return;
        }
        add(ALL, ALL, twice, claimed);
        if (components == null) {
            withhold(none, "neither the data nor the charter name a component; needs components");
        } else {
            add(ALL, ALL, none, components);
        }
    }

    private void withhold(Sort sort, String lack) {
        lines.add(new Line(id(ALL, ALL, sort), new Line.About(ALL, ALL), sort.label(), "window", null, sort.of(),
                support(id(ALL, ALL, sort), 0), "Not enough evidence: " + lack + ".", List.of()));
    }

    private static String id(String kind, String name, Sort sort) {
        return Accord.NAME + "/" + kind + "/" + Line.idPart(name) + "/" + sort.label();
    }

    private static Support support(String id, long n) {
        return new Support(Support.Basis.DECLARED, n, 0, 0, id, List.of());
    }

    /** A count; that of no clause at all is 0 of 0. */
    private void add(String kind, String name, Sort sort, @Nullable Clauses clauses) {
        Clauses some = clauses == null ? new Clauses() : clauses;
        String id = id(kind, name, sort);
        lines.add(new Line(id, new Line.About(kind, name), sort.label(), "window",
                Estimate.exact(some.differences.size(), Unit.TIMES, some.compared, 0, grade), sort.of(),
                support(id, some.compared), null, some.differences.stream().limit(MOST_EVIDENCE)
                        .map(Differences::evidence).toList()));
    }

    private static Evidence evidence(Difference difference) {
        return new Evidence(difference.what(), difference.day(), difference.because(), difference.places().isEmpty()
                ? List.of() : List.of(difference.places().split("\n", -1)), List.of());
    }
}
