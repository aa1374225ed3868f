package org.desireline.journal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a source says it.
 *
 * @param id derived from origin and native id
 * @param atMillis when, UTC milliseconds
 * @param verb what
 * @param subject the item it happened to
 * @param actor who did it, as a token, or null where the source does not say
 * @param links other objects it concerns
 * @param attributes values by {@link Field}; sorted by name
 * @param origin where it was read
 */
public record Event(
        EventId id,
        long atMillis,
        Verb verb,
        Ref subject,
        @Nullable Ref actor,
        List<Link> links,
        Map<String, String> attributes,
        Origin origin) {

    public Event {
        links = List.copyOf(links);
        attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** The same event, of another item. */
    Event on(Ref item) {
        return new Event(id, atMillis, verb, item, actor, links, attributes, origin);
    }

    /**
     * A hash of everything the event says and of where it was read. Its upper half leaves out who is meant, so that
     * which of two copies has the larger hash depends on the secret of the tokens only where they differ in nothing
     * else.
     */
    public EventId content() {
        StringBuilder said = new StringBuilder().append(atMillis).append(' ').append(verb).append(' ').append(subject)
                .append(' ').append(attributes).append(' ').append(origin);
        StringBuilder who = new StringBuilder().append(actor);
        said.append(' ').append(actor == null);
        for (Link link : links) {
            boolean toItem = link.target().kind().equals(Ref.ITEM);
            said.append(' ').append(toItem ? link : link.qualifier());
            who.append(' ').append(link);
        }
        EventId withoutWho = EventId.of(said.toString());
        return new EventId(withoutWho.high(), EventId.of(withoutWho.low() + " " + who).high());
    }
}
