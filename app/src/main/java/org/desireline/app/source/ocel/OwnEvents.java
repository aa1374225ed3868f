package org.desireline.app.source.ocel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Instants;
import org.desireline.app.source.files.JsonDocuments;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads Desireline's own events back, as {@link OwnLog} has them. Pure. */
final class OwnEvents {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final OcelTimes TIMES = new OcelTimes(0);

    private final Delivery delivery;
    private final String pointer;
    private final long newestMillis;
    private final Map<String, Long> wrong = new TreeMap<>();
    private long count;

    OwnEvents(Delivery delivery, String pointer, long newestMillis) {
        this.delivery = delivery;
        this.pointer = pointer;
        this.newestMillis = newestMillis;
    }

    /** Whether an event of a log is Desireline's. */
    static boolean isOwn(OcelLog.Happening happening) {
        return happening.attributes().containsKey(OwnLog.VERB);
    }

    /** How many events were met, usable or not. */
    long count() {
        return count;
    }

    /** Reads an event back. */
    void event(OcelLog.Happening happening) {
        count++;
        Long at = TIMES.millis(happening.time());
        String late = Instants.wrong(happening.time(), at, newestMillis);
        Event event = at == null ? null : event(happening, at);
        if (late != null) {
            wrong.merge("an event " + late + "; it does not count", 1L, Long::sum);
        } else if (event == null) {
            wrong.merge("events of Desireline's own were changed by somebody; left out", 1L, Long::sum);
        } else {
            delivery.event(event);
        }
    }

    private static @Nullable Event event(OcelLog.Happening happening, long at) {
        Map<String, String> given = happening.attributes();
        String version = given.getOrDefault(OwnLog.VERSION, "");
        String record = given.getOrDefault(OwnLog.RECORD, "");
        Verb verb = verb(given.getOrDefault(OwnLog.VERB, ""));
        Map<String, String> attributes = attributes(given);
        if (!ID.matcher(happening.id()).matches() || verb == null || attributes == null
                || !NUMBER.matcher(version).matches() || !NUMBER.matcher(record).matches()) {
            return null;
        }
        Ref subject = null;
        Ref actor = null;
        List<Link> links = new ArrayList<>();
        for (OcelLog.Relation relation : happening.relations()) {
            Ref target = target(OwnLog.unescaped(relation.object()));
            if (target == null) {
                return null;
            }
            switch (relation.qualifier()) {
                case OwnLog.ITEM -> subject = target;
                case OwnLog.ACTOR -> actor = target;
                default -> links.add(new Link(OwnLog.unescaped(relation.qualifier()), target));
            }
        }
        if (subject == null || !subject.kind().equals(Ref.ITEM) || (actor != null && !actor.kind().equals(Ref.ACTOR))) {
            return null;
        }
        return new Event(id(happening.id()), at, verb, subject, actor, links, attributes,
                new Origin(OwnLog.unescaped(given.getOrDefault(OwnLog.SOURCE, "")), Long.parseLong(version),
                        OwnLog.unescaped(given.getOrDefault(OwnLog.POINTER, "")), Long.parseLong(record)));
    }

    private static EventId id(String digits) {
        return new EventId(Long.parseUnsignedLong(digits.substring(0, 16), 16),
                Long.parseUnsignedLong(digits.substring(16), 16));
    }

    private static @Nullable Verb verb(String name) {
        for (Verb verb : Verb.values()) {
            if (verb.name().equals(name)) {
                return verb;
            }
        }
        return null;
    }

    /** A token is taken as such only where it looks like one: nothing else may pass for one. */
    private static @Nullable Ref target(String object) {
        if (!object.startsWith(OwnLog.ACTOR_ID)) {
            return object.isEmpty() ? null : Ref.item(object);
        }
        String token = object.substring(OwnLog.ACTOR_ID.length());
        return ID.matcher(token).matches() ? Ref.actor(token) : null;
    }

    private static @Nullable Map<String, String> attributes(Map<String, String> given) {
        Map<String, String> attributes = new TreeMap<>();
        given.forEach((name, value) -> {
            if (!name.startsWith(OwnLog.PREFIX)) {
                attributes.put(name, value);
            }
        });
        String more = given.getOrDefault(OwnLog.MORE, "");
        if (!more.isEmpty()) {
            try {
                JsonNode exact = JsonDocuments.mapper().readTree(more);
                if (!exact.isObject()) {
                    return null;
                }
                exact.properties().forEach(entry -> attributes.put(OwnLog.unescaped(entry.getKey()),
                        OwnLog.unescaped(entry.getValue().asString())));
            } catch (JacksonException changed) {
                return null;
            }
        }
        return attributes;
    }

    /** Says what was wrong. */
    void finish() {
        wrong.forEach((what, times) -> delivery.trouble(Severity.WARNING, pointer, what, times));
    }
}
