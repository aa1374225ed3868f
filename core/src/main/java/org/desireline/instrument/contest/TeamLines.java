package org.desireline.instrument.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.contest.PairLines.Pair;
import org.desireline.number.Contrast;
import org.desireline.number.EmpiricalBayes;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;

/**
 * What classes are worth team by team, each team drawn towards what all have in common, the more so the less it knows
 * itself.
 *
 * <p>A team's choices are those of its items, out of its items: what else lay on the desk is left out, so that a team
 * with more work of a class does not seem to prefer it. Nothing is claimed of a team. Teams of fewer than five people,
 * or where a few made most of the choices, count in the whole only, and that is said.
 */
final class TeamLines {

    private static final int FEWEST_OCCASIONS = 10;

    private final ScoreSheet sheet;
    private final int classes;

    TeamLines(ScoreSheet sheet) {
        this.sheet = sheet;
        this.classes = sheet.score().ranks;
    }

    /** A team's own estimate. */
    private record Own(int team, Contrast contrast, Map<Integer, Long> met) {}

    /** Adds the lines of some pairs. */
    void add(List<Pair> pairs) {
        List<Worth> teams = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        int small = 0;
        for (int team = 0; team < sheet.frame().classes().named(Dimension.TEAM); team++) {
            Ballots ballots = new Ballots(sheet.score().decisions, Setting.RULES, team);
            if (WorthLines.isSpread(ballots.people())) {
                teams.add(Worth.of(ballots, classes));
                codes.add(team);
            } else if (!ballots.people().isEmpty()) {
                small++;
            }
        }
        if (small > 0) {
            sheet.flag("teams: in " + small + " of them fewer than " + ScoreSheet.FEWEST_ACTORS
                    + " people chose between priorities, or a few made most of the choices; they count in the whole"
                    + " only");
        }
        for (Pair pair : pairs) {
            List<Own> own = new ArrayList<>();
            for (int i = 0; i < teams.size(); i++) {
                Contrast contrast = teams.get(i).of(pair);
                Map<Integer, Long> met = teams.get(i).ballots().met(pair);
                if (contrast != null && WorthLines.isTold(met) && ScoreSheet.sum(met) >= FEWEST_OCCASIONS) {
                    own.add(new Own(codes.get(i), contrast, met));
                }
            }
            if (!own.isEmpty()) {
                lines(pair, own);
            }
        }
    }

    private void lines(Pair pair, List<Own> teams) {
        EmpiricalBayes together = EmpiricalBayes.of(
                teams.stream().mapToDouble(own -> own.contrast().estimate()).toArray(),
                teams.stream().mapToDouble(own -> own.contrast().standardError()).toArray());
        List<String> names = sheet.frame().classes().names(Dimension.PRIORITY);
        for (int i = 0; i < teams.size(); i++) {
            Own own = teams.get(i);
            String team = sheet.frame().classes().names(Dimension.TEAM).get(own.team());
            String id = "contest/team/" + Line.idPart(team)
                    + PairLines.prefix(names, pair.above(), pair.below()).substring("contest".length());
            Interval interval = new Contrast(together.drawn().get(i).value(), together.errors()[i],
                    own.contrast().degreesOfFreedom()).interval();
            long occasions = ScoreSheet.sum(own.met());
            Estimate estimate = new Estimate(interval.value(), interval.low(), interval.high(), Unit.LOG_ODDS,
                    occasions, own.met().size(), Grade.OBSERVED, interval.value(), interval.value(),
                    Strength.CANNOT_TELL)
                    .withSensitivity(own.contrast().estimate(), own.contrast().estimate());
            sheet.add(new Line(id + "/worth", new Line.About("team", team), "worth: "
                    + names.get(pair.above()) + " over " + names.get(pair.below()), "window", estimate,
                    "difference of worth among the team's items, drawn towards all teams; its own is in the range",
                    new Support(Support.Basis.ACTIVITY, occasions, own.met().size(), ScoreSheet.largest(own.met()),
                            id, List.of()), null, List.of()));
        }
    }
}
