package org.desireline.part;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;

/**
 * What happened by week, counted anew for every week: work is cut wherever anything changes, and each piece is asked
 * whose, of what class and how pressing it was.
 */
public final class WeekOracle {

    /** Whole hours by which the working week is moved for a try. */
    public static final int MOVED = 3;

    private static final long HOUR = 3_600_000L;

    /**
     * A piece of somebody's work, or, where it is none, a touch; nothing changes within it.
     *
     * @param dated whether it is told when in the day it was
     */
    record Piece(String actor, Past.State state, long from, long to, boolean dated) {

        long millis() {
            return to - from;
        }
    }

    private final Archive archive;
    private final AreaOracle areas;
    private final List<Piece> pieces = new ArrayList<>();
    private final TreeSet<String> teams = new TreeSet<>(List.of("the whole"));
    private final Map<String, String> actorWeeks = new TreeMap<>();
    private final Map<String, String> teamWeeks = new TreeMap<>();

    /** Knows the classes and who was at what. */
    WeekOracle(Archive archive) {
        this.archive = archive;
        List<Long> mondays = mondays();
        TreeSet<Long> cuts = new TreeSet<>(mondays);
        archive.films.forEach(film -> cuts.addAll(film.instants()));
        archive.diary.pieces().forEach((actor, all) -> all.forEach(piece -> {
            TreeSet<Long> instants = new TreeSet<>(cuts.subSet(piece.from(), true, piece.to(), false));
            instants.add(piece.from());
            instants.addAll(new TreeSet<>(archive.diary.cuts(actor)).subSet(piece.from(), true, piece.to(), false));
            for (long at : instants) {
                Long next = instants.higher(at);
                pieces.add(new Piece(actor, archive.films.get(piece.item()).at(at), at,
                        next == null ? piece.to() : next, archive.diary.isDated(actor, piece, at)));
            }
        }));
        archive.diary.signs().forEach((actor, all) -> all.forEach(sign -> pieces.add(
                new Piece(actor, archive.films.get(sign.item()).at(sign.at()), sign.at(), sign.at(), false))));
        archive.films.forEach(film -> film.instants().forEach(at -> teams.add(team(film.at(at)))));
        teams.addAll(archive.decree.teams());
        for (int week = 0; week + 1 < mondays.size(); week++) {
            week(mondays.get(week), mondays.get(week + 1));
        }
        areas = new AreaOracle(archive, mondays, pieces);
    }

    /** What was done in areas and what lay there. */
    public AreaOracle areas() {
        return areas;
    }

    private List<Long> mondays() {
        ZoneId zone = archive.organisation.charter().week().zone();
        long first = archive.films.stream().mapToLong(film -> film.past.created).min().orElse(archive.asOf);
        LocalDate day = Instant.ofEpochMilli(first).atZone(zone).toLocalDate();
        while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            day = day.minusDays(1);
        }
        List<Long> mondays = new ArrayList<>();
        for (int week = 0; mondays.isEmpty() || mondays.get(week - 1) <= archive.asOf; week++) {
            mondays.add(day.plusDays(7L * week).atStartOfDay(zone).toInstant().toEpochMilli());
        }
        return mondays;
    }

    /** Weeks of actors as text, by actor and when the week begins. */
    public Map<String, String> actorWeeks() {
        return actorWeeks;
    }

    /** Weeks of teams and of the whole as text, by team and when the week begins. */
    public Map<String, String> teamWeeks() {
        return teamWeeks;
    }

    private void week(long from, long to) {
        List<Piece> all = pieces.stream().filter(piece -> piece.from() >= from && piece.from() < to).toList();
        String when = " in the week of " + from;
        boolean inside = archive.organisation.window().span().fromMillis() <= from
                && to <= archive.organisation.window().span().toMillis();
        for (String actor : archive.diary.pieces().keySet()) {
            List<Piece> own = all.stream().filter(piece -> piece.actor().equals(actor)).toList();
            List<Piece> calm = own.stream().filter(piece -> piece.state().presses.isEmpty()).toList();
            long outside = own.stream()
                    .mapToLong(piece -> piece.millis() - archive.quarters.millis(piece.from(), piece.to())).sum();
            if (!own.isEmpty()) {
                actorWeeks.put(actor + when, (inside ? "inside " : "outside ") + team(actor, from) + ", all "
                        + effort(own) + ", calm " + effort(calm) + ", " + archive.quarters.millis(from, to)
                        + " on calendar, " + outside + " outside, " + own.stream().filter(Piece::dated)
                                .mapToLong(Piece::millis).sum() + " dated, " + outside(own, 0) + " of it outside, "
                        + outside(own, MOVED) + " moved");
            }
        }
        for (String team : teams) {
            Predicate<Past.State> ofTeam = state -> team.equals("the whole") || team(state).equals(team);
            if (Archive.isNamed(team)) {
                teamWeeks.put(team + when, (inside ? "inside " : "outside ") + regime(from, to) + flow(from, to, ofTeam)
                        + " by " + effort(all.stream().filter(piece -> ofTeam.test(piece.state())).toList()) + " of "
                        + all.stream().filter(piece -> ofTeam.test(piece.state())).map(Piece::actor).distinct()
                                .count());
            }
        }
    }

    private long outside(List<Piece> own, int moved) {
        return own.stream().filter(Piece::dated).mapToLong(piece -> piece.millis()
                - archive.quarters.millis(piece.from() - moved * HOUR, piece.to() - moved * HOUR)).sum();
    }

    private String team(Past.State state) {
        return archive.classOf(Dimension.TEAM, state);
    }

    private String team(String actor, long at) {
        return archive.decree.teams().stream().filter(team -> archive.decree.members(team, at).contains(actor))
                .findFirst().orElse("none");
    }

    private String effort(List<Piece> all) {
        TreeMap<String, long[]> sums = new TreeMap<>();
        for (Piece piece : all) {
            for (Dimension dimension : Dimension.values()) {
                long[] sum = sums.computeIfAbsent(dimension + " " + archive.classOf(dimension, piece.state()),
                        key -> new long[2]);
                sum[0] += piece.millis();
                sum[1] += piece.millis() == 0 ? 1 : 0;
            }
        }
        StringBuilder text = new StringBuilder();
        sums.forEach((key, sum) -> text.append(key).append('=').append(sum[0]).append('/').append(sum[1]).append(' '));
        return text.toString();
    }

    private String flow(long from, long to, Predicate<Past.State> ofTeam) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (Film film : archive.films) {
            Past past = film.past;
            if (film.container) {
                continue;
            }
            if (past.created >= from && past.created < to) {
                count(counts, "arrived", film.at(past.created), ofTeam);
            }
            if (film.at(archive.asOf).phase == Phase.done && film.end >= from && film.end < to) {
                count(counts, "finished", film.at(film.end), ofTeam);
            }
            if (to <= archive.asOf && film.open(to - 1) && archive.begunBefore(film, to)) {
                count(counts, "wip", film.at(to - 1), ofTeam);
            }
        }
        return " " + counts;
    }

    private void count(Map<String, Integer> counts, String what, Past.State state, Predicate<Past.State> ofTeam) {
        for (Dimension dimension : ofTeam.test(state) ? Dimension.values() : new Dimension[0]) {
            counts.merge(what + " " + dimension + " " + archive.classOf(dimension, state), 1, Integer::sum);
        }
    }

    /** Whether half of the working hours lay in a time of pressure: asked wherever it can change. */
    String regime(long from, long to) {
        if (archive.decree.pressures().isEmpty()) {
            return "UNDECLARED";
        }
        TreeSet<Long> instants = new TreeSet<>(List.of(from, archive.asOf));
        instants.addAll(archive.decree.turns());
        archive.films.forEach(film -> instants.addAll(film.instants()));
        long pressed = 0;
        for (long at : instants.subSet(from, true, to, false)) {
            Set<String> kinds = at < archive.asOf ? archive.pressures(at) : archive.decree.pressedOn(at);
            Long next = instants.higher(at);
            long until = next == null ? to : Math.min(to, next);
            pressed += kinds.isEmpty() ? 0 : archive.quarters.millis(at, until);
        }
        long all = archive.quarters.millis(from, to);
        return all > 0 && 2 * pressed >= all ? "PRESSURE" : "CALM";
    }
}
