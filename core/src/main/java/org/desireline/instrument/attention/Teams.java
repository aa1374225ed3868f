package org.desireline.instrument.attention;

import java.util.List;
import java.util.SortedMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.attention.Attention.Kind;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;

/**
 * What the members of each declared team gave their attention to, by priority. A team belongs to a week as it was when
 * the week began. Teams that are too small have their lines too, so that the publisher can hide what would bare them.
 */
final class Teams {

    private static final int PRIORITY = Dimension.PRIORITY.ordinal();

    private final Digest digest;

    Teams(Digest digest) {
        this.digest = digest;
    }

    /** The additive table of a priority's touches: all teams, and the whole. */
    static String table(String priority) {
        return "attention/priority/" + Line.idPart(priority) + "/byTeam";
    }

    void all() {
        List<String> teams = digest.frame.classes().names(Dimension.TEAM);
        for (int team = 0; team < teams.size() && digest.count.noTeam >= 0; team++) {
            team(team, teams.get(team));
        }
    }

    private void team(int team, String name) {
        List<String> priorities = digest.frame.classes().names(Dimension.PRIORITY);
        Weekly weekly = digest.weekly(Kind.TOUCHES, team, PRIORITY);
        for (int code : weekly.codes()) {
            SortedMap<Integer, Long> people = digest.people(Kind.TOUCHES, team, PRIORITY, code);
            String prefix = "attention/team/" + Line.idPart(name) + "/priority/"
                    + Line.idPart(priorities.get(code)) + "/";
            Support support = new Support(Basis.ACTIVITY, weekly.sum(code), people.size(), Digest.largest(people),
                    prefix + "touches", List.of("attention/team/" + Line.idPart(name) + "/byPriority",
                            table(priorities.get(code))));
            digest.add(prefix, new Line.About("team", name), "touches", estimate(weekly, code, people.size()),
                    "touches of the team's members in a week that went to " + priorities.get(code) + ", the mean of "
                            + weekly.size() + " weeks", support, List.of());
        }
    }

    /** The mean share; of too few weeks it says nothing. */
    private static Estimate estimate(Weekly weekly, int code, long actors) {
        double[] shares = weekly.shares(code);
        boolean enough = Weekly.isEnough(shares);
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        Interval mean = enough ? Weekly.mean(shares).interval() : new Interval(sum / shares.length, 0, 1);
        double value = Math.min(1, mean.value());
        return new Estimate(value, Math.clamp(mean.low(), 0, value), Math.clamp(mean.high(), value, 1), Unit.SHARE,
                weekly.sum(code), actors, Grade.OBSERVED, value, value,
                enough ? Strength.EXACT : Strength.CANNOT_TELL);
    }
}
