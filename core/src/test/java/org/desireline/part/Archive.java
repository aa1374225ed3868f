package org.desireline.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Verb;

/** What the oracles of choices and weeks ask about an organisation: when items were begun, who was at what. */
final class Archive {

    /** The beginning of work on an item. */
    record Start(Event event, long at, boolean byTouch) {}

    final Organisation organisation;
    final Decree decree;
    final MinuteOracle hours;
    final Diary diary;
    final Quarters quarters;
    final List<Film> films = new ArrayList<>();
    final long asOf;
    private final Map<Film, Start> starts = new HashMap<>();
    private final Map<Film, Set<String>> blockers = new HashMap<>();
    private final Map<String, List<Diary.Piece>> spells = new TreeMap<>();

    Archive(Organisation organisation, MinuteOracle hours) {
        this.organisation = organisation;
        this.decree = organisation.decree();
        this.hours = hours;
        this.diary = hours.diary();
        this.asOf = organisation.asOfMillis();
        long first = asOf;
        for (Past past : hours.pasts()) {
            Film film = new Film(past, hours, decree.turns(), asOf);
            films.add(film);
            starts.put(film, start(film));
            Set<String> others = new HashSet<>();
            past.events.forEach(event -> others.add(Past.target(event, Link.BLOCKED_BY)));
            blockers.put(film, others);
            first = Math.min(first, past.created);
        }
        long week = 7L * 24 * 3_600_000;
        this.quarters = new Quarters(diary, first - week, asOf + week);
        diary.pieces().forEach((person, pieces) -> spells.put(person, spells(pieces)));
    }

    /** Pieces that go on with one another are one. */
    private static List<Diary.Piece> spells(List<Diary.Piece> pieces) {
        List<Diary.Piece> spells = new ArrayList<>();
        for (Diary.Piece piece : pieces) {
            Diary.Piece last = spells.isEmpty() ? null : spells.get(spells.size() - 1);
            if (last != null && last.to() == piece.from() && last.item() == piece.item()
                    && last.doubtful() == piece.doubtful() && last.tier() == piece.tier()) {
                spells.set(spells.size() - 1, new Diary.Piece(last.item(), last.from(), piece.to(), last.doubtful(),
                        last.tier()));
            } else {
                spells.add(piece);
            }
        }
        return spells;
    }

    /** What everybody was at, in one piece for as long as nothing changed; by person, in order of time. */
    Map<String, List<Diary.Piece>> spells() {
        return spells;
    }

    /** When an item was begun, or null. */
    Start startOf(Film film) {
        return starts.get(film);
    }

    /** Whether an item had been begun before an instant. */
    boolean begunBefore(Film film, long at) {
        Start start = starts.get(film);
        return (start != null && start.at() < at) || (bornWorking(film.past) && film.past.created < at);
    }

    /** Whether it was created as work under way, with no move into work. */
    static boolean bornWorking(Past past) {
        return past.events.stream().noneMatch(event -> (event.verb() == Verb.statusChanged || begins(event))
                && past.at(event) <= past.created) && past.at(past.created).phase == Phase.working;
    }

    /** Whether it begins an activity of a process log. */
    static boolean begins(Event event) {
        return event.verb() == Verb.started && !Past.activity(event).isEmpty();
    }

    /** The first move into work or the first activity that began; else what its owner did to it first while it lay. */
    private Start start(Film film) {
        Past past = film.past;
        if (bornWorking(past)) {
            return null;
        }
        Past.State state = new Past.State();
        state.values = new ArrayList<>(past.at(past.created).values);
        Start touch = null;
        for (Event event : past.events) {
            if (past.at(event) > asOf) {
                continue;
            }
            touch = touch == null && touches(film, event, state.owner) ? new Start(event, past.at(event), true) : touch;
            past.apply(state, event);
            if ((event.verb() == Verb.statusChanged || begins(event)) && past.phase(state) == Phase.working) {
                return new Start(event, past.at(event), false);
            }
        }
        boolean over = touch != null && film.instants().headSet(touch.at(), true).stream()
                .anyMatch(at -> film.at(at).over());
        return over ? null : touch;
    }

    private boolean touches(Film film, Event event, String owner) {
        boolean work = switch (event.verb()) {
            case commented, committed, logged, stopped, done, dropped -> true;
            case fieldChanged -> event.attributes().containsKey(Field.RESOLUTION)
                    || event.attributes().containsKey(Field.ESTIMATE);
            default -> false;
        };
        return work && film.past.byPerson(event) && !film.past.isBulk(event) && event.actor().id().equals(owner)
                && film.ready(film.past.at(event) - 1);
    }

    /** Whether an item lay where it had not been begun at an instant. */
    boolean unstarted(Film film, long at) {
        Start start = starts.get(film);
        return start == null || start.at() > at;
    }

    /** Whether another item that an item is linked to is open. */
    boolean blocked(Film film, long at) {
        Set<String> waitsFor = film.at(at).waitsFor;
        return !waitsFor.isEmpty() && films.stream().anyMatch(
                other -> other != film && waitsFor.contains(other.past.item) && other.open(at));
    }

    /** The items that an item ever waited for. */
    List<Film> blockersOf(Film film) {
        return films.stream().filter(other -> blockers.get(film).contains(other.past.item)).toList();
    }

    /** The kinds of pressure there were at an instant. */
    Set<String> pressures(long at) {
        Set<String> kinds = new HashSet<>(decree.pressedOn(at));
        films.stream().filter(film -> film.open(at)).forEach(film -> kinds.addAll(film.at(at).presses));
        return kinds;
    }

    String classOf(Dimension dimension, Past.State state) {
        return hours.classOf(dimension, state.values.get(dimension.ordinal()));
    }

    /** The pool of what nobody owns, by the team or else the component that has a name; empty where neither has. */
    String pool(Past.State state) {
        String team = classOf(Dimension.TEAM, state);
        String component = classOf(Dimension.COMPONENT, state);
        return isNamed(team) ? "team " + team : isNamed(component) ? "component " + component : "";
    }

    static boolean isNamed(String name) {
        return !name.equals("other") && !name.equals("none");
    }
}
