package org.desireline.part;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.time.WorkWeek;

/**
 * What everybody was at, told from the rules of the three tiers the slow way: of every span the items that run are
 * looked up, every minute of a session is asked for by itself. Shares nothing with what it is compared with but the fit
 * of the session gap.
 */
final class Diary {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final Set<Verb> SIGNS = Set.of(Verb.commented, Verb.committed, Verb.logged, Verb.stopped,
            Verb.statusChanged, Verb.done, Verb.dropped, Verb.reopened, Verb.reviewed, Verb.assigned, Verb.started);

    /** A piece of one person's work, by tier: 1 logged, 2 status, 3 session. */
    record Piece(int item, long from, long to, boolean doubtful, int tier) {}

    private record Entry(int item, long from, long to) {}

    /** Something somebody did that tells of work. */
    record Sign(int item, long at, boolean opens, boolean commit, boolean answer) {}

    private final Organisation organisation;
    private final List<Past> pasts;
    private final long asOf;
    private final Map<String, List<Entry>> logs = new TreeMap<>();
    private final Map<String, List<Entry>> windows = new TreeMap<>();
    private final Map<String, List<Sign>> signs = new TreeMap<>();
    private final Map<String, List<Piece>> pieces = new TreeMap<>();
    private final Sessions sessions;
    private long signsThatCount;

    Diary(Organisation organisation, List<Past> pasts) {
        this.organisation = organisation;
        this.pasts = pasts;
        this.asOf = organisation.asOfMillis();
        for (int i = 0; i < pasts.size(); i++) {
            logs(i);
            activities(i);
            windows(i);
            signs(i);
        }
        signs.replaceAll((actor, all) -> acts(all));
        this.sessions = fit();
        Set<String> people = new TreeSet<>(logs.keySet());
        people.addAll(windows.keySet());
        people.addAll(signs.keySet());
        people.forEach(this::write);
    }

    /** By person, in order of time. */
    Map<String, List<Piece>> pieces() {
        return pieces;
    }

    /** What tells of the work of each person, in order of time. */
    Map<String, List<Sign>> signs() {
        return signs;
    }

    /** How far apart signs of one session may lie, where any session counts. */
    long gap() {
        boolean any = pieces.values().stream().flatMap(List::stream).anyMatch(piece -> piece.tier() == 3);
        return any ? sessions.gapMillis() : 2 * HOUR;
    }

    /** Whether it is told when in the day somebody was at a piece of work that an instant lies in. */
    boolean isDated(String who, Piece piece, long at) {
        return switch (piece.tier()) {
            case 1 -> undated(who).noneMatch(entry -> entry.from() <= at && at < entry.to());
            case 2 -> false;
            default -> true;
        };
    }

    /** Where logs begin or end that tell a day and no time. */
    Set<Long> cuts(String who) {
        Set<Long> cuts = new TreeSet<>();
        undated(who).forEach(entry -> cuts.addAll(List.of(entry.from(), entry.to())));
        return cuts;
    }

    private Stream<Entry> undated(String who) {
        return logs.getOrDefault(who, List.of()).stream().filter(entry -> entry.from() % (24 * HOUR) == 0
                || day(entry.from()).isAfter(day(entry.from() - 1)));
    }

    long signsThatCount() {
        return signsThatCount;
    }

    private void logs(int item) {
        Past past = pasts.get(item);
        Map<String, Long> begun = new HashMap<>();
        for (Event event : past.events) {
            long at = past.at(event);
            if (!past.byPerson(event) || at > asOf) {
                continue;
            }
            String who = event.actor().id();
            long from = at;
            long to = at;
            if (event.verb() == Verb.logged) {
                to = at + Long.parseLong(event.attributes().getOrDefault(Field.MILLIS, "0"));
            } else if (!Past.activity(event).isEmpty()) {
                continue;
            } else if (event.verb() == Verb.started && !begun.containsKey(who)) {
                begun.put(who, at);
            } else if (event.verb() == Verb.stopped && begun.containsKey(who)) {
                from = begun.remove(who);
            }
            if (from < to) {
                logs.computeIfAbsent(who, key -> new ArrayList<>()).add(new Entry(item, from, Math.min(asOf, to)));
            }
        }
    }

    /** Activities of one person on one item, minutes of several at once counted once. */
    private void activities(int item) {
        Past past = pasts.get(item);
        List<Event> underWay = new ArrayList<>();
        Map<String, List<long[]>> spans = new HashMap<>();
        for (Event event : past.events) {
            if (past.at(event) <= asOf && event.verb() == Verb.started && !Past.activity(event).isEmpty()) {
                underWay.add(event);
            } else if (past.at(event) <= asOf && event.verb() == Verb.stopped) {
                Event begun = Past.ended(underWay, event);
                underWay.remove(begun);
                if (begun != null && past.byPerson(begun)) {
                    spans.computeIfAbsent(begun.actor().id(), key -> new ArrayList<>())
                            .add(new long[] {past.at(begun), past.at(event)});
                }
            }
        }
        spans.forEach((who, all) -> {
            TreeSet<Long> edges = new TreeSet<>();
            all.forEach(span -> edges.addAll(List.of(span[0], span[1])));
            long from = Long.MIN_VALUE;
            for (long at : edges) {
                boolean busy = all.stream().anyMatch(span -> span[0] <= at && at < span[1]);
                if (busy && from == Long.MIN_VALUE) {
                    from = at;
                } else if (!busy && from != Long.MIN_VALUE) {
                    logs.computeIfAbsent(who, key -> new ArrayList<>()).add(new Entry(item, from, at));
                    from = Long.MIN_VALUE;
                }
            }
        });
    }

    private void windows(int item) {
        Past past = pasts.get(item);
        if (!organisation.charter().timedScopes().contains(past.scope) || past.container(asOf)) {
            return;
        }
        TreeSet<Long> instants = new TreeSet<>(past.instants);
        instants.add(asOf);
        for (long at : instants.headSet(asOf)) {
            Past.State state = past.at(at);
            boolean owned = !state.owner.equals(Past.NOBODY) && !state.owner.equals(Past.NOT_KNOWN)
                    && !organisation.charter().bots().contains(state.owner);
            if (owned && state.phase == Phase.working && staysADay(past, at, instants)) {
                windows.computeIfAbsent(state.owner, key -> new ArrayList<>())
                        .add(new Entry(item, at, instants.higher(at)));
            }
        }
    }

    /** Whether the unbroken stay in work that an instant lies in begins and ends on one day. */
    private boolean staysADay(Past past, long at, NavigableSet<Long> instants) {
        long from = at;
        while (from > past.created && past.at(from - 1).phase == Phase.working) {
            from = instants.lower(from);
        }
        Long to = at;
        while (to != null && (to >= asOf || past.at(to).phase == Phase.working)) {
            to = to >= asOf ? null : instants.higher(to);
        }
        boolean atTheEnd = past.instants.contains(asOf) && past.at(asOf).phase != Phase.working;
        return to == null ? atTheEnd && day(from).equals(day(asOf)) : day(from).equals(day(to));
    }

    private void signs(int item) {
        Past past = pasts.get(item);
        for (Event event : past.events) {
            if (!says(past, event)) {
                continue;
            }
            long at = past.at(event);
            String who = event.actor().id();
            Past.State after = past.at(at);
            Past.State before = at > past.created ? past.at(at - 1) : null;
            boolean moves = event.verb() == Verb.statusChanged || event.verb() == Verb.reopened;
            boolean into = after.phase == Phase.working && (before == null || before.phase != Phase.working);
            boolean opens = event.verb() == Verb.assigned || event.verb() == Verb.started || (moves && into);
            if (touches(past, event)) {
                Set<String> owners = new HashSet<>(List.of(after.owner, before == null ? after.owner : before.owner));
                boolean owns = owners.contains(who) || Set.of(Past.NOBODY, Past.NOT_KNOWN).containsAll(owners);
                signs.computeIfAbsent(who, key -> new ArrayList<>())
                        .add(new Sign(item, at, opens, event.verb() == Verb.committed,
                                !owns && event.verb() != Verb.committed));
            }
        }
    }

    /** Whether an event is one that people at work leave behind. */
    boolean says(Past past, Event event) {
        boolean says = SIGNS.contains(event.verb()) || (event.verb() == Verb.fieldChanged
                && (event.attributes().containsKey(Field.RESOLUTION)
                || event.attributes().containsKey(Field.ESTIMATE)));
        return says && past.byPerson(event) && !past.isBulk(event) && past.at(event) <= asOf;
    }

    /** Whether such an event is by a reviewer, or by somebody whose item it is. */
    boolean touches(Past past, Event event) {
        long at = past.at(event);
        String who = event.actor().id();
        Past.State after = past.at(at);
        Past.State before = at > past.created ? past.at(at - 1) : null;
        boolean reviewer = event.verb() == Verb.reviewed || (before != null && before.phase == Phase.review);
        return reviewer || isOf(who, after, at, at) || (before != null && isOf(who, before, at - 1, at));
    }

    /** Whether an item is somebody's, or that of a team the person is in, or of somebody the person shares one with. */
    private boolean isOf(String who, Past.State state, long when, long now) {
        Decree decree = organisation.decree();
        if (state.owner.equals(who)) {
            return true;
        }
        List<String> team = decree.values(state.values, when).get(Dimension.TEAM.ordinal());
        boolean inTeam = !team.isEmpty() && decree.members(team.get(0), now).contains(who);
        // A program is nobody's colleague.
        boolean ofProgram = organisation.charter().bots().contains(state.owner);
        return inTeam || (!ofProgram && decree.teams().stream().map(name -> decree.members(name, now))
                .anyMatch(members -> members.contains(who) && members.contains(state.owner)));
    }

    /** What somebody did to an item at an instant is one act; of a run of commits the first counts. */
    private static List<Sign> acts(List<Sign> all) {
        List<Sign> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparingLong(Sign::at).thenComparingInt(Sign::item));
        List<Sign> acts = new ArrayList<>();
        long commit = Long.MIN_VALUE / 2;
        for (Sign sign : ordered) {
            boolean again = sign.commit() && sign.at() - commit < 5_000;
            commit = sign.commit() ? sign.at() : commit;
            if (again) {
                continue;
            }
            Sign last = acts.isEmpty() ? null : acts.get(acts.size() - 1);
            if (last != null && last.at() == sign.at() && last.item() == sign.item()) {
                acts.set(acts.size() - 1, new Sign(sign.item(), sign.at(), last.opens() || sign.opens(), false,
                        last.answer() && sign.answer()));
            } else {
                acts.add(sign);
            }
        }
        return acts;
    }

    private Sessions fit() {
        GapProfile profile = new GapProfile();
        int gaps = 0;
        for (List<Sign> all : signs.values()) {
            for (int i = 1; i < all.size(); i++) {
                long at = all.get(i - 1).at();
                while (at < all.get(i).at() && onCalendar(at)) {
                    at += MINUTE;
                }
                if (at == all.get(i).at() && at > all.get(i - 1).at()) {
                    profile.add(at - all.get(i - 1).at());
                    gaps++;
                }
            }
        }
        return gaps < 200 ? new Sessions(2 * HOUR, HOUR / 2) : profile.sessions();
    }

    private void write(String who) {
        List<Piece> all = new ArrayList<>(taken(logs.getOrDefault(who, List.of()), 1, Set.of()));
        Set<LocalDate> days = days(all);
        List<Entry> own = windows.getOrDefault(who, List.of());
        all.addAll(taken(own, 2, days));
        session(who, all, days(all));
        all.sort(Comparator.comparingLong(Piece::from));
        pieces.put(who, all);
    }

    private Set<LocalDate> days(List<Piece> all) {
        Set<LocalDate> days = new HashSet<>();
        for (Piece piece : all) {
            for (LocalDate day = day(piece.from()); !day.isAfter(day(piece.to() - 1)); day = day.plusDays(1)) {
                days.add(day);
            }
        }
        return days;
    }

    private LocalDate day(long at) {
        return Instant.ofEpochMilli(at).atZone(organisation.charter().week().zone()).toLocalDate();
    }

    /** Records taken in turns: spans between the instants at which one begins or ends, looked at one by one. */
    private List<Piece> taken(List<Entry> records, int tier, Set<LocalDate> gone) {
        TreeSet<Long> instants = new TreeSet<>();
        records.forEach(record -> instants.addAll(List.of(record.from(), record.to())));
        if (tier == 2 && !records.isEmpty()) {
            for (long at = instants.first(); at < instants.last(); at += organisation.stepMillis()) {
                instants.add(at);
            }
        }
        List<Piece> all = new ArrayList<>();
        Set<Integer> running = Set.of();
        long since = 0;
        for (long at : instants) {
            TreeSet<Integer> now = new TreeSet<>();
            records.stream().filter(entry -> entry.from() <= at && at < entry.to())
                    .forEach(record -> now.add(record.item()));
            if (tier == 2 && !now.isEmpty() && (!onCalendar(at) || gone.contains(day(at)))) {
                now.clear();
            }
            if (!now.equals(running)) {
                long slice = running.isEmpty() ? 0 : (at - since) / running.size();
                int turn = 0;
                for (int item : running) {
                    long from = since + turn++ * slice;
                    all.add(new Piece(item, from, turn == running.size() ? at : from + slice, running.size() > 1,
                            tier));
                }
                running = now;
                since = at;
            }
        }
        all.removeIf(piece -> piece.from() == piece.to());
        return all;
    }

    /** Every minute of a session is given away by itself, from the last sign backwards. */
    private void session(String who, List<Piece> all, Set<LocalDate> gone) {
        List<Sign> own = signs.getOrDefault(who, List.of());
        for (int i = 0; i < own.size(); i++) {
            Sign sign = own.get(i);
            boolean goesOn = i > 0 && sign.at() - own.get(i - 1).at() < sessions.gapMillis();
            long start = goesOn ? own.get(i - 1).at() : sign.at() - (sign.answer() ? 10 * MINUTE
                    : sessions.leadInMillis());
            for (long at = start; at < sign.at(); at += MINUTE) {
                boolean later = sign.answer() && (sign.opens() || sign.at() - at > 10 * MINUTE);
                Sign of = later ? next(own, i) : sign;
                boolean near = sign.at() - at <= HOUR || (goesOn && at - start < HOUR);
                if (of != null && !of.opens() && (goesOn || !later) && at >= pasts.get(of.item()).created
                        && (near || onCalendar(at)) && !gone.contains(day(at))) {
                    all.add(new Piece(of.item(), at, at + MINUTE, false, 3));
                }
            }
            signsThatCount += gone.contains(day(sign.at())) ? 0 : 1;
        }
    }

    /** The next sign of the session that is no answer, or null. */
    private Sign next(List<Sign> own, int from) {
        for (int i = from + 1; i < own.size() && own.get(i).at() - own.get(i - 1).at() < sessions.gapMillis(); i++) {
            if (!own.get(i).answer()) {
                return own.get(i);
            }
        }
        return null;
    }

    /** Whether it is working time. */
    boolean onCalendar(long now) {
        WorkWeek week = organisation.charter().week();
        ZonedDateTime local = Instant.ofEpochMilli(now).atZone(week.zone());
        int day = local.getDayOfWeek().getValue();
        LocalTime time = local.toLocalTime();
        return day >= week.first().getValue() && day <= week.last().getValue() && !time.isBefore(week.opens())
                && (week.closes().equals(LocalTime.MIDNIGHT) || time.isBefore(week.closes()));
    }
}
