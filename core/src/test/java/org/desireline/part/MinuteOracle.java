package org.desireline.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.Relation;
import org.desireline.journal.Event;
import org.desireline.journal.Link;

/**
 * The ledger done the slow way: the clock walks from the first creation to the as-of instant, at most a minute at a
 * time (an hour in organisations that move by the hour), and for each item alive asks who is awaited and whether
 * anybody is at work.
 *
 * <p>Accounts by precedence: closed gap, worked, blocked, decision, review, owner unknown, unowned, owner; parked on
 * top.
 */
public final class MinuteOracle {

    private static final long DAY = 24L * 3_600_000;
    /** Shifts and the clocks of zones change at quarters of an hour. */
    private static final long QUARTER = 15L * 60_000;
    private static final double HOUR = 3_600_000.0;
    /** Rows of what a charter can declare, and the whole. */
    private static final String DECLARABLE = "(all|priority|team|area)/.*";
    /** Accounts whose hours somebody could still move. */
    private static final Set<String> LIVE =
            Set.of("nobody", "owner", "reviewer", "decider", "otherItem", "ownerUnknown", "worked", "rework");

    /** What a minute is booked under. */
    private record Post(
            String item, String account, boolean later, boolean inWindow, int act, List<List<String>> values) {}

    /** What is booked: milliseconds on and off calendar, and by size of the party what its members were doing. */
    private static final class Sum {
        private long on;
        private long off;
        private final Map<Integer, Map<String, Long>> doings = new TreeMap<>();
    }

    /** Where the walk stands with an item. */
    private static final class Course {
        private final Past past;
        private final long end;
        private Past.State state;
        private Past.State booked;
        private Post post;
        private Sum sum;
        /** Whoever it waits for, if that is its owner or a team in whose queue it lies, and since when. */
        private String holder = "";
        private long since;

        Course(Past past, long end) {
            this.past = past;
            this.end = end;
        }
    }

    private final Organisation organisation;
    private final Decree decree;
    /** How far the clock goes at most in one go. */
    private final long longest;
    /** How far it goes now. */
    private long step;
    private final long asOf;
    private final List<Past> pasts;
    private final Set<String> known = new HashSet<>();
    private final Diary diary;
    private final Workbench bench;
    private final List<Course> courses = new ArrayList<>();
    private Set<String> active = Set.of();
    private final Map<Post, Sum> posts = new HashMap<>();
    /** How each open item stood in the last minute before the as-of instant. */
    private final List<Post> stock = new ArrayList<>();
    private final Map<Dimension, List<String>> classes = new TreeMap<>();
    /** How often what came up that the results do not show. */
    private final Map<String, Long> met = new TreeMap<>();
    private final long[] workOnCalendar = new long[3];
    private long workOutside;

    /** Walks through the whole of an organisation. */
    public MinuteOracle(Organisation organisation) {
        this.organisation = organisation;
        this.decree = organisation.decree();
        this.longest = organisation.stepMillis();
        this.asOf = organisation.asOfMillis();
        this.pasts = Past.all(organisation);
        this.diary = new Diary(organisation, pasts);
        this.bench = new Workbench(diary);
        for (Event event : organisation.events()) {
            known.add(event.actor() == null ? "" : event.actor().id());
            known.add(Past.target(event, Link.OWNER));
        }
        known.removeAll(organisation.charter().bots());
        walk();
        for (Dimension dimension : Dimension.values()) {
            classes.put(dimension, named(dimension));
        }
    }

    private void walk() {
        long first = asOf;
        for (Past past : pasts) {
            courses.add(new Course(past, past.end(asOf)));
            first = Math.min(first, past.created);
        }
        Set<Long> turns = decree.turns();
        boolean on = diary.onCalendar(first);
        for (long now = first; now < asOf; now += step) {
            step = bench.walkTo(now, Math.min(asOf, (now / longest + 1) * longest)) - now;
            on = now % QUARTER == 0 ? diary.onCalendar(now) : on;
            boolean inWindow = organisation.window().span().fromMillis() <= now
                    && now < organisation.window().span().toMillis();
            boolean turned = now == first || turns.contains(now);
            for (Course course : courses) {
                Past past = course.past;
                if (now >= past.created && (turns.contains(now) || past.instants.contains(now))) {
                    course.state = state(past, now);
                    turned = true;
                }
            }
            active = turned ? active(now) : active;
            boolean[] worked = worked(now, on);
            for (int i = 0; i < courses.size(); i++) {
                Course course = courses.get(i);
                if (now >= course.past.created && now < course.end) {
                    book(course, worked[i], now, on, inWindow);
                }
            }
        }
    }

    private void book(Course course, boolean worked, long now, boolean on, boolean inWindow) {
        Past.State state = course.state;
        String idle = account(course, false, now);
        String holder = !idle.equals("owner") ? "" : state.owner.isEmpty()
                ? "queue of " + state.values.get(Dimension.TEAM.ordinal()) : state.owner;
        course.since = holder.equals(course.holder) ? course.since : now;
        course.holder = holder;
        String account = worked ? account(course, true, now) : idle;
        Post post = course.post;
        if (post == null || !post.account().equals(account) || post.inWindow() != inWindow
                || course.booked != state) {
            course.post = new Post(course.past.item, account, state.cycle > 1, inWindow, decree.indexAt(now),
                    state.values);
            course.booked = state;
            course.sum = posts.computeIfAbsent(course.post, fresh -> new Sum());
        }
        course.sum.on += on ? step : 0;
        course.sum.off += on ? 0 : step;
        if (on && account.equals("owner")) {
            List<String> party = party(state, now);
            Map<String, Long> doings = course.sum.doings.computeIfAbsent(party.size(), size -> new TreeMap<>());
            for (String member : party) {
                doing(doings, course, member, now);
            }
        }
        if (now + step >= asOf && !course.past.finished(asOf)) {
            stock.add(course.post);
        }
    }

    /** What a member of the awaited party is doing while an item waits. */
    private void doing(Map<String, Long> doings, Course course, String member, long now) {
        int item = bench.item(member);
        if (item < 0) {
            doings.merge("silent", step, Long::sum);
            return;
        }
        if (bench.isDoubtful(member)) {
            doings.merge("busyAmbiguous", step, Long::sum);
            return;
        }
        String own = priority(course.state);
        String instead = priority(courses.get(item).state);
        Relation relation = relation(instead, own, now, active);
        if (!active.isEmpty() && relation != relation(instead, own, now, Set.of())) {
            met.merge("decided by pressure", step, Long::sum);
        }
        switch (relation) {
            case HIGHER -> doings.merge("outranked", step, Long::sum);
            case EQUAL -> doings.merge("contention", step, Long::sum);
            case UNKNOWN -> doings.merge("busyUnranked", step, Long::sum);
            case LOWER -> {
                doings.merge("inflightShort", bench.wasUnderWay(member, 0, course.since) ? step : 0, Long::sum);
                doings.merge("inflightLong", bench.wasUnderWay(member, 2, course.since) ? step : 0, Long::sum);
                if (bench.wasUnderWay(member, 1, course.since)) {
                    doings.merge("displacedInflight", step, Long::sum);
                } else {
                    doings.merge("displacedNew", step, Long::sum);
                    doings.merge("displacedNew by " + instead, step, Long::sum);
                }
            }
        }
    }

    /** What an item was like, with what was declared in place of what the tracker says. */
    Past.State state(Past past, long now) {
        Past.State state = past.at(now);
        state.presses = decree.pressedBy(state.values, now);
        state.values = decree.values(state.values, now);
        return state;
    }

    private Set<String> active(long now) {
        Set<String> kinds = decree.pressedOn(now);
        for (Course course : courses) {
            if (course.state != null && !course.state.over()) {
                kinds.addAll(course.state.presses);
            }
        }
        return kinds;
    }

    private String priority(Past.State state) {
        List<String> values = state.values.get(Dimension.PRIORITY.ordinal());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** How one priority stands to another: as declared, else as the tracker's own are ranked. */
    Relation relation(String one, String other, long at, Set<String> pressures) {
        if (decree.isDeclared()) {
            return decree.relation(one, other, pressures, at);
        }
        List<String> ranked = organisation.charter().priorities();
        int place = ranked.subList(0, Math.min(7, ranked.size())).indexOf(one);
        int otherPlace = ranked.subList(0, Math.min(7, ranked.size())).indexOf(other);
        return place < 0 || otherPlace < 0 ? Relation.UNKNOWN : place == otherPlace ? Relation.EQUAL
                : place < otherPlace ? Relation.HIGHER : Relation.LOWER;
    }

    /** Who would have to act: the owner, or those of a team who are people on record. */
    private List<String> party(Past.State state, long now) {
        if (!state.owner.isEmpty()) {
            return List.of(state.owner);
        }
        List<String> teams = state.values.get(Dimension.TEAM.ordinal());
        return !state.inQueue || teams.isEmpty() ? List.of()
                : decree.members(teams.get(0), now).stream().filter(known::contains).toList();
    }

    /** Which items are worked on. */
    private boolean[] worked(long now, boolean on) {
        boolean[] worked = new boolean[pasts.size()];
        for (Diary.Piece piece : bench.pieces()) {
            worked[piece.item()] = true;
            workOnCalendar[piece.tier() - 1] += on ? step : 0;
            workOutside += now >= courses.get(piece.item()).end ? step : 0;
        }
        return worked;
    }

    private String account(Course course, boolean worked, long now) {
        Past.State state = course.state;
        if (state.over()) {
            return "closedGap";
        }
        if (worked) {
            return state.cycle > 1 ? "rework" : "worked";
        }
        if (state.owner.equals(Past.NOBODY) && !state.inQueue && state.sprint.isEmpty() && state.due <= now
                && now - state.lastTouch >= 180 * DAY) {
            return "parked";
        }
        if (state.phase == Phase.blocked || waits(course)) {
            return "otherItem";
        }
        if (state.phase == Phase.decision) {
            return "decider";
        }
        if (state.phase == Phase.review) {
            return "reviewer";
        }
        return state.owner.equals(Past.NOT_KNOWN) ? "ownerUnknown" : party(state, now).isEmpty() ? "nobody" : "owner";
    }

    /** Whether any other item it is linked to exists and is open. */
    private boolean waits(Course course) {
        Set<String> waitsFor = course.state.waitsFor;
        return !waitsFor.isEmpty() && courses.stream().anyMatch(other -> other != course && other.state != null
                && !other.state.over() && waitsFor.contains(other.past.item));
    }

    /**
     * The named classes: the declared priorities, else the seven values with the most open hours on calendar. A value
     * that happens to be called other or none is no class of its own.
     */
    private List<String> named(Dimension dimension) {
        List<String> declared = declared(dimension);
        if (!declared.isEmpty()) {
            return declared;
        }
        Map<String, Long> hours = new TreeMap<>();
        posts.forEach((post, sum) -> {
            if (post.inWindow() && !post.account().equals("closedGap") && !isContainer(post.item())) {
                post.values().get(dimension.ordinal()).forEach(value -> hours.merge(value, sum.on, Long::sum));
            }
        });
        hours.values().removeIf(millis -> millis == 0);
        hours.keySet().removeAll(List.of("other", "none"));
        List<String> names = new ArrayList<>(hours.keySet());
        names.sort((a, b) -> Long.compare(hours.get(b), hours.get(a)));
        return names.subList(0, Math.min(7, names.size()));
    }

    private List<String> declared(Dimension dimension) {
        List<String> ranked = organisation.charter().priorities();
        return switch (dimension) {
            case PRIORITY -> decree.isDeclared() ? decree.priorities()
                    : ranked.subList(0, Math.min(7, ranked.size()));
            case TEAM -> decree.teams();
            case AREA -> decree.areas();
            default -> List.of();
        };
    }

    /** The class of a set of values: the first named one, else other, else none or unranked. */
    String classOf(Dimension dimension, List<String> values) {
        for (String name : classes.get(dimension)) {
            if (values.contains(name)) {
                return name;
            }
        }
        boolean isOrder = dimension == Dimension.PRIORITY && decree.isDeclared();
        return !values.isEmpty() ? "other" : isOrder ? "unranked" : "none";
    }

    private boolean isContainer(String item) {
        return pasts.stream().anyMatch(past -> past.item.equals(item) && past.container(asOf));
    }

    /**
     * Milliseconds on and off calendar by item and account, such as {@code tracker:demo:1 owner on}; those of members
     * by what they were doing and how many they were, such as {@code tracker:demo:1 silent of 3}; those of each act.
     */
    public Map<String, Long> millis() {
        Map<String, Long> millis = new TreeMap<>();
        Set<String> containers = containers();
        posts.forEach((post, sum) -> {
            if (!containers.contains(post.item())) {
                millis.merge(post.item() + " " + post.account() + " on", sum.on, Long::sum);
                millis.merge(post.item() + " " + post.account() + " off", sum.off, Long::sum);
                millis.merge(post.item() + " act " + post.act(), sum.on + sum.off, Long::sum);
                sum.doings.forEach((size, doings) -> doings.forEach((doing, time) ->
                        millis.merge(post.item() + " " + doing(doing) + " of " + size, time, Long::sum)));
            }
        });
        millis.entrySet().removeIf(entry -> entry.getKey().contains(" of ") && entry.getValue() == 0);
        return millis;
    }

    /** A doing with the class that was worked on as it is named. */
    private String doing(String doing) {
        String by = "displacedNew by ";
        return doing.startsWith(by) ? by + classOf(Dimension.PRIORITY, List.of(doing.substring(by.length()))) : doing;
    }

    /** How often what came up that the results do not show. */
    public Map<String, Long> met() {
        return met;
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
            lines.merge("everything/hours", (double) (sum.on + sum.off), Double::sum);
            if (!containers.contains(post.item())) {
                for (String row : rows(post)) {
                    for (String period : periods(post, row)) {
                        add(lines, "ledger/" + row + "/" + period, post, sum);
                    }
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

    private static void add(Map<String, Double> lines, String prefix, Post post, Sum sum) {
        boolean live = LIVE.contains(post.account());
        lines.merge(prefix + post.account() + "/hours", (double) sum.on, Double::sum);
        lines.merge(prefix + "offHours/hours", live ? sum.off : 0.0, Double::sum);
        lines.merge(prefix + "laterCycles/hours", live && post.later() ? sum.on : 0.0, Double::sum);
    }

    /** Acts are told apart where more than one was in force in the window. */
    private List<String> periods(Post post, String row) {
        if (!post.inWindow()) {
            return List.of("all/");
        }
        long from = organisation.window().span().fromMillis();
        long to = organisation.window().span().toMillis();
        boolean several = decree.indexAt(from) != decree.indexAt(to - 1);
        boolean declarable = row.matches(DECLARABLE);
        String name = post.act() < 0 ? "before" : decree.acts().get(post.act()).name();
        return several && declarable ? List.of("", "all/", "version/" + name + "/") : List.of("", "all/");
    }

    /**
     * Member-hours of the second level by row, doing and size of the party, before small rows are folded: of the window
     * and of its acts, for what can be declared.
     */
    public Map<String, Double> doingLines() {
        Map<String, Double> lines = new TreeMap<>();
        Set<String> containers = containers();
        posts.forEach((post, sum) -> {
            for (String row : containers.contains(post.item()) ? Set.<String>of() : rows(post)) {
                for (String period : row.matches(DECLARABLE) ? periods(post, row) : List.<String>of()) {
                    sum.doings.forEach((size, doings) -> doings.forEach((doing, time) -> lines.merge(
                            "ledger/" + row + "/" + period + doing(doing) + " of " + size, (double) time,
                            Double::sum)));
                }
            }
        });
        lines.keySet().removeIf(id -> id.matches("ledger/[^/]*/[^/]*/all/.*"));
        lines.values().removeIf(millis -> millis == 0);
        lines.replaceAll((id, millis) -> millis / HOUR);
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
                (long) Past.bulk(organisation).size(), "loggedMillis", workOnCalendar[0], "statusMillis",
                workOnCalendar[1], "sessionMillis", workOnCalendar[2], "signs", diary.signsThatCount(), "afterEnd",
                workOutside);
    }

    List<Past> pasts() {
        return pasts;
    }

    Diary diary() {
        return diary;
    }
}
