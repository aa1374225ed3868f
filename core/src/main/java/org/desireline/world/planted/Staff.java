package org.desireline.world.planted;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.desireline.time.Span;
import org.desireline.time.Spans;
import org.desireline.time.WorkWeek;
import org.desireline.number.Keyed;
import org.desireline.world.Person;

/** Who works in a planted organisation, in which team and area, and when. */
final class Staff {

    /** Areas of a team; of four teams one of them holds a twelfth (8 %) of the items. */
    static final int AREAS = 3;

    /** The zones of the teams, in turn; the first is the organisation's own. */
    static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Zurich"), ZoneId.of("Europe/London"));

    private static final long MINUTE = 60_000L;
    /** One working day in twenty-five is a day off that no calendar tells. */
    private static final double ABSENCE_SHARE = 0.04;
    /** The team meets once a week for an hour. */
    private static final long MEETING_MILLIS = 60 * MINUTE;
    private static final long EVENING_MILLIS = 120 * MINUTE;
    private static final int DAYS_A_WEEK = 5;

    private static final List<String> TEAM_NAMES = List.of("Harbour", "Orchard", "Quarry", "Tannery");
    private static final List<String> AREA_NAMES = List.of("Ferries", "Moorings", "Tides", "Grafting", "Presses",
            "Windfalls", "Cranes", "Gravel", "Haulage", "Curing", "Hides", "Lime");
    private static final List<String> FIRST = List.of("Alba", "Bertil", "Cora", "Dirk", "Edda", "Falk", "Gisela",
            "Hauke", "Ilse", "Jorun", "Katla", "Lorenz", "Mette", "Nils", "Oda", "Pelle", "Quirin", "Runa", "Sivert",
            "Tilde", "Ulf", "Vera", "Wim", "Ylva");
    private static final List<String> LAST = List.of("Anchorite", "Bollard", "Capstan", "Davit", "Eyelet", "Fender",
            "Bramley", "Codlin", "Medlar", "Pearmain", "Quince", "Russet", "Basalt", "Chert", "Dolerite", "Flint",
            "Gneiss", "Marl", "Alum", "Bark", "Cambric", "Fuller", "Oakum", "Tawer");

    private final Layout layout;
    private final List<Person> people = new ArrayList<>();
    private final List<Spans> weeks = new ArrayList<>();
    private final List<Spans> hours = new ArrayList<>();

    Staff(Keyed keyed, Plan plan, long startMillis, long endMillis) {
        this.layout = plan.layout();
        for (int team = 0; team < layout.teams(); team++) {
            weeks.add(WorkWeek.assumed(ZONES.get(team % ZONES.size())).expand(startMillis, endMillis));
        }
        for (int person = 0; person < layout.people(); person++) {
            int team = teamOf(person);
            // Whoever comes after all the first names were given has one of them again, with another last name.
            int again = person / FIRST.size();
            String name = FIRST.get(person % FIRST.size()) + " " + LAST.get((person + again) % LAST.size());
            people.add(new Person(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), name,
                    numbered(TEAM_NAMES, team)));
            hours.add(present(keyed, person, weeks.get(team), plan.eveningsOf(team)));
        }
    }

    /** The names of a list, and after its end the same again with a number. */
    private static String numbered(List<String> names, int index) {
        int round = index / names.size();
        return names.get(index % names.size()) + (round == 0 ? "" : "-" + (round + 1));
    }

    /**
     * The team's week without days off and without the meeting, which each team holds on another day, and with the
     * evenings on which somebody stays.
     */
    private Spans present(Keyed keyed, int person, Spans week, double evenings) {
        List<Span> spans = new ArrayList<>();
        int meets = teamOf(person) % DAYS_A_WEEK;
        for (int day = 0; day < week.size(); day++) {
            if (keyed.uniform(Draw.ABSENCE.stream(), person, day) < ABSENCE_SHARE) {
                continue;
            }
            Span open = week.get(day);
            boolean meeting = day % DAYS_A_WEEK == meets;
            boolean stays = evenings > 0 && keyed.uniform(Draw.EVENING.stream(), person, day) < evenings;
            spans.add(new Span(meeting ? open.fromMillis() + MEETING_MILLIS : open.fromMillis(),
                    stays ? open.toMillis() + EVENING_MILLIS : open.toMillis()));
        }
        return Spans.union(spans);
    }

    List<Person> people() {
        return people;
    }

    /** The working hours of a team, as everybody knows them. */
    Spans week(int team) {
        return weeks.get(team);
    }

    /** When somebody can in fact be at work. */
    Spans hours(int person) {
        return hours.get(person);
    }

    /** Number of teams. */
    int teams() {
        return layout.teams();
    }

    /** Number of people in a team. */
    int members() {
        return layout.members();
    }

    /** Number of areas, of all teams together. */
    int areas() {
        return layout.teams() * AREAS;
    }

    int teamOf(int person) {
        return person / layout.members();
    }

    static int teamOfArea(int area) {
        return area / AREAS;
    }

    static String area(int area) {
        return numbered(AREA_NAMES, area);
    }

    /** The names of a team's areas. */
    List<String> areas(String team) {
        return IntStream.range(0, areas()).filter(area -> numbered(TEAM_NAMES, teamOfArea(area)).equals(team))
                .mapToObj(Staff::area).toList();
    }

    /** The first of a team: who hands out its items. */
    int lead(int team) {
        return team * layout.members();
    }

    /** A person of a team, by their number in it. */
    int member(int team, int which) {
        return team * layout.members() + which;
    }
}
