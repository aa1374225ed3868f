package org.desireline.instrument;

import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.journal.Journal;
import org.desireline.part.AreaStock;
import org.desireline.part.AreaWeek;
import org.desireline.part.Assembly;

/** Areas as they are read, in the words of the oracles. */
final class AreaTexts {

    private static final int SHARDS = 3;

    private final Journal journal;
    private final Assembly assembly;

    AreaTexts(Journal journal, Assembly assembly) {
        this.journal = journal;
        this.assembly = assembly;
    }

    Map<String, String> weeks() {
        Map<String, String> texts = new TreeMap<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            assembly.parts(AreaWeek.class, shard, SHARDS, week -> put(texts, journal.actorToken(week.actor()) + " as "
                    + team(week.team()) + " in " + place(week.dimension(), week.area(), week.owner()) + " from "
                    + week.weekMillis(), text(week)));
        }
        return texts;
    }

    Map<String, String> stocks() {
        Map<String, String> texts = new TreeMap<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            assembly.parts(AreaStock.class, shard, SHARDS, stock -> put(texts, place(stock.dimension(), stock.area(),
                    stock.owner()) + " from " + stock.weekMillis(), text(stock)));
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String key, String text) {
        if (texts.put(key, text) != null) {
            throw new AssertionError("two parts of " + key);
        }
    }

    private static String text(AreaWeek week) {
        StringBuilder text = new StringBuilder((week.inWindow() ? "inside " : "outside ") + week.touches());
        for (long told : week.declared()) {
            text.append(' ').append(told);
        }
        return text.append(' ').append(week.approvals()).append(' ').append(week.millis()).append(' ')
                .append(week.onCalendarMillis()).toString();
    }

    private static String text(AreaStock stock) {
        return (stock.inWindow() ? "inside " : "outside ") + stock.items() + " " + stock.open() + " "
                + stock.waiting() + " " + stock.parked() + " " + stock.handOvers();
    }

    private String place(Dimension dimension, int area, int owner) {
        return assembly.frame().classes().names(dimension).get(area) + " of " + team(owner);
    }

    private String team(int code) {
        return code < 0 ? "none" : assembly.frame().classes().names(Dimension.TEAM).get(code);
    }
}
