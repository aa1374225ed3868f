package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;

/** Writes events by hand, one call an event. An empty actor stands for nobody on record. */
public final class Chronicle {

    private final List<Event> events = new ArrayList<>();

    /** Any event. */
    public Chronicle event(
            String item, long atMillis, Verb verb, String actor, Map<String, String> attributes, Link... links) {
        int record = events.size();
        events.add(new Event(EventId.of(item + "#" + record), atMillis, verb, Ref.item(item),
                actor.isEmpty() ? null : Ref.actor(actor), List.of(links), attributes,
                new Origin("hand", 0, "by-hand", record)));
        return this;
    }

    /** An item whose whole past is on record, unowned at first. */
    public Chronicle created(String item, long atMillis, String actor, Map<String, String> attributes) {
        Map<String, String> all = new java.util.TreeMap<>(Map.of(Field.CHANGE_LOG, "full", Field.KEY, key(item),
                Field.OWNER, Field.OWNER_NONE, Field.PROJECT, "ONE", Field.STATUS, "Open"));
        all.putAll(attributes);
        return event(item, atMillis, Verb.created, actor, all);
    }

    /** A new owner. */
    public Chronicle assigned(String item, long atMillis, String actor, String owner) {
        return event(item, atMillis, Verb.assigned, actor, Map.of(), new Link(Link.OWNER, Ref.actor(owner)));
    }

    /** A new status. */
    public Chronicle moved(String item, long atMillis, String actor, String status) {
        return event(item, atMillis, Verb.statusChanged, actor, Map.of(Field.STATUS, status));
    }

    /** Another value of a field. */
    public Chronicle changed(String item, long atMillis, String actor, String field, String value) {
        return event(item, atMillis, Verb.fieldChanged, actor, Map.of(field, value));
    }

    /** Recorded work. */
    public Chronicle logged(String item, long atMillis, String actor, long millis) {
        return event(item, atMillis, Verb.logged, actor, Map.of(Field.MILLIS, Long.toString(millis)));
    }

    /** From now on the item waits for another, or no longer does. */
    public Chronicle blockedBy(String item, long atMillis, String actor, String other, boolean linked) {
        return event(item, atMillis, linked ? Verb.linked : Verb.unlinked, actor, Map.of(),
                new Link(Link.BLOCKED_BY, Ref.item(other)));
    }

    /** Everything written so far, in the order of writing. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The name people know an item by: what stands after the last colon of its id. */
    public static String key(String item) {
        return item.substring(item.lastIndexOf(':') + 1);
    }
}
