package org.desireline.app.source.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.app.git.FileHistory.Version;
import org.desireline.app.source.files.Delivery;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusWords;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Turns what changed in a record into events, which are dated by the committer and done by the author of the commit.
 * The id of each is that of the repository, the record, the field, the commit and the file. Pure: no IO.
 *
 * <p>Blind spots: a promise counts from when it was committed, though others may have seen it only when that came to
 * the main line; of several owners only the first is one.
 */
final class RecordEvents {

    /** The status of a record that no file holds any more. */
    static final String REMOVED = "removed";
    private static final int SHORT = 12;
    private static final Pattern LOGIN = Pattern.compile("@([A-Za-z0-9][A-Za-z0-9_-]{0,99})");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}");
    /** What can be nobody's words: a number, a version, a period. */
    private static final Pattern HARMLESS = Pattern.compile("[vV]?[0-9][0-9A-Za-z._/-]{0,20}");

    private final String repository;
    private final String root;
    private final Delivery delivery;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Wrong> wrong = new TreeMap<>();

    /** What is wrong, where it was met first, and how often. */
    private record Wrong(Severity severity, String where, String what, long count) {

        Wrong again() {
            return new Wrong(severity, where, what, count + 1);
        }
    }

    /**
     * Events of the records of a repository.
     *
     * @param repository its name as shown
     * @param root the first commit of its main line
     */
    RecordEvents(String repository, String root, Delivery delivery) {
        this.repository = repository;
        this.root = root.substring(0, Math.min(SHORT, root.length()));
        this.delivery = delivery;
    }

    /** Hands everything on. */
    void finish() {
        events.forEach(delivery::event);
        wrong.values().forEach(each ->
                delivery.trouble(each.severity(), each.where(), each.what(), each.count()));
    }

    /** Says what is wrong; what is wrong in the same way is counted, and shown where it was met first. */
    void trouble(Severity severity, String path, int line, String kind, String what) {
        String where = repository + "!" + path + (line > 0 ? ":" + line : "");
        wrong.merge(kind + " " + what, new Wrong(severity, where, what, 1), (first, next) -> first.again());
    }

    /** That a record is there, with all that its first version says. */
    void created(Item item, Version version, State state) {
        Map<String, String> values = new TreeMap<>(state.attributes());
        values.put(Field.CHANGE_LOG, "full");
        values.put(Field.PROJECT, repository + "/" + item.mapping().name());
        item.call(called(item, version));
        values.put(Field.KEY, item.called());
        status(item, state.status(), values);
        List<Link> links = owner(state.owner());
        if (links.isEmpty()) {
            values.put(Field.OWNER, item.mapping().fields().containsKey(Mapping.OWNER) ? Field.OWNER_NONE
                    : Field.OWNER_UNKNOWN);
        }
        item.setOwner(state.owner());
        item.attributes().putAll(state.attributes());
        event(item, version, "created", Verb.created, links, values);
        due(item, version, state, null);
    }

    /**
     * What a version says that was not said before.
     *
     * @param before what the file said before this commit, which this commit did not change; null where that is unknown
     */
    void changed(Item item, Version version, State state, @Nullable State before) {
        String name = called(item, version);
        if (!name.equals(item.called())) {
            event(item, version, "key", Verb.fieldChanged, List.of(),
                    Map.of(Field.KEY, name, Field.ALIAS, item.called()));
            item.call(name);
        }
        boolean back = item.isEnded();
        if (back || differs(before == null ? null : before.status(), state.status(), item.status())) {
            Map<String, String> values = new TreeMap<>();
            status(item, state.status(), values);
            values.putIfAbsent(Field.STATUS, "");
            event(item, version, "status", Verb.statusChanged, List.of(), values);
            item.setEnded(false);
        }
        if (differs(before == null ? null : before.owner(), state.owner(), item.owner())) {
            List<Link> links = owner(state.owner());
            event(item, version, "owner", links.isEmpty() ? Verb.unassigned : Verb.assigned, links, Map.of());
            item.setOwner(state.owner());
        }
        TreeSet<String> names = new TreeSet<>(item.attributes().keySet());
        names.addAll(state.attributes().keySet());
        for (String field : names) {
            String now = state.attributes().getOrDefault(field, "");
            String then = before == null ? null : before.attributes().getOrDefault(field, "");
            if (differs(then, now, item.attributes().getOrDefault(field, ""))) {
                event(item, version, field, Verb.fieldChanged, List.of(), Map.of(field, now));
                item.attributes().put(field, now);
            }
        }
        due(item, version, state, before);
    }

    private static boolean differs(@Nullable String before, String now, String known) {
        return !now.equals(before) && !now.equals(known);
    }

    private void due(Item item, Version version, State state, @Nullable State before) {
        TreeSet<String> targets = new TreeSet<>(item.dues().keySet());
        targets.addAll(state.dues().keySet());
        for (String target : targets) {
            State.Due now = state.dues().get(target);
            State.Due then = before == null ? null : before.dues().get(target);
            boolean same = before != null && word(then).equals(word(now));
            State.Due known = item.dues().getOrDefault(target, State.Due.NONE);
            if (same || known.word().equals(word(now))) {
                continue;
            }
            if (now != null && now.day() == null) {
                String shown = HARMLESS.matcher(now.word()).matches() ? "'" + now.word() + "'"
                        : "what is written there";
                trouble(Severity.WARNING, version.path(), now.line(), "due " + target, "due"
                        + (target.isEmpty() ? "" : " for " + target) + ": " + shown
                        + " is neither a day nor a name that the calendar has: it is no promise of a day");
            }
            String day = now == null ? "" : now.iso();
            boolean first = !known.everHadDay();
            if (first ? !day.isEmpty() : !day.equals(known.iso())) {
                event(item, version, "due:" + target, first ? Verb.dueSet : Verb.dueMoved, List.of(),
                        values(target, now, day));
            }
            State.Due next = now == null ? State.Due.NONE : now;
            item.dues().put(target, first ? next.had(!day.isEmpty()) : next.had(true));
        }
    }

    private static Map<String, String> values(String target, State.@Nullable Due now, String day) {
        Map<String, String> values = new TreeMap<>(Map.of(Field.DUE, day));
        if (!target.isEmpty()) {
            values.put(Field.TARGET, target);
        }
        if (now != null && Calendar.iso(now.word()) == null && HARMLESS.matcher(now.word()).matches()) {
            values.put(Field.PROMISED_AS, now.word());
        }
        return values;
    }

    private static String word(State.@Nullable Due due) {
        return due == null ? "" : due.word();
    }

    /** That no file holds a record any more; what was over before is not over anew. */
    void ended(Item item, Version version) {
        item.setEnded(true);
        Phase phase = item.status().isEmpty() ? null : item.mapping().phase(item.status());
        if (phase == null || !phase.isOver()) {
            event(item, version, "removed", Verb.dropped, List.of(), Map.of(Field.STATUS, REMOVED,
                    Field.STATUS_CATEGORY, StatusWords.PHASE + Phase.dropped));
        }
        if (item.attributes().remove(Field.AGAIN) != null) {
            event(item, version, "gone", Verb.fieldChanged, List.of(), Map.of(Field.AGAIN, ""));
        }
    }

    private static void status(Item item, String status, Map<String, String> values) {
        item.setStatus(status);
        if (!status.isEmpty()) {
            values.put(Field.STATUS, status);
            Phase said = item.mapping().statuses().get(status);
            if (said != null) {
                values.put(Field.STATUS_CATEGORY, StatusWords.PHASE + said);
            }
        }
    }

    private String called(Item item, Version version) {
        String key = item.key();
        String prefix = item.mapping().prefix();
        return !key.isEmpty() && !prefix.isEmpty() ? prefix + "-" + key
                : repository + "/" + (key.isEmpty() ? version.path() : key);
    }

    /** Whoever is named: by a login, an address, else by name. */
    private List<Link> owner(String written) {
        if (written.isEmpty()) {
            return List.of();
        }
        Matcher address = ADDRESS.matcher(written);
        if (address.find()) {
            String name = written.replaceAll("[<(].*", "").strip();
            return link("git:" + address.group().toLowerCase(Locale.ROOT), name.contains("@") ? "" : name);
        }
        Matcher login = LOGIN.matcher(written);
        return login.find() ? link("github:" + login.group(1), "") : link("record:" + written, written);
    }

    private List<Link> link(String account, String name) {
        if (!name.isEmpty()) {
            delivery.called(account, name);
        }
        return List.of(new Link(Link.OWNER, delivery.actor(account)));
    }

    private void event(
            Item item, Version version, String field, Verb verb, List<Link> links, Map<String, String> values) {
        String subject = "record:" + root + ":" + item.mapping().name() + ":" + item.id();
        String local = verb == Verb.created ? field : field + ":" + version.commit() + ":" + version.path();
        if (!version.account().isEmpty() && !version.called().isEmpty()) {
            delivery.called(version.account(), version.called());
        }
        Ref actor = version.account().isEmpty() ? null : delivery.actor(version.account());
        events.add(new Event(EventId.of(subject + ":" + local), item.atMillis(), verb, Ref.item(subject), actor,
                links, values, new Origin("record", version.atMillis(), repository + "!" + version.path() + "@"
                        + version.commit().substring(0, Math.min(SHORT, version.commit().length())), -1)));
    }
}
