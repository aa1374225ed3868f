package org.desireline.app.source.ocel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Instants;
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
 * Turns an object-centric log into events. Pure: no IO, and people are tokens from the first moment.
 *
 * <p>An event of the log is one of the journal for each item it relates to, for it happened to each; the others are
 * links of it. An item is created with its first event and closed with its last, as process mining has it: a log says
 * what was done, and never that nothing more will be. Who owns an item it does not say either.
 *
 * <p>The id of an event is a hash of item and native id behind a few bits by which, of the events of one instant, the
 * creation of an item comes first, its end last, and the others in the order of the numbers that their names end with.
 */
final class OcelEvents {

    /** An event of more items than this links to the first of them only. */
    private static final int MOST_LINKS = 100;
    /** The status of an item after its last event. */
    private static final String CLOSED = "Case closed";
    /** Qualifiers that mean something else to the journal. */
    private static final long FIRST_RANK = 0;
    private static final long MIDDLE_RANK = 1;
    private static final long LAST_RANK = 2;
    private static final int RANK_BITS = 62;
    private static final int HASH_BITS = 32;
    private static final Set<String> RESERVED = Set.of(Link.OWNER, Link.BLOCKED_BY, Link.PARENT);

    private final Delivery delivery;
    private final OcelLog log;
    private final String project;
    private final String pointer;
    private final long newestMillis;
    private final OcelTimes times;
    private final OcelRoles roles;
    private final OcelValues values;
    private final Map<String, Life> lives = new TreeMap<>();
    private final Map<String, Long> wrong = new TreeMap<>();
    private final Map<String, Long> notes = new TreeMap<>();

    /** What the events of an object tell of it. */
    private static final class Life {

        private long firstMillis = Long.MAX_VALUE;
        private long lastMillis = Long.MIN_VALUE;
        private long firstRecord;
        private long lastRecord;
        private String offset = "";

        void see(long at, long record, String written) {
            if (at < firstMillis) {
                firstMillis = at;
                firstRecord = record;
                offset = written;
            }
            if (at >= lastMillis) {
                lastMillis = at;
                lastRecord = record;
            }
        }
    }

    /** An event of the log whose time can be true. */
    private record Dated(OcelLog.Happening happening, long atMillis) {}

    /**
     * A translator of one log.
     *
     * @param project the name of the log
     * @param pointer where it was read
     * @param newestMillis no event can be later than this
     */
    OcelEvents(Delivery delivery, OcelLog log, String project, String pointer, long newestMillis) {
        this.delivery = delivery;
        this.log = log;
        this.project = project;
        this.pointer = pointer;
        this.newestMillis = newestMillis;
        this.times = OcelTimes.of(log);
        this.roles = OcelRoles.of(log);
        this.values = OcelValues.of(log, roles);
    }

    /** Hands on what the log tells. */
    void translate() {
        log.problems().forEach((what, count) -> delivery.trouble(Severity.WARNING, pointer, what, count));
        OwnEvents own = new OwnEvents(delivery, pointer, newestMillis);
        List<Dated> dated = new ArrayList<>();
        long local = 0;
        for (OcelLog.Happening happening : log.happenings()) {
            if (OwnEvents.isOwn(happening)) {
                own.event(happening);
                continue;
            }
            Long at = times.millis(happening.time());
            String wrong = Instants.wrong(happening.time(), at, newestMillis);
            if (wrong != null || at == null) {
                wrong("an event " + wrong + "; it does not count");
            } else {
                dated.add(new Dated(happening, at));
                local += OcelTimes.isLocal(happening.time()) ? 1 : 0;
            }
        }
        own.finish();
        if (dated.isEmpty() && own.count() > 0) {
            return;
        }
        dated.forEach(this::seen);
        lives.forEach((id, life) -> created(thing(id), life));
        dated.forEach(this::happened);
        lives.keySet().forEach(id -> changed(thing(id)));
        lives.keySet().forEach(id -> linked(thing(id)));
        lives.forEach(this::closed);
        tell(local);
    }

    private OcelLog.Thing thing(String id) {
        OcelLog.Thing thing = log.things().get(id);
        if (thing == null) {
            throw new IllegalArgumentException("No object has been read that is called so.");
        }
        return thing;
    }

    private OcelRoles.@Nullable Role role(String object) {
        OcelLog.Thing thing = log.things().get(object);
        return thing == null ? null : roles.of(thing.type());
    }

    private void wrong(String what) {
        wrong.merge(what, 1L, Long::sum);
    }

    private void note(String what) {
        notes.merge(what, 1L, Long::sum);
    }

    private void seen(Dated dated) {
        for (OcelLog.Relation relation : new LinkedHashSet<>(dated.happening.relations())) {
            OcelRoles.Role role = role(relation.object());
            if (role == null) {
                wrong("relations of events lead to an object that the log does not have; left out");
            } else if (role == OcelRoles.Role.item) {
                lives.computeIfAbsent(relation.object(), none -> new Life())
                        .see(dated.atMillis, dated.happening.place(), OcelTimes.offset(dated.happening.time()));
            }
        }
    }

    private String item(String object) {
        return "ocel:" + project + ":" + object;
    }

    private EventId id(String object, long rank, String local) {
        EventId hash = EventId.of(item(object) + ":" + local);
        return new EventId(rank << RANK_BITS | number(local) << HASH_BITS | hash.high() >>> HASH_BITS, hash.low());
    }

    /** The number that a name ends with, as far as it fits; 0 where there is none. */
    private static long number(String name) {
        int at = name.length();
        while (at > 0 && name.length() - at < 9 && name.charAt(at - 1) >= '0' && name.charAt(at - 1) <= '9') {
            at--;
        }
        return at == name.length() ? 0 : Long.parseLong(name.substring(at));
    }

    private void emit(
            EventId id, String object, long at, Verb verb, @Nullable Ref actor, List<Link> links,
            Map<String, String> attributes, Origin origin) {
        delivery.event(new Event(id, at, verb, Ref.item(item(object)), actor, links, attributes, origin));
    }

    private Origin origin(long versionMillis, long record) {
        return new Origin("ocel", versionMillis, pointer, record);
    }

    private void closed(String object, Life life) {
        emit(id(object, LAST_RANK, "closed"), object, life.lastMillis, Verb.done, null, List.of(),
                Map.of(Field.STATUS, CLOSED, Field.STATUS_CATEGORY, "done"),
                origin(life.lastMillis, life.lastRecord));
    }

    private void created(OcelLog.Thing thing, Life life) {
        Map<String, String> first = new TreeMap<>();
        first.put(Field.KEY, thing.id());
        first.put(Field.PROJECT, project);
        first.put(Field.TYPE, thing.type());
        first.put(Field.CHANGE_LOG, "partial");
        first.put(Field.OWNER, Field.OWNER_UNKNOWN);
        if (!life.offset.isEmpty()) {
            first.put(Field.OFFSET, life.offset);
        }
        for (OcelLog.Value value : sorted(thing)) {
            if (times.isFirst(value.time()) && !value.value().isEmpty() && values.keepsOfObjects(value.name())) {
                first.put(Field.CUSTOM + value.name(), value.value());
            }
        }
        emit(id(thing.id(), FIRST_RANK, "created"), thing.id(), life.firstMillis, Verb.created, null, List.of(), first,
                origin(life.lastMillis, life.firstRecord));
    }

    private static List<OcelLog.Value> sorted(OcelLog.Thing thing) {
        return thing.values().stream().sorted(Comparator.comparing(OcelLog.Value::name)
                .thenComparing(OcelLog.Value::time).thenComparing(OcelLog.Value::value)).toList();
    }

    private void happened(Dated dated) {
        OcelLog.Happening happening = dated.happening;
        TreeMap<String, List<String>> items = new TreeMap<>();
        TreeSet<OcelLog.Relation> people = new TreeSet<>(Comparator.comparing(OcelLog.Relation::qualifier)
                .thenComparing(OcelLog.Relation::object));
        for (OcelLog.Relation relation : new TreeSet<>(happening.relations())) {
            OcelRoles.Role role = role(relation.object());
            if (role == OcelRoles.Role.item) {
                items.computeIfAbsent(relation.object(), none -> new ArrayList<>()).add(relation.qualifier());
            } else if (role == OcelRoles.Role.people) {
                people.add(relation);
            }
        }
        if (items.isEmpty()) {
            note("events relate to no item; left out");
            return;
        }
        Ref actor = actor(happening, people);
        Map<String, String> attributes = new TreeMap<>();
        happening.attributes().forEach((name, value) -> {
            if (values.keepsOfEvents(name) && !value.isEmpty()) {
                attributes.put(Field.CUSTOM + name, value);
            } else if (!values.isDoer(name) && !value.isEmpty()) {
                note("values of events may be somebody's words or name; left out");
            }
        });
        attributes.put(Field.ACTIVITY, happening.type());
        attributes.put(Field.STATUS, happening.type());
        attributes.put(Field.STATUS_CATEGORY, StatusWords.ACTIVITY);
        for (String object : items.keySet()) {
            emit(id(object, MIDDLE_RANK, "event:" + happening.id()), object, dated.atMillis, Verb.statusChanged, actor,
                    links(items, object), attributes, origin(0, happening.place()));
        }
    }

    private @Nullable Ref actor(OcelLog.Happening happening, Set<OcelLog.Relation> people) {
        Set<String> names = new LinkedHashSet<>();
        people.forEach(relation -> names.add(relation.object()));
        happening.attributes().forEach((name, value) -> {
            if (values.isDoer(name) && !value.isBlank()) {
                names.add(value);
            }
        });
        if (names.isEmpty()) {
            return null;
        }
        if (names.size() > 1) {
            note("events name several people; the first of them counts");
        }
        String name = names.iterator().next();
        if (name.contains(" ") || name.contains("@")) {
            delivery.called("ocel:" + name, name);
        }
        return delivery.actor("ocel:" + name);
    }

    private List<Link> links(Map<String, List<String>> items, String but) {
        List<Link> links = new ArrayList<>();
        for (Map.Entry<String, List<String>> other : items.entrySet()) {
            if (!other.getKey().equals(but)) {
                other.getValue().forEach(qualifier ->
                        links.add(new Link(qualifier(qualifier), Ref.item(item(other.getKey())))));
            }
            if (links.size() >= MOST_LINKS) {
                note("events relate to more than 100 items; links to the others are left out");
                break;
            }
        }
        return links;
    }

    private static String qualifier(String qualifier) {
        return qualifier.isEmpty() ? "related" : RESERVED.contains(qualifier) ? "ocel:" + qualifier : qualifier;
    }

    private void changed(OcelLog.Thing thing) {
        for (OcelLog.Value value : sorted(thing)) {
            if (times.isFirst(value.time())) {
                continue;
            }
            Long at = times.millis(value.time());
            String wrong = Instants.wrong(value.time(), at, newestMillis);
            if (wrong != null || at == null) {
                wrong("a value of an object " + wrong + "; it does not count");
                continue;
            }
            boolean kept = values.keepsOfObjects(value.name());
            String local = "value " + value.name() + " " + at + " " + value.value() + " ";
            emit(id(thing.id(), MIDDLE_RANK, local), thing.id(), at, Verb.fieldChanged, null, List.of(),
                    kept ? Map.of(Field.CUSTOM + value.name(), value.value()) : Map.of("field:" + value.name(), ""),
                    origin(0, -1));
        }
    }

    /** A log does not date relations of objects: they are as old as the younger of the two. */
    private void linked(OcelLog.Thing thing) {
        Life life = lives.get(thing.id());
        for (OcelLog.Relation relation : new TreeSet<>(thing.relations())) {
            Life other = lives.get(relation.object());
            if (other == null || life == null) {
                note("relations of an item lead to what is no item; left out");
                continue;
            }
            String qualifier = qualifier(relation.qualifier());
            emit(id(thing.id(), MIDDLE_RANK, "link " + qualifier + " " + relation.object() + " "), thing.id(),
                    Math.max(life.firstMillis, other.firstMillis), Verb.linked, null,
                    List.of(new Link(qualifier, Ref.item(item(relation.object())))), Map.of(), origin(0, -1));
        }
    }

    private void tell(long local) {
        wrong.forEach((what, count) -> delivery.trouble(Severity.WARNING, pointer, what, count));
        notes.forEach((what, count) -> delivery.trouble(Severity.NOTE, pointer, count + " " + what, 1));
        if (local > 0) {
            delivery.trouble(Severity.NOTE, pointer, local + " times have no offset: " + (times.localOffsetMillis() == 0
                    ? "read as UTC" : "read as that of the hour at which the log puts the beginning of 1970, and so an"
                            + " hour wrong where summer time held"), 1);
        }
        Map<String, List<OcelLog.Thing>> byType = log.byType();
        roles.types().forEach((role, types) -> types.forEach(type -> delivery.trouble(Severity.NOTE, pointer,
                byType.getOrDefault(type, List.of()).size() + " objects of type " + shown(type) + switch (role) {
                    case item -> ": items, as far as they have events";
                    case people -> ": people, that is actors and no items";
                    case party -> ": parties outside, neither items nor actors";
                    case shared -> ": shared by very many events, neither items nor actors";
                    case eventless -> ": they have no event; left out";
                }, 1)));
    }

    private static String shown(String type) {
        return type.length() <= 40 ? type : type.substring(0, 40) + "…";
    }
}
