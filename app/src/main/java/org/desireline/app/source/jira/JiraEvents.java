package org.desireline.app.source.jira;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.desireline.app.source.files.Instants;
import org.desireline.app.source.jira.JiraIssue.Comment;
import org.desireline.app.source.jira.JiraIssue.Fields;
import org.desireline.app.source.jira.JiraIssue.History;
import org.desireline.app.source.jira.JiraIssue.Item;
import org.desireline.app.source.jira.JiraIssue.Log;
import org.desireline.app.source.jira.JiraIssue.WorkLog;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Turns issues into events. Pure: no IO, and people are tokens from the first moment.
 *
 * <p>The creation carries the values the fields had then, found by undoing the change log from the present values;
 * each change then carries the value that holds from it on. Without a change log the creation carries what cannot
 * change or may be assumed, the owner is unknown, and a snapshot at the last update carries the rest: after it nothing
 * changed.
 */
final class JiraEvents {

    private static final long GRACE_MILLIS = 2L * 24 * 3_600_000;

    private final UnaryOperator<String> tokens;
    private final Consumer<Event> events;
    private final Consumer<Trouble> troubles;
    /** Events wait until the newest statement of the whole source is known. */
    private final List<Event> waiting = new ArrayList<>();
    private long newestUpdateMillis = Long.MIN_VALUE;
    private final Map<String, String> idOfKey = new HashMap<>();
    private final Map<String, Long> createdOfItem = new HashMap<>();
    private final List<PendingLink> pending = new ArrayList<>();
    private final PlanEvents plans = new PlanEvents();

    /** A link whose other end may be read later. */
    private record PendingLink(
            String blockedKey, String blockerKey, long atMillis, boolean linked, String nativeId,
                    @Nullable String actor,
            Origin origin) {}

    /**
     * A translator of one source.
     *
     * @param tokens turns an account name into an opaque token
     */
    JiraEvents(UnaryOperator<String> tokens, Consumer<Event> events, Consumer<Trouble> troubles) {
        this.tokens = tokens;
        this.events = events;
        this.troubles = troubles;
    }

    /**
     * Translates an issue.
     *
     * @param pointer the document it stands in
     * @param newestMillis no event of the document can be later than this
     */
    void issue(JiraIssue issue, String pointer, long newestMillis) {
        new Translation(issue, pointer, newestMillis).run();
    }

    /**
     * Hands the events on, once all issues are known: those dated more than two days after the newest update that any
     * issue of the source states are troubles, and links between issues find their other end.
     */
    void finish() {
        links();
        plans.finish(waiting::add, troubles);
        TreeMap<String, Long> late = new TreeMap<>();
        for (Event event : waiting) {
            if (newestUpdateMillis == Long.MIN_VALUE || event.atMillis() <= newestUpdateMillis + GRACE_MILLIS) {
                events.accept(event);
            } else {
                late.merge(event.origin().pointer(), 1L, Long::sum);
            }
        }
        late.forEach((pointer, count) -> troubles.accept(new Trouble(Severity.WARNING, pointer,
                "dated more than two days after anything else in the export; it does not count", count)));
        waiting.clear();
    }

    private void links() {
        long outside = 0;
        for (PendingLink link : pending) {
            String blocked = idOfKey.get(link.blockedKey());
            String blocker = idOfKey.get(link.blockerKey());
            if (blocked == null || blocker == null) {
                outside++;
                continue;
            }
            long younger = Math.max(createdOfItem.getOrDefault(blocked, Long.MIN_VALUE),
                    createdOfItem.getOrDefault(blocker, Long.MIN_VALUE));
            waiting.add(new Event(EventId.of(link.nativeId()), Math.max(younger, link.atMillis()),
                    link.linked() ? Verb.linked : Verb.unlinked, Ref.item(blocked),
                    link.actor() == null ? null : Ref.actor(tokens.apply("jira:" + link.actor())),
                    List.of(new Link(Link.BLOCKED_BY, Ref.item(blocker))), Map.of(), link.origin()));
        }
        if (outside > 0) {
            troubles.accept(new Trouble(Severity.NOTE, "jira",
                    "blocking links to issues that are not in the data: that waiting is not counted as blocked",
                            outside));
        }
        pending.clear();
    }

    /** The translation of one issue. */
    private final class Translation {

        private final JiraIssue issue;
        private final Fields fields;
        private final String pointer;
        private final String item;
        private final long versionMillis;
        private final long newestMillis;

        Translation(JiraIssue issue, String pointer, long fileNewestMillis) {
            this.issue = issue;
            this.fields = issue.fields();
            this.pointer = pointer;
            this.item = "jira:" + issue.host() + ":" + issue.id();
            Long updated = fields.updated() == null ? null : Instants.millis(fields.updated());
            this.newestMillis = fileNewestMillis;
            this.versionMillis = updated == null ? 0 : updated;
            if (updated != null && updated <= fileNewestMillis) {
                newestUpdateMillis = Math.max(newestUpdateMillis, updated);
            }
        }

        void run() {
            Past past = new Past(changes());
            Long created = created(past);
            if (created == null) {
                troubles.accept(new Trouble(Severity.ERROR, pointer + " " + issue.key(),
                        "no usable time of creation or of any change: the issue is left out", 1));
                return;
            }
            idOfKey.put(issue.key(), item);
            createdOfItem.put(item, created);
            if (issue.log() == Log.NONE) {
                withoutLog(created);
            } else {
                withLog(past, created);
                planned(past, created);
            }
            comments();
            workLogs();
            presentLinks(past, created);
        }

        private List<Past.Change> changes() {
            List<Past.Change> changes = new ArrayList<>();
            for (History history : issue.histories()) {
                Long at = plausible(history.created(), "change " + history.id());
                if (at != null) {
                    for (int i = 0; i < history.items().size(); i++) {
                        changes.add(new Past.Change(history, i, at, history.items().get(i)));
                    }
                }
            }
            return changes;
        }

        private @Nullable Long created(Past past) {
            Long created = plausible(fields.created(), "creation");
            if (created != null) {
                return created;
            }
            return past.changes().isEmpty() ? null : past.changes().get(0).atMillis();
        }

        /** An instant that can be true, or null and a trouble. */
        private @Nullable Long plausible(String text, String what) {
            Long millis = Instants.millis(text);
            String wrong = Instants.wrong(text, millis, newestMillis);
            if (wrong == null) {
                return millis;
            }
            String kind = what.replaceAll(" .*", "");
            troubles.accept(new Trouble(Severity.WARNING, pointer + " " + issue.key(),
                    "a " + kind + " " + wrong + "; it does not count", 1));
            return null;
        }

        private void withLog(Past past, long created) {
            TreeMap<String, String> first = new TreeMap<>();
            first.put(Field.CHANGE_LOG, issue.log() == Log.FULL ? "full" : "partial");
            put(first, Field.STATUS, past.firstText("status", fields.status()));
            put(first, Field.RESOLUTION, past.firstText("resolution", fields.resolution()));
            put(first, Field.PRIORITY, past.firstText("priority", fields.priority()));
            put(first, Field.TYPE, past.firstText("type", fields.type()));
            put(first, Field.EPIC, past.firstText("epic", fields.epic()));
            put(first, Field.DUE, past.firstText("due", fields.due()));
            put(first, Field.ESTIMATE, past.firstText("estimate", fields.estimate()));
            put(first, Field.SPRINT, past.firstText("sprint", joined(new TreeSet<>(fields.sprints()))));
            put(first, Field.COMPONENT, joined(past.firstSet("component", fields.components())));
            put(first, Field.FIX_VERSION, joined(past.firstSet("fixVersion", fields.fixVersions())));
            put(first, Field.LABEL, words(past.firstText("label", String.join(" ", fields.labels()))));
            if (past.changes().stream().noneMatch(change -> "status".equals(Past.kind(change.item().field())))) {
                put(first, Field.STATUS_CATEGORY, fields.statusCategory());
            }
            List<Link> links = List.of();
            String owner = past.firstId("assignee", issue.log() == Log.FULL ? fields.assignee() : null);
            if (owner != null) {
                links = List.of(ownerLink(owner));
            } else {
                first.put(Field.OWNER, issue.log() == Log.FULL ? Field.OWNER_NONE : Field.OWNER_UNKNOWN);
            }
            created(created, first, links);
            Map<Long, Set<String>> components = past.setAfter("component", fields.components());
            Map<Long, Set<String>> versions = past.setAfter("fixVersion", fields.fixVersions());
            String lastStatus = fields.status() == null ? "" : fields.status();
            for (Past.Change change : past.changes()) {
                change(past, change, components, versions, lastStatus);
            }
            if (issue.log() == Log.PARTIAL) {
                snapshot();
            }
            Long closed = fields.sprintsClosed() == null ? null : plausible(fields.sprintsClosed(), "sprint");
            if (closed != null) {
                emit(closed, Verb.scopeMoved, "sprintClosed", null, List.of(), Map.of(Field.SPRINT, ""), -1);
            }
        }

        private void created(long created, Map<String, String> values, List<Link> links) {
            values.put(Field.KEY, issue.key());
            values.put(Field.PROJECT, fields.project());
            put(values, Field.OFFSET, Instants.offset(fields.created()));
            put(values, Field.CHILDREN, joined(new TreeSet<>(fields.children())));
            emit(created, Verb.created, "created", fields.creator(), links, values, -1);
        }

        private void change(
                Past past, Past.Change change, Map<Long, Set<String>> components, Map<Long, Set<String>> versions,
                String lastStatus) {
            Item to = change.item();
            String kind = Past.kind(to.field());
            TreeMap<String, String> values = new TreeMap<>();
            String text = kind == null ? "" : past.textAfter(kind).getOrDefault(change.atMillis(), "");
            switch (kind == null ? "" : kind) {
                case "status" -> {
                    values.put(Field.STATUS, text);
                    if (text.equals(lastStatus)) {
                        put(values, Field.STATUS_CATEGORY, fields.statusCategory());
                    }
                    emit(change, Verb.statusChanged, List.of(), values);
                }
                case "assignee" -> {
                    String owner = Past.blankToNull(past.idAfter("assignee").get(change.atMillis()));
                    emit(change, owner == null ? Verb.unassigned : Verb.assigned,
                            owner == null ? List.of() : List.of(ownerLink(owner)), values);
                }
                case "component" -> {
                    values.put(Field.COMPONENT, joined(components.getOrDefault(change.atMillis(), Set.of())));
                    emit(change, Verb.fieldChanged, List.of(), values);
                }
                case "fixVersion" -> {
                    values.put(Field.FIX_VERSION, joined(versions.getOrDefault(change.atMillis(), Set.of())));
                    emit(change, Verb.scopeMoved, List.of(), values);
                }
                case "label" -> {
                    values.put(Field.LABEL, words(text));
                    emit(change, Verb.fieldChanged, List.of(), values);
                }
                case "due" -> {
                    values.put(Field.DUE, text);
                    boolean moved = to.from() != null || (to.fromText() != null && !to.fromText().isEmpty());
                    emit(change, moved ? Verb.dueMoved : Verb.dueSet, List.of(), values);
                }
                case "sprint" -> {
                    values.put(Field.SPRINT, text);
                    emit(change, Verb.scopeMoved, List.of(), values);
                }
                case "resolution", "priority", "type", "epic", "estimate" -> {
                    values.put(kind, text);
                    emit(change, Verb.fieldChanged, List.of(), values);
                }
                case "key" -> {
                    moved(to);
                    values.put(Field.ALIAS, to.fromText() == null ? "" : to.fromText());
                    emit(change, Verb.fieldChanged, List.of(), values);
                }
                case "link" -> link(change);
                default -> {
                    values.put("field:" + to.field(), "");
                    emit(change, Verb.fieldChanged, List.of(), values);
                }
            }
        }

        private void moved(Item to) {
            String old = Past.blankToNull(to.fromText());
            if (old != null) {
                idOfKey.putIfAbsent(old, item);
            }
        }

        private void link(Past.Change change) {
            Item to = change.item();
            String added = Past.blankToNull(to.toText());
            boolean linked = added != null;
            String phrase = added != null ? added : to.fromText() == null ? "" : to.fromText();
            String other = linked ? to.to() : to.from();
            Boolean waits = IssueReader.waits(phrase.replaceFirst("^This issue ", ""));
            if (waits != null && other != null) {
                pending.add(new PendingLink(waits ? issue.key() : other, waits ? other : issue.key(), change.atMillis(),
                        linked, nativeId("history:" + change.history().id() + ":" + change.index()),
                        change.history().author(), origin(number(change.history().id()))));
            } else {
                TreeMap<String, String> values = new TreeMap<>();
                values.put("field:Link", "");
                emit(change, Verb.fieldChanged, List.of(), values);
            }
        }

        /** Present links that the change log does not tell the beginning of: they are as old as the younger issue. */
        private void presentLinks(Past past, long created) {
            for (JiraIssue.IssueLink link : fields.links()) {
                String other = link.blockedKey().equals(issue.key()) ? link.blockerKey() : link.blockedKey();
                boolean told = past.changes().stream().anyMatch(change -> "Link".equals(change.item().field())
                        && other.equals(change.item().to()));
                if (!told) {
                    pending.add(new PendingLink(link.blockedKey(), link.blockerKey(), created, true,
                            nativeId("link:" + link.id()), null, origin(number(link.id()))));
                }
            }
        }

        private void withoutLog(long created) {
            TreeMap<String, String> first = new TreeMap<>();
            first.put(Field.CHANGE_LOG, "none");
            first.put(Field.OWNER, Field.OWNER_UNKNOWN);
            put(first, Field.PRIORITY, fields.priority());
            put(first, Field.TYPE, fields.type());
            put(first, Field.EPIC, fields.epic());
            put(first, Field.COMPONENT, joined(new TreeSet<>(fields.components())));
            put(first, Field.FIX_VERSION, joined(new TreeSet<>(fields.fixVersions())));
            put(first, Field.LABEL, joined(new TreeSet<>(fields.labels())));
            created(created, first, List.of());
            Long resolved = fields.resolved() == null ? null : plausible(fields.resolved(), "resolution");
            if (resolved != null) {
                TreeMap<String, String> end = new TreeMap<>();
                put(end, Field.STATUS, fields.status());
                put(end, Field.STATUS_CATEGORY, fields.statusCategory());
                put(end, Field.RESOLUTION, fields.resolution());
                emit(resolved, Verb.done, "resolved", null, List.of(), end, -1);
                return;
            }
            snapshot();
        }

        /** What holds since the last update: after it nothing changed. */
        private void snapshot() {
            Long updated = fields.updated() == null ? null : plausible(fields.updated(), "update");
            if (updated != null) {
                TreeMap<String, String> now = new TreeMap<>();
                put(now, Field.STATUS, fields.status());
                put(now, Field.STATUS_CATEGORY, fields.statusCategory());
                put(now, Field.DUE, fields.due());
                put(now, Field.ESTIMATE, fields.estimate());
                put(now, Field.SPRINT, joined(new TreeSet<>(fields.sprints())));
                List<Link> owner = List.of();
                if (fields.assignee() == null) {
                    now.put(Field.OWNER, Field.OWNER_NONE);
                } else {
                    owner = List.of(ownerLink(fields.assignee()));
                }
                emit(updated, Verb.fieldChanged, "snapshot", null, owner, now, -1);
            }
        }

        /** What it was planned for, where the whole of its past is there. */
        private void planned(Past past, long created) {
            if (issue.log() == Log.FULL) {
                plans.add(issue, past, created, versionMillis, (at, local, account, values, record) ->
                        event(at, Verb.dueSet, local, account, List.of(), values, record));
            }
        }

        private void comments() {
            for (Comment comment : issue.comments()) {
                Long at = plausible(comment.created(), "comment " + comment.id());
                if (at != null) {
                    emit(at, Verb.commented, "comment:" + comment.id(), comment.author(), List.of(), Map.of(),
                            number(comment.id()));
                }
            }
        }

        private void workLogs() {
            for (WorkLog log : issue.workLogs()) {
                Long at = plausible(log.started(), "worklog " + log.id());
                if (at != null) {
                    emit(at, Verb.logged, "worklog:" + log.id(), log.author(), List.of(),
                            Map.of(Field.MILLIS, Long.toString(Math.max(0, log.seconds()) * 1000)), number(log.id()));
                }
            }
        }

        private void emit(Past.Change change, Verb verb, List<Link> links, Map<String, String> values) {
            History history = change.history();
            emit(change.atMillis(), verb, "history:" + history.id() + ":" + change.index(), history.author(), links,
                    values,
                    number(history.id()));
        }

        private void emit(
                long at, Verb verb, String local, @Nullable String account, List<Link> links,
                Map<String, String> values,
                long record) {
            waiting.add(event(at, verb, local, account, links, values, record));
        }

        private Event event(
                long at, Verb verb, String local, @Nullable String account, List<Link> links,
                Map<String, String> values, long record) {
            return new Event(EventId.of(nativeId(local)), at, verb, Ref.item(item),
                    account == null ? null : Ref.actor(tokens.apply("jira:" + account)), links, values, origin(record));
        }

        private String nativeId(String local) {
            return item + ":" + local;
        }

        private Origin origin(long record) {
            return new Origin("jira", versionMillis, pointer, record);
        }

        private Link ownerLink(String account) {
            return new Link(Link.OWNER, Ref.actor(tokens.apply("jira:" + account)));
        }
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }

    private static String joined(Set<String> values) {
        return String.join(String.valueOf(Field.SEPARATOR), values);
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null ? null : joined(new TreeSet<>(List.of(text.strip().split("\\s+"))));
    }

    /** A native id as a number, or -1. */
    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
