package org.desireline.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desireline.time.Span;
import org.desireline.time.Spans;

/**
 * Weekly calendars found in a log: the quarters of an hour of a week, in UTC, in which somebody used to begin or end
 * things. A quarter counts if on a tenth of the weekdays on which one of the activities was done, it was done in that
 * quarter; if what counts holds less than seven tenths of somebody's records, the quarters with most records follow.
 */
public final class Habits {

    private static final long QUARTER = 15L * 60_000;
    private static final long DAY = 24L * 3_600_000;
    /** 1970-01-01 was a Thursday, the fourth day of a week that begins with Monday. */
    private static final int THURSDAY = 3;

    /** What is known of one resource. */
    private static final class Presence {
        /** By quarter of the day, then by weekday; in the order in which they were first seen. */
        private final Map<Integer, Map<Integer, Quarter>> quarters = new LinkedHashMap<>();
        /** By weekday and activity, the days on which it was done. */
        private final Map<String, Set<Long>> days = new HashMap<>();
        private long marks;
    }

    /** A quarter of an hour of a week. */
    private static final class Quarter {
        private final int weekday;
        private final int ofDay;
        /** By activity, the days on which it was done in this quarter. */
        private final Map<String, Set<Long>> days = new HashMap<>();
        private long marks;

        Quarter(int weekday, int ofDay) {
            this.weekday = weekday;
            this.ofDay = ofDay;
        }
    }

    private final Map<String, Presence> presences = new LinkedHashMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    public Habits(ActivityLog log) {
        for (int i = 0; i < log.size(); i++) {
            ActivityLog.Row row = log.row(i);
            mark(row.resource(), row.activity(), row.startMillis());
            mark(row.resource(), row.activity(), row.endMillis());
        }
    }

    private void mark(String resource, String activity, long at) {
        long day = Math.floorDiv(at, DAY);
        int weekday = Math.floorMod(day + THURSDAY, 7);
        int quarter = (int) (Math.floorMod(at, DAY) / QUARTER);
        Presence presence = presences.computeIfAbsent(resource, name -> new Presence());
        presence.marks++;
        presence.days.computeIfAbsent(weekday + activity, name -> new HashSet<>()).add(day);
        Quarter one = presence.quarters.computeIfAbsent(quarter, name -> new LinkedHashMap<>())
                .computeIfAbsent(weekday, name -> new Quarter(weekday, quarter));
        one.marks++;
        one.days.computeIfAbsent(activity, name -> new HashSet<>()).add(day);
        first = Math.min(first, day);
        last = Math.max(last, day);
    }

    /** When a resource used to work. */
    public Spans of(String resource) {
        return of(resource, DAY);
    }

    /**
     * When a resource used to work.
     *
     * @param dayEnds the millisecond of the day at which its last quarter ends
     */
    public Spans of(String resource, long dayEnds) {
        boolean[][] works = works(presences.get(resource));
        List<Span> spans = new ArrayList<>();
        for (long day = first; day <= last; day++) {
            boolean[] quarters = works[Math.floorMod(day + THURSDAY, 7)];
            for (int quarter = 0; quarter < quarters.length; quarter++) {
                if (quarters[quarter]) {
                    spans.add(new Span(day * DAY + quarter * QUARTER,
                            day * DAY + Math.min(dayEnds, (quarter + 1) * QUARTER)));
                }
            }
        }
        return Spans.union(spans);
    }

    /** By weekday and quarter of the day. */
    private static boolean[][] works(Presence presence) {
        boolean[][] works = new boolean[7][(int) (DAY / QUARTER)];
        List<Quarter> rest = new ArrayList<>();
        long covered = 0;
        for (Map<Integer, Quarter> ofDay : presence.quarters.values()) {
            for (Quarter quarter : ofDay.values()) {
                if (isHabit(presence, quarter)) {
                    works[quarter.weekday][quarter.ofDay] = true;
                    covered += quarter.marks;
                } else {
                    rest.add(quarter);
                }
            }
        }
        if (covered > 0) {
            rest.sort(Comparator.comparingLong((Quarter quarter) -> quarter.marks).reversed());
            for (int i = 0; i < rest.size() && 10 * covered < 7 * presence.marks; i++) {
                works[rest.get(i).weekday][rest.get(i).ofDay] = true;
                covered += rest.get(i).marks;
            }
        }
        return works;
    }

    private static boolean isHabit(Presence presence, Quarter quarter) {
        return quarter.days.entrySet().stream().anyMatch(days ->
                10 * days.getValue().size() >= presence.days.get(quarter.weekday + days.getKey()).size());
    }
}
