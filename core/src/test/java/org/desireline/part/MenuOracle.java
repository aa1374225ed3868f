package org.desireline.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.Event;
import org.desireline.journal.Link;

/**
 * Choices and their menus done the slow way: for each, every item of the organisation is asked whether it lay in the
 * same place the millisecond before.
 */
public final class MenuOracle {

    private static final long MINUTE = 60_000L;
    private static final long DAY = 24 * 60 * MINUTE;

    /** Whether an item lies somewhere at an instant at which it exists. */
    private interface Place {
        boolean holds(Film film, long at);
    }

    /** A choice before its menu is looked at; {@code before} is when there was one last of the same actor and place. */
    private record Decision(
            String key, Film film, String actor, long at, String marks, Film left, Place place, long before) {}

    private final Archive archive;
    private final ProspectOracle prospects;
    private final Map<String, String> firstStarts = new TreeMap<>();
    private final Map<String, String> switches = new TreeMap<>();
    private final Map<String, String> claims = new TreeMap<>();
    private final Map<String, String> known = new TreeMap<>();

    /** Knows the classes from the hours. */
    MenuOracle(Archive archive) {
        this.archive = archive;
        this.prospects = new ProspectOracle(archive);
        makeFirstStarts();
        archive.spells().forEach(this::switches);
        makeClaims();
        makeBegins();
    }

    /** Each first start as text, by the item that was started or finished without a start. */
    public Map<String, String> firstStarts() {
        return firstStarts;
    }

    /** Each turn from one item to another as text, by who turned and when. */
    public Map<String, String> switches() {
        return switches;
    }

    /** Each item taken or begun that nobody owned, and each activity begun, as text, by item, actor and instant. */
    public Map<String, String> claims() {
        return claims;
    }

    /** What could be known of the items of menus, as text, by choice and item. */
    public Map<String, String> prospects() {
        return known;
    }

    private void makeFirstStarts() {
        List<Film> begun = new ArrayList<>(archive.films.stream().filter(film -> archive.startOf(film) != null)
                .sorted(Comparator.comparingLong(film -> archive.startOf(film).at())).toList());
        Map<String, Long> before = new HashMap<>();
        begun.removeIf(film -> isNobodys(film, archive.startOf(film)));
        for (Film film : begun) {
            Archive.Start start = archive.startOf(film);
            String actor = starter(film, start);
            long at = start.at();
            Place desk = (other, when) -> other.ready(when) && other.at(when).owner.equals(actor)
                    && archive.unstarted(other, when);
            Decision decision = new Decision("first " + film.past.item, film, actor, at,
                    (pushed(film.past, actor, at) ? " pushed" : "") + (taken(film, actor, at) ? " taken" : "")
                            + (start.byTouch() ? " by touch" : ""), null, desk,
                    before.getOrDefault(actor, Long.MIN_VALUE));
            firstStarts.put(film.past.item, text(decision));
            before.put(actor, at);
        }
        for (Film film : archive.films) {
            Past past = film.past;
            if (archive.startOf(film) == null && past.full && !film.container
                    && film.at(archive.asOf).phase == Phase.done && film.at(past.created).phase != Phase.working) {
                firstStarts.put(past.item, text("SKIPPED", "", film.end, "", List.of()));
            }
        }
    }

    /** Whether an activity of a process log began it while it was nobody's. */
    private static boolean isNobodys(Film film, Archive.Start start) {
        return Archive.begins(start.event()) && (film.past.created == start.at()
                || film.at(start.at() - 1).owner.equals(Past.NOBODY));
    }

    private static String starter(Film film, Archive.Start start) {
        if (film.past.byPerson(start.event())) {
            return start.event().actor().id();
        }
        String owner = film.past.created < start.at() ? film.at(start.at() - 1).owner : Past.NOBODY;
        return owner.equals(Past.NOT_KNOWN) ? Past.NOBODY : owner;
    }

    private void switches(String actor, List<Diary.Piece> spells) {
        Place desk = (other, when) -> other.at(when).owner.equals(actor)
                && (other.ready(when) || other.at(when).phase == Phase.working);
        Film current = null;
        long before = Long.MIN_VALUE;
        for (Diary.Piece spell : spells) {
            Film film = archive.films.get(spell.item());
            if (film == current || !film.at(spell.from()).owner.equals(actor)) {
                continue;
            }
            boolean taken = film.exists(spell.from() - 1) && film.at(spell.from() - 1).owner.equals(Past.NOBODY);
            if (current != null && !taken) {
                String key = actor + " at " + spell.from();
                Decision decision = new Decision("switch " + key, film, actor, spell.from(), "", current, desk, before);
                switches.put(key, spell.doubtful() ? text("OVERLAP", actor, spell.from(), "", List.of())
                        : text(decision));
                before = spell.from();
            }
            current = film;
        }
    }

    private void makeClaims() {
        Map<Film, Event> taken = new HashMap<>();
        archive.films.forEach(film -> taken.put(film, claim(film)));
        Map<String, Long> before = new HashMap<>();
        List<Film> ordered = new ArrayList<>(archive.films.stream().filter(film -> taken.get(film) != null)
                .sorted(Comparator.comparingLong(film -> film.past.at(taken.get(film)))).toList());
        for (Film film : ordered) {
            long at = film.past.at(taken.get(film));
            String actor = taken.get(film).actor().id();
            String pool = archive.pool(film.at(at - 1));
            if (pool.isEmpty()) {
                claim(film, actor, at, text("NO_POOL", actor, at, "", List.of()));
                continue;
            }
            Place lies = (other, when) -> other.ready(when) && other.at(when).owner.equals(Past.NOBODY)
                    && archive.unstarted(other, when) && archive.pool(other.at(when)).equals(pool);
            Decision decision = new Decision("pool " + key(film, actor, at), film, actor, at, "", null, lies,
                    before.getOrDefault(actor + " " + pool, Long.MIN_VALUE));
            claim(film, actor, at, eligible(actor, pool, at) ? text(decision)
                    : text("MISS", actor, at, "", List.of()));
            before.put(actor + " " + pool, at);
        }
    }

    static String key(Film film, String actor, long at) {
        return film.past.item + " by " + actor + " at " + at;
    }

    private void claim(Film film, String actor, long at, String text) {
        claims.merge(key(film, actor, at), text, MenuOracle::both);
    }

    /** Texts of one key, whichever came first. */
    static String both(String one, String other) {
        List<String> all = new ArrayList<>(List.of((one + " and " + other).split(" and ", -1)));
        all.sort(null);
        return String.join(" and ", all);
    }

    /** Each beginning of an activity that is scheduled anywhere, out of what is scheduled and not begun. */
    private void makeBegins() {
        QueueOracle queues = new QueueOracle(archive);
        Map<String, Long> before = new HashMap<>();
        for (QueueOracle.Begin begin : queues.begins()) {
            String actor = begin.actor();
            long at = begin.at();
            List<QueueOracle.Instance> menu = queues.menu(actor, at);
            if (!menu.contains(begin.instance())) {
                claim(begin.film(), actor, at, text("MISS", actor, at, "", List.of()));
            } else {
                List<String> columns = new ArrayList<>();
                Set<String> priorities = new TreeSet<>();
                for (QueueOracle.Instance instance : menu) {
                    boolean chosen = instance.equals(begin.instance());
                    columns.add(marked(instance.film(), at, instance.from(), before.getOrDefault(actor, Long.MIN_VALUE),
                            chosen));
                    priorities.add(archive.classOf(Dimension.PRIORITY, instance.film().at(at - 1)));
                    known.merge("pool " + key(begin.film(), actor, at) + " " + instance.film().past.item,
                            prospects.of(instance.film(), actor, available(instance.film(), instance.from(), at), at),
                            MenuOracle::both);
                }
                columns.sort(null);
                claim(begin.film(), actor, at, text("STARTED", actor, at, "", columns) + standing(priorities, at - 1));
            }
            before.put(actor, at);
        }
    }

    private String marked(Film film, long at, long since, long before, boolean chosen) {
        return film.past.item + " " + column(film, at) + (since < before ? " seen" : "")
                + (chosen && relabelled(film, at) ? " relabelled" : "") + (chosen ? " *" : "");
    }

    /** Whether whoever began it had just taken it out of what was nobody's. */
    private boolean taken(Film film, String actor, long at) {
        Event claim = claim(film);
        return claim != null && claim.actor().id().equals(actor) && film.past.at(claim) <= at
                && film.past.at(claim) >= at - 15 * MINUTE;
    }

    /** The first event by which somebody takes an item that lies ready and is nobody's, or begins it. */
    private Event claim(Film film) {
        Past past = film.past;
        Past.State state = new Past.State();
        state.values = new ArrayList<>(past.at(past.created).values);
        Archive.Start start = archive.startOf(film);
        for (Event event : past.events) {
            boolean lay = state.owner.equals(Past.NOBODY) && film.ready(past.at(event) - 1);
            past.apply(state, event);
            boolean takes = event.actor() != null && Past.target(event, Link.OWNER).equals(event.actor().id())
                    && Past.activity(event).isEmpty();
            boolean begins = start != null && !start.byTouch() && start.event().equals(event)
                    && !Archive.begins(event);
            if (past.at(event) <= archive.asOf && past.byPerson(event) && lay && (takes || begins)) {
                return event;
            }
        }
        return null;
    }

    /** Whether somebody may take from a pool: a member of the team, or else whoever was at work there lately. */
    private boolean eligible(String actor, String pool, long at) {
        String name = pool.substring(pool.indexOf(' ') + 1);
        boolean team = pool.startsWith("team ");
        if (team && !archive.decree.members(name, at - 1).isEmpty()) {
            return archive.decree.members(name, at - 1).contains(actor);
        }
        return archive.diary.signs().getOrDefault(actor, List.of()).stream()
                .filter(sign -> sign.at() >= at - 90 * DAY && sign.at() < at)
                .anyMatch(sign -> archive.classOf(team ? Dimension.TEAM : Dimension.COMPONENT,
                        archive.films.get(sign.item()).at(sign.at())).equals(name));
    }

    private String text(Decision decision) {
        long at = decision.at();
        Place place = decision.place();
        List<Film> menu = new ArrayList<>(archive.films.stream()
                .filter(film -> film != decision.left() && film.exists(at - 1) && place.holds(film, at - 1)).toList());
        if (decision.actor().isEmpty() || !menu.contains(decision.film())) {
            return text("MISS", decision.actor(), at, decision.marks().replace(" pushed", ""), List.of());
        }
        List<String> columns = new ArrayList<>();
        Set<String> priorities = new TreeSet<>();
        for (Film film : menu) {
            long since = since(film, at, when -> place.holds(film, when));
            boolean chosen = film == decision.film();
            columns.add(marked(film, at, since, decision.before(), chosen));
            priorities.add(archive.classOf(Dimension.PRIORITY, film.at(at - 1)));
            known.put(decision.key() + " " + film.past.item,
                    prospects.of(film, decision.actor(), available(film, since, at), at));
        }
        if (decision.key().startsWith("pool ")) {
            columns.sort(null);
        }
        return text("STARTED", decision.actor(), at, decision.marks(), columns) + standing(priorities, at - 1);
    }

    /** How the priorities on a menu stood to one another, and by which rule. */
    private String standing(Set<String> priorities, long at) {
        StringBuilder text = new StringBuilder(" in order");
        Set<String> pressures = archive.pressures(at);
        for (String one : priorities) {
            for (String other : priorities) {
                text.append(", ").append(one).append(' ').append(archive.hours.relation(one, other, at, pressures))
                        .append(' ').append(other);
                int rule = one.equals(other) ? -1 : archive.decree.rule(one, other, pressures, at);
                text.append(rule < 0 ? "" : " by rule " + rule);
            }
        }
        return text.toString();
    }

    /** Since when something has held of an item without a break until just before an instant. */
    private static long since(Film film, long at, LongPredicate holds) {
        NavigableSet<Long> instants = film.instants().headSet(at, false);
        long since = at;
        for (long instant : instants.descendingSet()) {
            if (!holds.test(instant)) {
                return since;
            }
            since = instant;
        }
        return since;
    }

    /** Since when it could be worked on: since another blocked it last, if that is later. */
    private long available(Film film, long lyingSince, long at) {
        TreeSet<Long> instants = new TreeSet<>(film.instants());
        List<Film> others = archive.blockersOf(film);
        others.forEach(other -> instants.addAll(other.instants()));
        if (others.isEmpty()) {
            return lyingSince;
        }
        long until = at;
        for (long instant : instants.subSet(film.past.created, true, at, false).descendingSet()) {
            if (archive.blocked(film, instant)) {
                return Math.max(lyingSince, until);
            }
            until = instant;
        }
        return lyingSince;
    }

    private String column(Film film, long at) {
        Past.State state = film.at(at - 1);
        boolean stale = at - 1 - state.lastTouch >= 180 * DAY;
        boolean parked = stale && state.owner.equals(Past.NOBODY) && !state.inQueue && state.sprint.isEmpty()
                && state.due <= at - 1;
        StringBuilder column = new StringBuilder(film.container ? "holds " : "");
        column.append(archive.blocked(film, at - 1) ? "blocked " : "").append(parked ? "parked " : "")
                .append(stale ? "stale " : "").append(archive.begunBefore(film, at) ? "begun " : "");
        for (Dimension dimension : Dimension.values()) {
            column.append(archive.classOf(dimension, state)).append(' ');
        }
        String settled = archive.classOf(Dimension.PRIORITY, film.at(Math.max(film.past.created, at - DAY)));
        column.append(at - film.past.created);
        return column + (settled.equals(archive.classOf(Dimension.PRIORITY, state)) ? "" : " was " + settled);
    }

    /** Whether its priority was another within a day. */
    private boolean relabelled(Film film, long at) {
        return film.instants().subSet(at - DAY, true, at + DAY, true).stream().anyMatch(when -> when > film.past.created
                && !archive.classOf(Dimension.PRIORITY, film.at(when))
                        .equals(archive.classOf(Dimension.PRIORITY, film.at(when - 1))));
    }

    /** Whether the last to assign it, the instant of the start included, was another and did so just then. */
    private static boolean pushed(Past past, String actor, long at) {
        Event last = null;
        for (Event event : past.events) {
            if (past.at(event) <= at && !Past.target(event, Link.OWNER).isEmpty()) {
                last = event;
            }
        }
        return last != null && last.actor() != null && !last.actor().id().equals(actor)
                && at - past.at(last) <= 15 * MINUTE;
    }

    private String text(String outcome, String actor, long at, String marks, List<String> menu) {
        long from = archive.organisation.window().span().fromMillis();
        boolean inWindow = from <= at && at < archive.organisation.window().span().toMillis();
        return outcome + " by " + actor + " at " + at + (inWindow ? " inside" : " outside") + marks + " of " + menu;
    }
}
