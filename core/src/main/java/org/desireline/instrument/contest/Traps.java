package org.desireline.instrument.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.instrument.Trap;
import org.desireline.instrument.contest.Contest.Kind;
import org.desireline.instrument.contest.Contest.Outcome;
import org.desireline.instrument.contest.Contest.Setting;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Wilson;

/**
 * What could make starts look as if an order were followed, or not, for another reason than what people pick. Where one
 * of them is met, the index may suggest, but it shows nothing.
 *
 * <p>Three traps leave a mark in the record. Work that had just been assigned by somebody else describes whoever
 * assigns it. A priority that is set when work begins follows the work instead of leading it. And what could not be
 * started for an unrecorded reason is passed over again and again: among items of one class on one desk, those that
 * were passed over at the last start should have the same chance as those that were not; where they have less,
 * something about them that no rank tells keeps them from being started, be it an obstacle or their size.
 */
final class Traps {

    /** Shares of the starts, to be exceeded by the lower end of the interval. */
    private static final double PUSHED = 0.10;
    private static final double RELABELLED = 0.05;
    private static final int FEWEST_CHOICES = 30;
    private static final int FEWEST_ACTORS = 5;

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
        long pushed = sheet.outcomes(Setting.PULLED, Outcome.otherFamily);
        long starts = sheet.starts();
        if (starts > 0 && Wilson.interval(pushed, starts).low() > PUSHED) {
            flags.add(Trap.PUSH.flag(counted(Kind.MIXED, Setting.PUSHED, pushed, starts) + " starts had just been"
                    + " assigned by somebody else; they describe whoever assigns work"));
        }
    }

    private void relabelled() {
        long mixed = sheet.outcomes(Setting.RULES, Outcome.mixed);
        long late = ScoreSheet.sum(sheet.sums(Contest.key(Kind.RELABELLED, Setting.RULES, 0, 0, 0, 0)));
        if (mixed > 0 && Wilson.interval(late, mixed).low() > RELABELLED) {
            flags.add(Trap.LATE_LABELS.flag(counted(Kind.RELABELLED, Setting.RULES, late, mixed) + " choices were of"
                    + " something whose priority was changed within a day of its start; the label may have followed"
                    + " the work"));
        }
    }

    /** How many of how many, where five people or more stand behind the first. */
    private String counted(Kind kind, Setting setting, long some, long all) {
        boolean told = sheet.sums(Contest.key(kind, setting, 0, 0, 0, 0)).size() >= FEWEST_ACTORS;
        return told ? some + " of " + all : "many of " + all;
    }

    private void passedOver() {
        long met = ScoreSheet.sum(sheet.sums(Contest.key(Kind.FRESH_MET, Setting.PULLED, 0, 0, 0, 0)));
        RatioJackknife ratio = met < FEWEST_CHOICES ? null : sheet.ratio(Kind.FRESH_WON, Setting.PULLED);
        if (ratio != null && ratio.interval().low() > 1) {
            Interval interval = ratio.interval();
            flags.add(Trap.HIDDEN_OBSTACLES.flag(String.format(Locale.ROOT, "of items of one class on one desk,"
                    + " those that had not been passed over before were started %.2f times as often as chance has it"
                    + " (%.2f to %.2f, %d choices); the others may not have been free to start, or may be larger",
                    interval.value(), interval.low(), interval.high(), met)));
        }
    }
}
