package org.desireline.instrument.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.TrapMarks;
import org.desireline.instrument.contest.Contest.Kind;
import org.desireline.instrument.contest.Contest.Outcome;

/**
 * What could make starts look as if an order were followed, or not, for another reason than what people pick. Where one
 * of them is met, the index may suggest, but it shows nothing.
 *
 * <p>Three traps leave a mark in the record, those of {@link TrapMarks}. Items are alike here where they are of one
 * class on one desk: something about them that no rank tells, be it an obstacle or their size, may be behind the
 * third.
 */
final class Traps {

    private final ScoreSheet sheet;
    private final List<String> flags = new ArrayList<>();

    Traps(ScoreSheet sheet) {
        this.sheet = sheet;
        pushed();
        relabelled();
        passedOver();
    }

    /** A sentence for each trap that was met. */
    List<String> flags() {
        return flags;
    }

    private void pushed() {
        TrapMarks.push(sheet.outcomes(Setting.PULLED, Outcome.otherFamily), people(Kind.MIXED, Setting.PUSHED),
                sheet.starts()).ifPresent(flags::add);
    }

    private void relabelled() {
        TrapMarks.lateLabels(ScoreSheet.sum(sheet.sums(Contest.key(Kind.RELABELLED, Setting.RULES, 0, 0, 0, 0))),
                people(Kind.RELABELLED, Setting.RULES), sheet.outcomes(Setting.RULES, Outcome.mixed))
                .ifPresent(flags::add);
    }

    private int people(Kind kind, Setting setting) {
        return sheet.sums(Contest.key(kind, setting, 0, 0, 0, 0)).size();
    }

    private void passedOver() {
        Map<Integer, Long> won = sheet.sums(Contest.key(Kind.FRESH_WON, Setting.PULLED, 0, 0, 0, 0));
        long met = ScoreSheet.sum(sheet.sums(Contest.key(Kind.FRESH_MET, Setting.PULLED, 0, 0, 0, 0)));
        double[] observed = won.values().stream().mapToDouble(Long::doubleValue).toArray();
        TrapMarks.hiddenObstacles(observed, sheet.expected(Kind.FRESH_WON, Setting.PULLED), met,
                "of items of one class on one desk", "larger").ifPresent(flags::add);
    }
}
