package org.desireline.app.source.jira;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.desireline.app.source.jira.JiraIssue.Item;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Turns what issues were planned for, releases and sprints, into events that name the day: {@code dueSet} and {@code
 * dueMoved} with a target. An issue carries one promise of each kind: to be part of a release, by the earliest day of
 * the versions it is in; to be done in a sprint, by the latest end of those it is in, for closed ones stay on it.
 *
 * <p>The days stand on issues that are in a version or sprint now, of any issue of the source; so the events are made
 * once all issues are known. Where two issues tell different days of one, that of the issue changed last counts. Where
 * no version has a day, or a sprint has none, the promise is taken back, or never made.
 */
final class PlanEvents {

    /** Makes an event of an issue that names no day yet; what is native in its id tells it from all others. */
    @FunctionalInterface
    interface Maker {
        /** The event. */
        Event event(long atMillis, String local, @Nullable String account, Map<String, String> values, long record);
    }

    /** A day, and when the issue it stands on was changed last. */
    private record Told(String day, long versionMillis) {}

    /** What an issue is planned for from an event on: names of versions with their project, or ids of sprints. */
    private record Plan(Event draft, Set<String> into) {}

    /** All plans of one kind of one issue, in order. */
    private record Course(String target, List<Plan> plans) {}

    private final Map<String, Told> releases = new HashMap<>();
    private final Map<String, Told> sprints = new HashMap<>();
    private final List<Course> courses = new ArrayList<>();
    /** The names of versions and sprints met, one text each. */
    private final Map<String, String> names = new HashMap<>();

    /**
     * Keeps what an issue tells.
     *
     * @param created when it was created
     * @param versionMillis when it was last changed
     */
    void add(JiraIssue issue, Past past, long created, long versionMillis, Maker maker) {
        String scope = issue.host() + " " + issue.fields().project() + " ";
        issue.plans().releaseDays().forEach((name, day) -> keep(releases, scope + name, day, versionMillis));
        issue.plans().sprintDays().forEach((id, day) -> keep(sprints, issue.host() + " " + id, day, versionMillis));
        Map<Long, Set<String>> versions = past.setAfter("fixVersion", issue.fields().fixVersions());
        course(Field.FIX_VERSION, "fixVersion", past.firstSet("fixVersion", issue.fields().fixVersions()),
                at -> versions.getOrDefault(at, Set.of()), scope, issue, past, created, maker);
        Map<Long, String> ids = past.idAfter("sprint");
        String first = past.firstId("sprint", String.join(",", issue.plans().sprintIds()));
        course(Field.SPRINT, "sprint", ids(first == null ? "" : first), at -> ids(ids.getOrDefault(at, "")),
                issue.host() + " ", issue, past, created, maker);
    }

    private static void keep(Map<String, Told> days, String key, String day, long versionMillis) {
        days.merge(key, new Told(day, versionMillis), (a, b) -> a.versionMillis() != b.versionMillis()
                ? a.versionMillis() > b.versionMillis() ? a : b : a.day().compareTo(b.day()) >= 0 ? a : b);
    }

    private static Set<String> ids(String joined) {
        TreeSet<String> ids = new TreeSet<>(List.of(joined.split("[, ]+", -1)));
        ids.remove("");
        return ids;
    }

    private void course(
            String target, String kind, Set<String> first, Function<Long, Set<String>> after, String scope,
            JiraIssue issue, Past past, long created, Maker maker) {
        TreeMap<Long, Plan> plans = new TreeMap<>();
        for (Past.Change change : past.changes()) {
            Item item = change.item();
            if (kind.equals(Past.kind(item.field()))) {
                plans.put(change.atMillis(), new Plan(maker.event(change.atMillis(),
                        "history:" + change.history().id() + ":" + change.index() + ":" + target,
                        change.history().author(), Map.of(Field.TARGET, target),
                        JiraEvents.number(change.history().id())), named(after.apply(change.atMillis()), scope)));
            }
        }
        List<Plan> all = new ArrayList<>();
        if (!first.isEmpty()) {
            all.add(new Plan(maker.event(created, "created:" + target, issue.fields().creator(),
                    Map.of(Field.TARGET, target), -1), named(first, scope)));
        }
        all.addAll(plans.values());
        if (!all.isEmpty()) {
            courses.add(new Course(target, all));
        }
    }

    private Set<String> named(Collection<String> values, String scope) {
        TreeSet<String> named = new TreeSet<>();
        values.forEach(value -> named.add(names.computeIfAbsent(scope + value, name -> name)));
        return named;
    }

    /** Hands the events on, and how often an issue was planned for what has no day, where other such plans have one. */
    void finish(Consumer<Event> events, Consumer<Trouble> troubles) {
        TreeMap<String, Long> undated = new TreeMap<>();
        for (Course course : courses) {
            boolean isRelease = course.target().equals(Field.FIX_VERSION);
            String held = "";
            for (Plan plan : course.plans()) {
                String day = isRelease ? releaseDay(plan.into()) : sprintDay(plan.into());
                if (day.isEmpty() && !plan.into().isEmpty()) {
                    undated.merge(course.target(), 1L, Long::sum);
                }
                if (!day.equals(held)) {
                    Event draft = plan.draft();
                    events.accept(new Event(draft.id(), draft.atMillis(), held.isEmpty() ? Verb.dueSet : Verb.dueMoved,
                            draft.subject(), draft.actor(), draft.links(),
                            Map.of(Field.DUE, day, Field.TARGET, course.target()), draft.origin()));
                    held = day;
                }
            }
        }
        courses.clear();
        undated.forEach((target, count) -> {
            boolean isRelease = target.equals(Field.FIX_VERSION);
            if (!(isRelease ? releases : sprints).isEmpty()) {
                troubles.accept(new Trouble(Severity.NOTE, "jira", isRelease
                        ? "issues put into fix versions without a release day: nothing is known to be promised by it"
                        : "issues put into sprints without an end: nothing is known to be promised by it", count));
            }
        });
    }

    /** The earliest day of some versions, or nothing where none has one. */
    private String releaseDay(Set<String> versions) {
        String earliest = "";
        for (String version : versions) {
            Told told = releases.get(version);
            if (told != null && (earliest.isEmpty() || told.day().compareTo(earliest) < 0)) {
                earliest = told.day();
            }
        }
        return earliest;
    }

    /** The latest end of some sprints, or nothing where one has none. */
    private String sprintDay(Set<String> ids) {
        String latest = "";
        for (String id : ids) {
            Told told = sprints.get(id);
            if (told == null) {
                return "";
            }
            latest = told.day().compareTo(latest) > 0 ? told.day() : latest;
        }
        return latest;
    }
}
