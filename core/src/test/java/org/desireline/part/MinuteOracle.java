package org.desireline.part;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.desireline.time.WorkWeek;

/**
 * The ledger done the slow way: the clock walks from the first creation to the as-of instant, a minute at a time (an
 * hour in organisations that move by the hour), and for each item alive asks who is awaited and whether anybody is at
 * work.
 *
 * <p>Accounts by precedence: closed gap, worked, blocked, decision, review, owner unknown, unowned, owner; parked on
 * top.
 */
public final class MinuteOracle {

    private static final long DAY = 24L * 3_600_000;
    /** Shifts and the clocks of zones change at quarters of an hour. */
    private static final long QUARTER = 15L * 60_000;
    private static final double HOUR = 3_600_000.0;
    /** Accounts whose hours somebody could still move. */
    private static final Set<String> LIVE =
            Set.of("nobody", "owner", "reviewer", "decider", "otherItem", "ownerUnknown", "worked", "rework");

    /** What a minute is booked under. */
    private record Post(String item, String account, boolean later, boolean inWindow, List<List<String>> values) {}

    /** Recorded work of one person. */
    private record Log(int actor, int item, long from, long to) {}

    private static final Comparator<Log> LATEST =
            Comparator.comparingLong(Log::from).thenComparingInt(Log::item).thenComparingLong(Log::to);

    private final Organisation organisation;
    private final long step;
    private final long asOf;
    private final List<Past> pasts;
    private final List<Log> logs = new ArrayList<>();
    private final List<String> workers = new ArrayList<>();
    /** On and off calendar. */
    private final Map<Post, long[]> posts = new HashMap<>();
    /** How each open item stood in the last minute before the as-of instant. */
    private final List<Post> stock = new ArrayList<>();
    private final Map<Dimension, List<String>> classes = new TreeMap<>();
    private long workOnCalendar;
    private long workOutside;

    /** Walks through the whole of an organisation. */
    public MinuteOracle(Organisation organisation) {
        this.organisation = organisation;
        this.step = organisation.stepMillis();
        this.asOf = organisation.asOfMillis();
        this.pasts = Past.all(organisation);
        for (int i = 0; i < pasts.size(); i++) {
            for (Event event : pasts.get(i).events) {
                long from = pasts.get(i).at(event);
                if (event.verb() == Verb.logged && pasts.get(i).byPerson(event) && from <= asOf) {
                    long millis = Long.parseLong(event.attributes().getOrDefault(Field.MILLIS, "0"));
                    if (!workers.contains(event.actor().id())) {
                        workers.add(event.actor().id());
                    }
                    logs.add(new Log(workers.indexOf(event.actor().id()), i, from, from + millis));
                }
            }
        }
        logs.removeIf(log -> log.to() == log.from());
        walk();
        for (Dimension dimension : Dimension.values()) {
            classes.put(dimension, named(dimension));
        }
    }

    private void walk() {
        int n = pasts.size();
        long[] ends = new long[n];
        Past.State[] states = new Past.State[n];
        Past.State[] booked = new Past.State[n];
        Post[] lastPost = new Post[n];
        long[][] lastSum = new long[n][];
        long first = asOf;
        for (int i = 0; i < n; i++) {
            ends[i] = pasts.get(i).end(asOf);
            first = Math.min(first, pasts.get(i).created);
        }
        boolean on = onCalendar(first);
        for (long now = first; now < asOf; now += step) {
            on = now % QUARTER == 0 ? onCalendar(now) : on;
            boolean inWindow = organisation.window().span().fromMillis() <= now
                    && now < organisation.window().span().toMillis();
            for (int i = 0; i < n; i++) {
                if (now >= pasts.get(i).created && pasts.get(i).instants.contains(now)) {
                    states[i] = pasts.get(i).at(now);
                }
            }
            boolean[] worked = worked(now, on, ends);
            for (int i = 0; i < n; i++) {
                if (now < pasts.get(i).created || now >= ends[i]) {
                    continue;
                }
                String account = account(i, states, worked[i], now);
                boolean later = states[i].cycle > 1;
                Post last = lastPost[i];
                if (last == null || !last.account().equals(account) || last.later() != later
                        || last.inWindow() != inWindow || booked[i] != states[i]) {
                    lastPost[i] = new Post(pasts.get(i).item, account, later, inWindow, states[i].values);
                    booked[i] = states[i];
                    lastSum[i] = posts.computeIfAbsent(lastPost[i], post -> new long[2]);
                }
                lastSum[i][on ? 0 : 1] += step;
                if (now + step == asOf && !pasts.get(i).finished(asOf)) {
                    stock.add(lastPost[i]);
                }
            }
        }
    }

    /** Which items are worked on; of overlapping records of one person, the one that began last counts. */
    private boolean[] worked(long now, boolean on, long[] ends) {
        boolean[] worked = new boolean[pasts.size()];
        Log[] current = new Log[workers.size()];
        for (Log log : logs) {
            if (log.from() <= now) {
                Log other = current[log.actor()];
                current[log.actor()] = other == null || LATEST.compare(log, other) > 0 ? log : other;
            }
        }
        for (Log log : current) {
            if (log != null && now < log.to()) {
                worked[log.item()] = true;
                workOnCalendar += on ? step : 0;
                workOutside += now >= ends[log.item()] ? step : 0;
            }
        }
        return worked;
    }

    private String account(int i, Past.State[] states, boolean worked, long now) {
        Past.State state = states[i];
        if (state.over()) {
            return "closedGap";
        }
        if (worked) {
            return state.cycle > 1 ? "rework" : "worked";
        }
        if (state.owner.equals(Past.NOBODY) && state.sprint.isEmpty() && state.due <= now
                && now - state.lastTouch >= 180 * DAY) {
            return "parked";
        }
        if (state.phase == Phase.blocked || waits(i, states)) {
            return "otherItem";
        }
        if (state.phase == Phase.decision) {
            return "decider";
        }
        if (state.phase == Phase.review) {
            return "reviewer";
        }
        return state.owner.equals(Past.NOT_KNOWN) ? "ownerUnknown"
                : state.owner.equals(Past.NOBODY) ? "nobody" : "owner";
    }

    /** Whether any other item it is linked to exists and is open. */
    private boolean waits(int i, Past.State[] states) {
        if (states[i].waitsFor.isEmpty()) {
            return false;
        }
        for (int other = 0; other < states.length; other++) {
            if (other != i && states[other] != null && !states[other].over()
                    && states[i].waitsFor.contains(pasts.get(other).item)) {
                return true;
            }
        }
        return false;
    }

    private boolean onCalendar(long now) {
        WorkWeek week = organisation.charter().week();
        ZonedDateTime local = Instant.ofEpochMilli(now).atZone(week.zone());
        int day = local.getDayOfWeek().getValue();
        LocalTime time = local.toLocalTime();
        return day >= week.first().getValue() && day <= week.last().getValue() && !time.isBefore(week.opens())
                && (week.closes().equals(LocalTime.MIDNIGHT) || time.isBefore(week.closes()));
    }

    /**
     * The named classes: the declared priorities, else the seven values with the most open hours on calendar. A value
     * that happens to be called other or none is no class of its own.
     */
    private List<String> named(Dimension dimension) {
        List<String> declared = organisation.charter().priorities();
        if (dimension == Dimension.PRIORITY && !declared.isEmpty()) {
            return declared.subList(0, Math.min(7, declared.size()));
        }
        Map<String, Long> hours = new TreeMap<>();
        posts.forEach((post, sum) -> {
            if (post.inWindow() && !post.account().equals("closedGap") && !isContainer(post.item())) {
                post.values().get(dimension.ordinal()).forEach(value -> hours.merge(value, sum[0], Long::sum));
            }
        });
        hours.values().removeIf(millis -> millis == 0);
        hours.keySet().removeAll(List.of("other", "none"));
        List<String> names = new ArrayList<>(hours.keySet());
        names.sort((a, b) -> Long.compare(hours.get(b), hours.get(a)));
        return names.subList(0, Math.min(7, names.size()));
    }

    /** The class of a set of values: the first named one, else other, else none. */
    String classOf(Dimension dimension, List<String> values) {
        for (String name : classes.get(dimension)) {
            if (values.contains(name)) {
                return name;
            }
        }
        return values.isEmpty() ? "none" : "other";
    }

    private boolean isContainer(String item) {
        return pasts.stream().anyMatch(past -> past.item.equals(item) && past.container(asOf));
    }

    /** Milliseconds on and off calendar by item and account, such as {@code tracker:demo:1 owner on}. */
    public Map<String, Long> millis() {
        Map<String, Long> millis = new TreeMap<>();
        Set<String> containers = containers();
        posts.forEach((post, sum) -> {
            if (!containers.contains(post.item())) {
                millis.merge(post.item() + " " + post.account() + " on", sum[0], Long::sum);
                millis.merge(post.item() + " " + post.account() + " off", sum[1], Long::sum);
            }
        });
        return millis;
    }

    private Set<String> containers() {
        Set<String> containers = new HashSet<>();
        pasts.stream().filter(past -> past.container(asOf)).forEach(past -> containers.add(past.item));
        return containers;
    }

    /** The lines of the ledger that are counted in hours or items, by id, before small rows are folded. */
    public Map<String, Double> ledgerLines() {
        Map<String, Double> lines = new TreeMap<>();
        Set<String> containers = containers();
        posts.forEach((post, sum) -> {
            lines.merge("everything/hours", (double) (sum[0] + sum[1]), Double::sum);
            if (containers.contains(post.item())) {
                return;
            }
            for (String row : rows(post)) {
                for (String period : post.inWindow() ? List.of("", "all/") : List.of("all/")) {
                    String prefix = "ledger/" + row + "/" + period;
                    boolean live = LIVE.contains(post.account());
                    lines.merge(prefix + post.account() + "/hours", (double) sum[0], Double::sum);
                    lines.merge(prefix + "offHours/hours", live ? sum[1] : 0.0, Double::sum);
                    lines.merge(prefix + "laterCycles/hours", live && post.later() ? sum[0] : 0.0, Double::sum);
                }
            }
        });
        lines.entrySet().removeIf(line -> line.getKey().endsWith("laterCycles/hours") && line.getValue() == 0);
        lines.replaceAll((id, millis) -> millis / HOUR);
        for (Post post : stock) {
            if (!containers.contains(post.item())) {
                rows(post).forEach(row ->
                        lines.merge("ledger/" + row + "/" + post.account() + "/stock", 1.0, Double::sum));
            }
        }
        return lines;
    }

    private Set<String> rows(Post post) {
        Set<String> rows = new TreeSet<>(Set.of("all/all"));
        for (Dimension dimension : Dimension.values()) {
            if (!classes.get(dimension).isEmpty()) {
                rows.add(dimension.label() + "/" + classOf(dimension, post.values().get(dimension.ordinal())));
            }
        }
        return rows;
    }

    /** Counts to compare with the facts of the frame, by name. */
    public Map<String, Long> facts() {
        long containers = containers().size();
        long late = organisation.events().stream().map(event -> event.subject().id()).distinct().count() - pasts.size();
        return Map.of("items", pasts.size() - containers, "containers", containers, "proven",
                pasts.stream().filter(past -> past.full).count(), "lateItems", late, "bulkEdits",
                (long) Past.bulk(organisation).size(), "workMillis", workOnCalendar, "afterEnd", workOutside);
    }

    List<Past> pasts() {
        return pasts;
    }
}
