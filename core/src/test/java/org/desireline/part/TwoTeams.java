package org.desireline.part;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Field;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/**
 * Two declared teams of six, the ferry and the quarry, that own an area each, and what their people log by hand.
 * Calendar: Mon to Fri, 09 to 17, UTC. The first week begins on Monday, 5 January 2026.
 */
public final class TwoTeams {

    /** People in each team. */
    public static final int MEMBERS = 6;

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final List<String> TEAMS = List.of("ferry", "quarry");
    private static final List<String> AREAS = List.of("harbour", "pit");

    private final int weeks;
    private final boolean assumed;
    private final Chronicle chronicle = new Chronicle();

    /**
     * The teams and an item of each area for each person.
     *
     * @param weeks whole weeks of the window
     * @param assumed whether the calendar is only guessed
     */
    public TwoTeams(int weeks, boolean assumed) {
        this.weeks = weeks;
        this.assumed = assumed;
        for (int team = 0; team < TEAMS.size(); team++) {
            for (int who = 0; who < MEMBERS; who++) {
                for (int area = 0; area < AREAS.size(); area++) {
                    String item = item(team, who, area);
                    chronicle.created(item, START - DAY, "boss", Map.of(Field.COMPONENT, AREAS.get(area)));
                    chronicle.assigned(item, START - DAY, "boss", person(team, who));
                }
            }
        }
    }

    private static String person(int team, int who) {
        return TEAMS.get(team) + "man " + who;
    }

    private static String item(int team, int who, int area) {
        return "t:d:" + AREAS.get(area) + "-" + team + who;
    }

    /** Logs hours of somebody on their item of an area, on a day of a week, from an hour on. */
    public void log(int team, int who, int area, int week, int day, int hour, int hours) {
        chronicle.logged(item(team, who, area), START + week * WEEK + day * DAY + hour * HOUR, person(team, who),
                hours * HOUR);
    }

    /** All that was logged, assembled. */
    public Assembly assembly() {
        return assembly(weeks);
    }

    /** The same in a window of so many weeks. */
    public Assembly assembly(int whole) {
        Charter charter = new Charter(WorkWeek.parse("Mon-Fri 09:00-17:00", ZoneOffset.UTC),
                new StatusMap(Map.of("t/ONE", Map.of("Open", Phase.queued))), List.of("Major"), Set.of(), Set.of(),
                assumed);
        long asOf = START + whole * WEEK;
        Map<String, Set<String>> members = new TreeMap<>();
        for (int team = 0; team < TEAMS.size(); team++) {
            Set<String> people = new TreeSet<>();
            for (int who = 0; who < MEMBERS; who++) {
                people.add(person(team, who));
            }
            members.put(TEAMS.get(team), people);
        }
        Decree.Act act = new Decree.Act("one", START - WEEK, List.of(new Decree.Group("Major",
                List.of(new Decree.Mark(Dimension.PRIORITY, "Major")))), List.of(), groups(TEAMS), members,
                groups(AREAS), List.of());
        return new Organisation(0, HOUR, charter, Window.parse(whole + "w", START - WEEK, asOf, ZoneOffset.UTC), asOf,
                chronicle.events(), new Decree(List.of("Major"), TEAMS, AREAS, List.of(), List.of(act))).assembly();
    }

    /** Each of two names stands for the area of its place. */
    private static List<Decree.Group> groups(List<String> names) {
        return List.of(new Decree.Group(names.get(0), List.of(new Decree.Mark(Dimension.COMPONENT, AREAS.get(0)))),
                new Decree.Group(names.get(1), List.of(new Decree.Mark(Dimension.COMPONENT, AREAS.get(1)))));
    }
}
