package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;

/**
 * The effect of priority team by team, beside that of all: where teams differ in what lies on their desks, the whole
 * can say what no team does (Simpson 1951, "The interpretation of interaction in contingency tables"). Described,
 * never claimed.
 */
final class Teams {

    private final Question question;
    private final String prefix;
    private final TreeMap<Integer, Design> designs = new TreeMap<>();
    private final TreeMap<Integer, Interval> effects = new TreeMap<>();

    Teams(Question question, String prefix) {
        this.question = question;
        this.prefix = prefix;
        int column = question.column(Trait.PRIORITY);
        if (column < 0 || question.frame().classes().named(Dimension.TEAM) == 0) {
            return;
        }
        TreeMap<Integer, List<Decision>> byTeam = new TreeMap<>();
        question.main().decisions().forEach(decision ->
                byTeam.computeIfAbsent(decision.team(), id -> new ArrayList<>()).add(decision));
        byTeam.forEach((team, decisions) -> {
            Design design = Design.of(decisions, Setting.RULES);
            designs.put(team, design);
            if (question.carries(design)) {
                effects.put(team, Fit.of(design, question.columns()).effect(column).interval());
            }
        });
    }

    /** A line a team; one of a team that may not be told stands in their table, so that the publisher hides it. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<String> names = question.frame().classes().names(Dimension.TEAM);
        designs.forEach((team, design) -> {
            boolean told = effects.containsKey(team);
            boolean few = design.people() < Question.fewestPeople() || design.largestShare() > 1.0 / 2;
            if (told || few) {
                String id = prefix + "team/" + Line.idPart(names.get(team)) + "/priority/effect";
                Support support = new Support(Support.Basis.ACTIVITY, design.size(), design.people(),
                        design.largestShare(), id, List.of(prefix + "teams"));
                Interval effect = effects.getOrDefault(team, new Interval(0, 0, 0));
                lines.add(new Line(id, new Line.About(Dimension.TEAM.label(), names.get(team)), "effect", "window",
                        new Estimate(effect.value(), effect.low(), effect.high(), Unit.LOG_ODDS, design.size(),
                                design.people(), told ? Grade.OBSERVED : Grade.AMBIGUOUS, effect.value(),
                                effect.value(), Strength.CANNOT_TELL),
                        "log-odds of a typical step in declared importance, in this team", support, null, List.of()));
            }
        });
        return lines;
    }

    /** Says so where the teams, taken together, contradict the whole. */
    List<String> flags() {
        int column = question.column(Trait.PRIORITY);
        if (column < 0 || effects.size() < 2) {
            return List.of();
        }
        double weights = 0;
        double sum = 0;
        for (Interval effect : effects.values()) {
            double width = effect.high() - effect.low();
            weights += 1 / (width * width);
            sum += effect.value() / (width * width);
        }
        double within = sum / weights;
        Interval whole = question.fit().effect(column).interval();
        return within >= whole.low() && within <= whole.high() ? List.of() : List.of(String.format(Locale.ROOT,
                "teams differ in what lies on their desks: the effect of priority is %.2f within %s on average and"
                        + " %.2f over all of them; both are shown", within,
                effects.size() + " " + Dimension.TEAM.plural(), whole.value()));
    }
}
