package org.desireline.app.ocel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.app.source.ocel.OwnLog;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Ref;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an object-centric log of a journal declares before its first event: types, attributes, objects. It is made in a
 * first pass over the events, and makes an entry of each in a second one.
 *
 * <p>A type of events declares few enough attributes for a table to have a column each, and no two that differ in case
 * only; the others of an event, and those with characters that XML does not know, are in one attribute together.
 */
final class Contents {

    /** The type of items that no source gave one, and of those that are only linked to. */
    private static final String ITEM = "item";
    private static final String ACTOR = "actor";
    /** A table of SQLite has 2,000 columns at most. */
    private static final int MOST_ATTRIBUTES = 1_000;
    private static final List<String> OWN = List.of(OwnLog.VERB, OwnLog.SOURCE, OwnLog.VERSION, OwnLog.POINTER,
            OwnLog.RECORD, OwnLog.MORE);
    /** Names that mean something else in a table. */
    private static final Set<String> TAKEN = Set.of("ocel_id", "ocel_time", "ocel_changed_field");

    private final boolean withActors;
    private final TreeMap<String, String> objects = new TreeMap<>();
    /** By type of event, the attributes it declares by their names in lower case. */
    private final TreeMap<String, TreeMap<String, String>> eventTypes = new TreeMap<>();
    private long events;

    /**
     * Nothing yet.
     *
     * @param withActors whether people are there, as tokens
     */
    Contents(boolean withActors) {
        this.withActors = withActors;
    }

    /** Hears an event in the first pass. */
    void hear(Event event) {
        events++;
        Map<String, String> declared = eventTypes.computeIfAbsent(type(event), none -> new TreeMap<>());
        event.attributes().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (declared.size() < MOST_ATTRIBUTES && OwnLog.isPlain(name) && !name.isEmpty()
                    && !name.startsWith(OwnLog.PREFIX) && !TAKEN.contains(lower)) {
                declared.merge(lower, name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        });
        String type = event.attributes().getOrDefault(Field.TYPE, "");
        object(event.subject(), type.isEmpty() ? ITEM : type);
        if (event.actor() != null) {
            object(event.actor(), ACTOR);
        }
        event.links().forEach(link -> object(link.target(), ITEM));
    }

    private void object(Ref target, String type) {
        if (target.kind().equals(Ref.ITEM)) {
            objects.merge(id(target), OwnLog.escaped(type), (one, other) -> one.equals(ITEM) ? other : one);
        } else if (withActors) {
            objects.put(id(target), ACTOR);
        }
    }

    private static String id(Ref target) {
        return OwnLog.escaped(target.kind().equals(Ref.ITEM) ? target.id() : OwnLog.ACTOR_ID + target.id());
    }

    private static String type(Event event) {
        String activity = event.attributes().getOrDefault(Field.ACTIVITY, "");
        return OwnLog.escaped(activity.isEmpty() ? event.verb().name() : activity);
    }

    /** Objects by id, each with its type. */
    Map<String, String> objects() {
        return Collections.unmodifiableMap(objects);
    }

    /** The types of objects. */
    Set<String> objectTypes() {
        return new TreeSet<>(objects.values());
    }

    /** The types of events, each with the names of its attributes. */
    Map<String, List<String>> eventTypes() {
        Map<String, List<String>> all = new TreeMap<>();
        eventTypes.forEach((type, declared) -> {
            List<String> names = new ArrayList<>(OWN);
            names.addAll(declared.values());
            all.put(type, names);
        });
        return all;
    }

    /** How many events there are. */
    long events() {
        return events;
    }

    /** An event in the second pass. */
    Entry entry(Event event) {
        String type = type(event);
        List<Entry.Relation> relations = new ArrayList<>();
        relations.add(relation(event.subject(), OwnLog.ITEM));
        if (event.actor() != null && withActors) {
            relations.add(relation(event.actor(), OwnLog.ACTOR));
        }
        Map<String, String> told = new TreeMap<>(event.attributes());
        for (Link link : event.links()) {
            if (withActors || link.target().kind().equals(Ref.ITEM)) {
                relations.add(relation(link.target(), OwnLog.escaped(link.qualifier())));
            } else if (link.qualifier().equals(Link.OWNER)) {
                told.put(Field.OWNER, Field.OWNER_UNKNOWN);
            }
        }
        Map<String, String> attributes = attributes(told, eventTypes.getOrDefault(type, new TreeMap<>()));
        attributes.put(OwnLog.VERB, event.verb().name());
        attributes.put(OwnLog.SOURCE, OwnLog.escaped(event.origin().source()));
        attributes.put(OwnLog.VERSION, Long.toString(event.origin().versionMillis()));
        attributes.put(OwnLog.POINTER, OwnLog.escaped(event.origin().pointer()));
        attributes.put(OwnLog.RECORD, Long.toString(event.origin().record()));
        HexFormat hex = HexFormat.of();
        return new Entry(hex.toHexDigits(event.id().high()) + hex.toHexDigits(event.id().low()), type,
                Instant.ofEpochMilli(event.atMillis()).toString(), attributes, relations);
    }

    private Entry.Relation relation(Ref target, String qualifier) {
        String id = id(target);
        return new Entry.Relation(id, objects.getOrDefault(id, ITEM), qualifier);
    }

    /** Several values are readable where they stand, and exact in the attribute of what cannot stand so. */
    private static Map<String, String> attributes(Map<String, String> told, Map<String, String> declared) {
        Map<String, String> attributes = new TreeMap<>();
        Map<String, String> more = new TreeMap<>();
        told.forEach((name, value) -> {
            boolean own = name.equals(declared.get(name.toLowerCase(Locale.ROOT)));
            boolean exact = own && OwnLog.isPlain(value);
            String readable = value.replace(String.valueOf(Field.SEPARATOR), ", ");
            if (own && OwnLog.isPlain(readable)) {
                attributes.put(name, readable);
            }
            if (!exact) {
                more.put(OwnLog.escaped(name), OwnLog.escaped(value));
            }
        });
        if (!more.isEmpty()) {
            attributes.put(OwnLog.MORE, JsonMapper.shared().writeValueAsString(more));
        }
        return attributes;
    }
}
