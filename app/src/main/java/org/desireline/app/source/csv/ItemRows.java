package org.desireline.app.source.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.app.source.files.Delivery;
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
 * Turns rows that are items as they stand into events: their creation, and their end or what holds since they were last
 * changed. Who had one before, and when work began, such a table does not tell. Pure.
 */
final class ItemRows {

    private static final Map<Role, String> FIELDS = Map.of(Role.PRIORITY, Field.PRIORITY, Role.TYPE, Field.TYPE,
            Role.SEVERITY, Field.SEVERITY, Role.COMPONENT, Field.COMPONENT, Role.DUE, Field.DUE);
    private static final int MOST_CHARS = 120;

    /**
     * An item as it stands.
     *
     * @param closed when it was closed, null where it is open
     * @param updated when it was last changed, null where nobody says
     * @param values what the columns say
     * @param record the number of the row, from 1
     */
    record Item(
            String name,
            long created,
            @Nullable Long closed,
            @Nullable Long updated,
            Map<Role, String> values,
            long record) {}

    private final Delivery delivery;
    private final String source;
    private final String table;
    private final String pointer;
    private final Set<String> known = new HashSet<>();
    private long repeated;
    private long undated;

    ItemRows(Delivery delivery, String source, String table, String pointer) {
        this.delivery = delivery;
        this.source = source;
        this.table = table;
        this.pointer = pointer;
    }

    /** Takes an item. */
    void row(Item item) {
        if (!known.add(item.name())) {
            repeated++;
            return;
        }
        TreeMap<String, String> first = new TreeMap<>();
        FIELDS.forEach((role, field) -> put(first, field, item.values().get(role)));
        first.put(Field.KEY, item.name());
        first.put(Field.PROJECT, table);
        first.put(Field.CHANGE_LOG, "none");
        first.put(Field.OWNER, Field.OWNER_UNKNOWN);
        Long since = item.closed() != null ? item.closed() : item.updated();
        boolean isOpenSinceCreation = since == null;
        if (isOpenSinceCreation) {
            put(first, Field.STATUS, item.values().get(Role.STATUS));
            undated++;
        }
        emit(item, "created", item.created(), Verb.created, List.of(), first);
        if (item.closed() != null) {
            TreeMap<String, String> end = new TreeMap<>();
            end.put(Field.STATUS, item.values().getOrDefault(Role.STATUS, "Closed"));
            end.put(Field.STATUS_CATEGORY, "done");
            put(end, Field.RESOLUTION, item.values().get(Role.RESOLUTION));
            emit(item, "closed", Math.max(item.created(), item.closed()), Verb.done, List.of(), end);
        } else if (item.updated() != null) {
            TreeMap<String, String> now = new TreeMap<>();
            put(now, Field.STATUS, item.values().get(Role.STATUS));
            String owner = item.values().get(Role.OWNER);
            List<Link> links = List.of();
            if (owner == null) {
                now.put(Field.OWNER, Field.OWNER_NONE);
            } else {
                links = List.of(new Link(Link.OWNER, delivery.actor(source + ":" + owner)));
                if (owner.contains(" ") || owner.contains("@")) {
                    delivery.called(source + ":" + owner, owner);
                }
            }
            emit(item, "snapshot", Math.max(item.created(), item.updated()), Verb.fieldChanged, links, now);
        }
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isEmpty() && value.length() <= MOST_CHARS) {
            values.put(field, value);
        }
    }

    private void emit(Item item, String what, long at, Verb verb, List<Link> links, Map<String, String> values) {
        String id = source + ":" + table + ":" + item.name();
        long version = Math.max(item.updated() == null ? 0 : item.updated(),
                item.closed() == null ? 0 : item.closed());
        delivery.event(new Event(EventId.of(id + ":" + what), at, verb, Ref.item(id), null, links, values,
                new Origin(source, version, pointer, item.record())));
    }

    /** Says what was left out or assumed. */
    void finish() {
        if (repeated > 0) {
            delivery.trouble(Severity.WARNING, pointer, "rows about an item that an earlier row is about: left out."
                    + " Perhaps each row is an event: name the columns 'activity' and 'time'", repeated);
        }
        if (undated > 0) {
            delivery.trouble(Severity.NOTE, pointer, "open items of which no column says when they were last changed:"
                    + " their status counts as of their creation, their owner as unknown", undated);
        }
    }
}
