package org.desireline.instrument.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.contest.Contest.Kind;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Unit;

/**
 * The pairs of classes that the order sets one above the other, and how often each of them competed; "these two never
 * competed" is an answer.
 */
final class PairLines {

    /** Beyond so many pairs only neighbours of the order are judged. */
    private static final int MOST_PAIRS = 15;

    private final ScoreSheet sheet;
    private final List<String> names;

    /**
     * Two classes of the order that is judged.
     *
     * @param above code of the one that is to win
     * @param below code of the other
     */
    record Pair(int above, int below) {}

    PairLines(ScoreSheet sheet) {
        this.sheet = sheet;
        this.names = sheet.frame().classes().names(Dimension.PRIORITY);
    }

    /** The pairs that are judged, of the classes that lay on any desk. */
    static List<Pair> judged(ScoreSheet sheet) {
        List<Integer> there = new ArrayList<>();
        for (int code = 0; code < sheet.score().judged; code++) {
            if (!sheet.sums(Contest.key(Kind.CLASS_SEEN, Setting.RULES, 0, code, 0, 0)).isEmpty()) {
                there.add(code);
            }
        }
        boolean all = there.size() * (there.size() - 1) / 2 <= MOST_PAIRS;
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            for (int j = i + 1; j < (all ? there.size() : Math.min(i + 2, there.size())); j++) {
                pairs.add(new Pair(there.get(i), there.get(j)));
            }
        }
        return pairs;
    }

    /** How the ids of a pair's lines begin. */
    static String prefix(List<String> names, int first, int second) {
        return "contest/priority/" + Line.idPart(names.get(first)) + "/over/" + Line.idPart(names.get(second));
    }

    /** Whom it rests on that something never came up: everybody who chose between ranks. */
    static Support never(ScoreSheet sheet, String cell) {
        Map<Integer, Long> people = sheet.mixed(Setting.RULES);
        return new Support(Support.Basis.STRUCTURE, ScoreSheet.sum(people), people.size(), 0, cell, List.of());
    }

    /** Adds how often each pair competed. */
    void add() {
        for (Pair pair : judged(sheet)) {
            String prefix = prefix(names, pair.above(), pair.below());
            Map<Integer, Long> people = sheet.sums(Contest.key(Kind.PAIR_MET, Setting.RULES, 0, pair.above(),
                    pair.below(), 0));
            long occasions = ScoreSheet.sum(people);
            // The cell is that of the pair's wins.
            Support support = occasions == 0 ? never(sheet, prefix + "/occasions")
                    : new Support(Support.Basis.ACTIVITY, occasions, people.size(), ScoreSheet.largest(people), prefix,
                            List.of());
            sheet.add(new Line(prefix + "/occasions",
                    new Line.About("pair", names.get(pair.above()) + " over " + names.get(pair.below())), "occasions",
                    "window", Estimate.exact((double) occasions, Unit.CHOICES, occasions,
                            occasions == 0 ? sheet.mixed(Setting.RULES).size() : people.size(), Grade.OBSERVED),
                    "occasions on which both were on the menu and one of them was started"
                            + (occasions == 0 ? "; these two never competed" : ""), support, null, List.of()));
            if (occasions > 0) {
                never(pair, prefix, people, support);
            }
        }
    }

    /**
     * How many opportunities one of the two had without ever being started first; 0 where each was at least once, so
     * that the line is there for every pair and its being there tells nothing.
     */
    private void never(Pair pair, String prefix, Map<Integer, Long> people, Support support) {
        long occasions = ScoreSheet.sum(people);
        long won = ScoreSheet.sum(sheet.sums(Contest.key(Kind.PAIR_WON, Setting.RULES, 0, pair.above(), pair.below(),
                0)));
        long without = won == 0 || won == occasions ? occasions : 0;
        sheet.add(new Line(prefix + "/neverChosen",
                new Line.About("pair", names.get(pair.above()) + " over " + names.get(pair.below())), "neverChosen",
                "window", Estimate.exact((double) without, Unit.CHOICES, occasions, people.size(), Grade.OBSERVED),
                "opportunities of the one of the two that was never started on any of them, whose chance is then at"
                        + " most 3 in so many; 0 where each was", support, null, List.of()));
    }
}
