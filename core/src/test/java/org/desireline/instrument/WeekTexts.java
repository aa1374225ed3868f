package org.desireline.instrument;

import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.journal.Journal;
import org.desireline.part.ActorWeek;
import org.desireline.part.Assembly;
import org.desireline.part.Effort;
import org.desireline.part.TeamWeek;
import org.desireline.part.WeekOracle;

/** Weeks as they are read, in the words of the oracles. */
final class WeekTexts {

    /** Whole hours by which the working week is moved for a try. */
    private static final int MOVED = WeekOracle.MOVED;

    private final Journal journal;
    private final Assembly assembly;

    WeekTexts(Journal journal, Assembly assembly) {
        this.journal = journal;
        this.assembly = assembly;
    }

    Map<String, String> actorWeeks() {
        Map<String, String> texts = new TreeMap<>();
        for (int shard = 0; shard < 3; shard++) {
            assembly.actorWeeks(shard, 3, week -> put(texts, journal.actorToken(week.actor()), week.weekMillis(),
                    text(week)));
        }
        return texts;
    }

    Map<String, String> teamWeeks() {
        Map<String, String> texts = new TreeMap<>();
        for (int shard = 0; shard < 3; shard++) {
            assembly.teamWeeks(shard, 3, week -> put(texts, week.team() == TeamWeek.WHOLE ? "the whole"
                    : name(Dimension.TEAM, week.team()), week.weekMillis(), text(week)));
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String whose, long monday, String text) {
        if (texts.put(whose + " in the week of " + monday, text) != null) {
            throw new AssertionError("two weeks of " + whose + " from " + monday);
        }
    }

    private String text(ActorWeek week) {
        return (week.inWindow() ? "inside " : "outside ")
                + (week.team() == TeamWeek.NONE ? "none" : name(Dimension.TEAM, week.team())) + ", all "
                + effort(week.all()) + ", calm " + effort(week.calm()) + ", " + week.onCalendarMillis()
                + " on calendar, " + week.outsideMillis() + " outside, "
                + week.dated().millis() + " dated, " + week.dated().outsideMillis(0) + " of it outside, "
                + week.dated().outsideMillis(MOVED) + " moved";
    }

    private String text(TeamWeek week) {
        TreeMap<String, Long> counts = new TreeMap<>();
        count(counts, "arrived", week.arrivals());
        count(counts, "finished", week.finished());
        count(counts, "wip", week.wip());
        return (week.inWindow() ? "inside " : "outside ") + week.regime() + " " + counts + " by "
                + effort(week.effort()) + " of " + week.actors();
    }

    private void count(Map<String, Long> counts, String what, long[][] items) {
        for (Dimension dimension : Dimension.values()) {
            for (int code = 0; code < items[dimension.ordinal()].length; code++) {
                if (items[dimension.ordinal()][code] != 0) {
                    counts.put(what + " " + dimension + " " + name(dimension, code),
                            items[dimension.ordinal()][code]);
                }
            }
        }
    }

    private String effort(Effort effort) {
        TreeMap<String, String> sums = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            for (int code = 0; code < effort.millis()[dimension.ordinal()].length; code++) {
                long millis = effort.millis()[dimension.ordinal()][code];
                long touches = effort.touches()[dimension.ordinal()][code];
                if (millis != 0 || touches != 0) {
                    sums.put(dimension + " " + name(dimension, code), millis + "/" + touches);
                }
            }
        }
        StringBuilder text = new StringBuilder();
        sums.forEach((key, sum) -> text.append(key).append('=').append(sum).append(' '));
        return text.toString();
    }

    private String name(Dimension dimension, int code) {
        return assembly.frame().classes().names(dimension).get(code);
    }
}
