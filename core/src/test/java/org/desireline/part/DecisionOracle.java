package org.desireline.part;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.Event;
import org.desireline.journal.Verb;
import org.desireline.time.WorkWeek;

/**
 * What came up for decision, told anew of every item: first the stretches in which one was awaited, then the events
 * that say something was decided, and for each of these everything is asked of all events again.
 */
public final class DecisionOracle {

    private static final long NEVER = Long.MIN_VALUE;
    private static final long DAY = 24L * 3_600_000;

    /** From when to when something awaited a decision, and when and by what event it got it; null where by none. */
    private record Case(long from, long until, long decided, Event by) {}

    private final Archive archive;
    private final WeekOracle weeks;
    private final Map<String, String> decisions = new TreeMap<>();

    /** Asks of an organisation. */
    public DecisionOracle(Organisation organisation) {
        archive = new Archive(organisation, new MinuteOracle(organisation));
        weeks = new WeekOracle(archive);
        archive.films.forEach(this::item);
    }

    /** Decisions as text, by item and number. */
    public Map<String, String> decisions() {
        return decisions;
    }

    private List<Event> until(Film film) {
        return film.past.events.stream().filter(event -> film.past.at(event) <= archive.asOf).toList();
    }

    private void item(Film film) {
        TreeSet<Long> said = new TreeSet<>();
        until(film).stream().filter(event -> event.verb() == Verb.decided)
                .forEach(event -> said.add(film.past.at(event)));
        List<Case> cases = new ArrayList<>();
        Long from = null;
        for (long at : film.instants()) {
            boolean awaits = film.at(at).phase == Phase.decision;
            if (awaits && from == null) {
                from = at;
            } else if (!awaits && from != null) {
                cases.add(answered(film, from, at, said));
                from = null;
            }
        }
        if (from != null) {
            cases.add(answered(film, from, Long.MAX_VALUE, said));
        }
        said.forEach(at -> cases.add(new Case(NEVER, at, at, first(film, at))));
        cases.sort((a, b) -> Long.compare(a.decided() == NEVER ? Long.MAX_VALUE : a.decided(),
                b.decided() == NEVER ? Long.MAX_VALUE : b.decided()));
        for (int i = 0; i < cases.size(); i++) {
            Case next = i + 1 < cases.size() ? cases.get(i + 1) : null;
            decisions.put(Chronicle.key(film.past.item) + " " + i, text(film, cases.get(i), next));
        }
    }

    /** The first word that it is decided counts and is used up; else it is decided by whatever took it away. */
    private Case answered(Film film, long from, long until, NavigableSet<Long> said) {
        Long word = said.ceiling(from);
        if (word != null && word <= until) {
            said.remove(word);
            return new Case(from, until, word, first(film, word));
        }
        return until == Long.MAX_VALUE ? new Case(from, until, NEVER, null)
                : new Case(from, until, until, taker(film, until));
    }

    private Event first(Film film, long at) {
        return until(film).stream().filter(event -> event.verb() == Verb.decided && film.past.at(event) == at)
                .findFirst().orElseThrow();
    }

    /** The last event of an instant before which a decision was awaited, and after which none was. */
    private Event taker(Film film, long at) {
        Past.State state = new Past.State();
        for (Dimension ignored : Dimension.values()) {
            state.values.add(List.of());
        }
        Event taker = null;
        for (Event event : until(film)) {
            boolean before = film.past.phase(state) == Phase.decision;
            film.past.apply(state, event);
            if (film.past.at(event) == at && before && film.past.phase(state) != Phase.decision) {
                taker = event;
            }
        }
        return taker;
    }

    private String text(Film film, Case own, Case next) {
        long at = own.from() == NEVER ? own.decided() : own.from();
        long last = own.decided() == NEVER ? Long.MAX_VALUE : own.decided();
        List<Event> within = until(film).stream().filter(event -> film.past.at(event) >= at
                && film.past.at(event) <= last).toList();
        long people = within.stream().filter(film.past::byPerson).map(event -> event.actor().id()).distinct().count();
        Event by = own.by();
        boolean person = by != null && film.past.byPerson(by);
        String who = person ? by.actor().id() : by != null && by.actor() != null ? "a program" : "nobody";
        String acted = within.stream().filter(event -> Set.of(Verb.committed, Verb.merged, Verb.logged, Verb.started)
                        .contains(event.verb()) && film.past.at(event) > at && film.past.at(event) < last
                        && own.from() != NEVER && (event.actor() == null || film.past.byPerson(event))
                        && !film.past.isBulk(event))
                .map(event -> "acted " + film.past.at(event)).findFirst().orElse("not acted");
        return "from " + own.from() + " decided " + own.decided() + " by " + who + " under "
                + archive.decree.asked(film.past.at(at).values, at) + " holding "
                + (person ? archive.decree.held(who, own.decided()) : Set.of()) + " people " + people + " hands "
                + handOffs(film, own) + " " + acted + " then " + (next == null ? NEVER : next.from()) + " "
                + (next == null ? NEVER : next.decided()) + " time " + (own.from() == NEVER ? "UNKNOWN"
                : time(film, at)) + (archive.organisation.window().span().contains(at) ? " inside" : " outside");
    }

    private int handOffs(Film film, Case own) {
        if (own.from() == NEVER) {
            return 0;
        }
        List<String> owners = new ArrayList<>();
        for (long at : film.instants().tailSet(own.from(), true)) {
            String owner = film.at(at).owner;
            boolean counts = own.decided() == NEVER || at < own.decided() || at == own.from();
            if (counts && !owner.equals(Past.NOBODY) && !owner.equals(Past.NOT_KNOWN)) {
                owners.add(owner);
            }
        }
        int changes = 0;
        for (int i = 1; i < owners.size(); i++) {
            changes += owners.get(i).equals(owners.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    private String time(Film film, long at) {
        long due = film.at(at).due;
        WorkWeek week = archive.organisation.charter().week();
        LocalDate monday = Instant.ofEpochMilli(at).atZone(week.zone()).toLocalDate();
        while (monday.getDayOfWeek() != java.time.DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        String regime = weeks.regime(monday.atStartOfDay(week.zone()).toInstant().toEpochMilli(),
                monday.plusWeeks(1).atStartOfDay(week.zone()).toInstant().toEpochMilli());
        boolean near = due != NEVER && working(week, at, due) <= 5 * shift(week);
        return regime.equals("PRESSURE") || near ? "SHORT" : due != NEVER || regime.equals("CALM") ? "ENOUGH"
                : "UNKNOWN";
    }

    private static long shift(WorkWeek week) {
        long closes = week.closes().equals(LocalTime.MIDNIGHT) ? DAY : week.closes().toSecondOfDay() * 1000L;
        return closes - week.opens().toSecondOfDay() * 1000L;
    }

    /** The working time between two instants, day by day. */
    private static long working(WorkWeek week, long from, long to) {
        long sum = 0;
        for (LocalDate day = Instant.ofEpochMilli(from).atZone(week.zone()).toLocalDate();
                day.atStartOfDay(week.zone()).toInstant().toEpochMilli() < to; day = day.plusDays(1)) {
            boolean works = false;
            for (int i = 0; i < 7; i++) {
                works |= week.first().plus(i) == day.getDayOfWeek()
                        && i <= Math.floorMod(week.last().getValue() - week.first().getValue(), 7);
            }
            ZonedDateTime opens = day.atTime(week.opens()).atZone(week.zone());
            ZonedDateTime closes = (week.closes().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day)
                    .atTime(week.closes()).atZone(week.zone());
            sum += !works ? 0 : Math.max(0, Math.min(to, closes.toInstant().toEpochMilli())
                    - Math.max(from, opens.toInstant().toEpochMilli()));
        }
        return sum;
    }
}
