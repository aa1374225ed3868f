package org.desireline.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;

/**
 * What was done in areas and what lay there, counted anew for every week: every event is asked whose and where it was,
 * every item what it was like when the week ended.
 */
public final class AreaOracle {

    private static final long STALE = 180L * 24 * 3_600_000;

    /** Something that somebody did. */
    private record Act(int item, long at, boolean commit, String told, boolean approves) {}

    private final Archive archive;
    private final Dimension dimension;
    private final Map<String, String> weeks = new TreeMap<>();
    private final Map<String, String> stocks = new TreeMap<>();

    /**
     * Counts.
     *
     * @param pieces of everybody's work; nothing changes within one
     */
    AreaOracle(Archive archive, List<Long> mondays, List<WeekOracle.Piece> pieces) {
        this.archive = archive;
        this.dimension = archive.decree.areas().isEmpty() ? Dimension.COMPONENT : Dimension.AREA;
        Map<String, List<Act>> acts = new TreeMap<>();
        for (int item = 0; item < archive.films.size(); item++) {
            for (Event event : archive.films.get(item).past.events) {
                act(item, event, acts);
            }
        }
        Set<String> actors = new TreeSet<>(acts.keySet());
        pieces.forEach(piece -> actors.add(piece.actor()));
        actors.forEach(actor -> deeds(actor, distinct(acts.getOrDefault(actor, List.of())), pieces.stream()
                .filter(piece -> piece.actor().equals(actor) && piece.millis() > 0).toList(), mondays));
        Set<String> seen = new HashSet<>();
        for (int week = 0; week + 1 < mondays.size(); week++) {
            stock(mondays.get(week), mondays.get(week + 1), seen);
        }
    }

    /** What people did, as text, by person, team, area, owner and week. */
    public Map<String, String> weeks() {
        return weeks;
    }

    /** What lay in areas, as text, by area, owner and week. */
    public Map<String, String> stocks() {
        return stocks;
    }

    private void act(int item, Event event, Map<String, List<Act>> acts) {
        Past past = archive.films.get(item).past;
        if (!archive.diary.says(past, event)) {
            return;
        }
        String who = event.actor().id();
        long at = past.at(event);
        boolean commit = event.verb() == Verb.committed;
        if (commit || archive.diary.touches(past, event) || !team(who, at).equals("none")) {
            String told = commit ? event.attributes().getOrDefault(Field.DECLARED, "") : "";
            acts.computeIfAbsent(who, key -> new ArrayList<>()).add(new Act(item, at, commit, told,
                    event.verb() == Verb.reviewed && "approved".equals(event.attributes().get(Field.VERDICT))));
        }
    }

    /** What one person did to one item at one instant is one act; a commit within five seconds of another is none. */
    private static List<Act> distinct(List<Act> all) {
        List<Act> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparingLong(Act::at).thenComparingInt(Act::item));
        List<Act> distinct = new ArrayList<>();
        long commit = Long.MIN_VALUE / 2;
        for (Act act : ordered) {
            boolean repeated = act.commit() && act.at() - commit < 5_000;
            commit = act.commit() ? act.at() : commit;
            if (repeated) {
                continue;
            }
            Act last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (last != null && last.at() == act.at() && last.item() == act.item()) {
                distinct.set(distinct.size() - 1, new Act(act.item(), act.at(), false,
                        last.told().isEmpty() ? act.told() : last.told(), last.approves() || act.approves()));
            } else {
                distinct.add(act);
            }
        }
        return distinct;
    }

    private void deeds(String actor, List<Act> acts, List<WeekOracle.Piece> pieces, List<Long> mondays) {
        for (int week = 0; week + 1 < mondays.size(); week++) {
            long from = mondays.get(week);
            long to = mondays.get(week + 1);
            Map<String, List<Act>> by = new TreeMap<>();
            for (Act act : acts) {
                if (act.at() >= from && act.at() < to) {
                    by.computeIfAbsent(actor + " as " + team(actor, act.at()) + " in "
                            + place(archive.films.get(act.item()).at(act.at())), key -> new ArrayList<>()).add(act);
                }
            }
            Map<String, long[]> hours = new TreeMap<>();
            for (WeekOracle.Piece piece : pieces) {
                if (piece.from() >= from && piece.from() < to) {
                    String key = actor + " as " + team(actor, piece.from()) + " in " + place(piece.state());
                    by.computeIfAbsent(key, none -> new ArrayList<>());
                    long[] own = hours.computeIfAbsent(key, none -> new long[2]);
                    own[0] += piece.millis();
                    own[1] += archive.quarters.millis(piece.from(), piece.to());
                }
            }
            by.forEach((key, own) -> weeks.put(key + " from " + from, inside(from, to) + text(own)
                    + " " + hours.getOrDefault(key, new long[2])[0] + " " + hours.getOrDefault(key, new long[2])[1]));
        }
    }

    private static String text(List<Act> own) {
        StringBuilder text = new StringBuilder().append(own.size());
        for (String told : List.of("owner", "other", "none", "unclear")) {
            text.append(' ').append(own.stream().filter(act -> act.told().equals(told)).count());
        }
        return text.append(' ').append(own.stream().filter(Act::approves).count()).toString();
    }

    private String inside(long from, long to) {
        return archive.organisation.window().span().fromMillis() <= from
                && to <= archive.organisation.window().span().toMillis() ? "inside " : "outside ";
    }

    private String team(String actor, long at) {
        return archive.organisation.charter().bots().contains(actor) ? "none" : archive.decree.teams().stream()
                .filter(team -> archive.decree.members(team, at).contains(actor)).findFirst().orElse("none");
    }

    private String place(Past.State state) {
        String owner = archive.decree.teams().isEmpty() ? "none" : archive.classOf(Dimension.TEAM, state);
        return archive.classOf(dimension, state) + " of " + (Archive.isNamed(owner) ? owner : "none");
    }

    private void stock(long from, long to, Set<String> seen) {
        Map<String, long[]> counts = new TreeMap<>();
        for (Film film : archive.films) {
            if (film.container) {
                continue;
            }
            if (inside(from, to).equals("inside ")) {
                appear(film, from, to, seen, counts);
            }
            if (to <= archive.asOf && film.open(to - 1)) {
                Past.State state = film.at(to - 1);
                long[] count = counts.computeIfAbsent(place(state), key -> new long[5]);
                count[1]++;
                boolean parked = parked(state, to - 1);
                count[2] += state.phase == Phase.working || parked ? 0 : 1;
                count[4] += parked ? 1 : 0;
            }
            handOvers(film, from, to, counts);
        }
        counts.forEach((place, count) -> stocks.put(place + " from " + from, inside(from, to) + count[0] + " "
                + count[1] + " " + count[2] + " " + count[4] + " " + count[3]));
    }

    private void appear(Film film, long from, long to, Set<String> seen, Map<String, long[]> counts) {
        if (film.past.created >= from && film.past.created < to) {
            appear(film, film.past.created, seen, counts);
        }
        if (film.open(to - 1)) {
            appear(film, to - 1, seen, counts);
        }
    }

    private void appear(Film film, long at, Set<String> seen, Map<String, long[]> counts) {
        String place = place(film.at(at));
        if (seen.add(film.past.item + " " + place)) {
            counts.computeIfAbsent(place, key -> new long[5])[0]++;
        }
    }

    private static boolean parked(Past.State state, long at) {
        return state.owner.equals(Past.NOBODY) && !state.inQueue && state.sprint.isEmpty() && state.due <= at
                && at - state.lastTouch >= STALE;
    }

    private void handOvers(Film film, long from, long to, Map<String, long[]> counts) {
        String last = "";
        for (long at : film.instants()) {
            String owner = film.at(at).owner;
            if (owner.equals(Past.NOBODY) || owner.equals(Past.NOT_KNOWN) || owner.equals(last)) {
                continue;
            }
            boolean between = !last.isEmpty() && !team(last, at).equals("none") && !team(owner, at).equals("none")
                    && !team(last, at).equals(team(owner, at));
            if (between && at >= from && at < to) {
                counts.computeIfAbsent(place(film.at(at)), key -> new long[5])[3]++;
            }
            last = owner;
        }
    }
}
