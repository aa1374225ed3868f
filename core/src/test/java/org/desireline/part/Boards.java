package org.desireline.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;

/**
 * Random organisations in which much comes up for decision: to what happens in others, moves to a board and away from
 * it, words that something is decided, hand-offs, due days and work meanwhile are added, often at the same instant.
 */
public final class Boards {

    private static final long DAY = 24L * 3_600_000;
    private static final List<String> STATUSES = List.of("Needs Decision", "Needs Decision", "Needs Decision", "Open",
            "In Progress", "Done", "Cancelled");

    private Boards() {}

    /** An organisation; the same seed makes the same one. */
    public static Organisation random(long seed) {
        Organisation plain = Organisations.random(seed);
        SplittableRandom random = new SplittableRandom(seed * 41 + 5);
        List<Event> events = new ArrayList<>(plain.events());
        Map<String, Long> created = new HashMap<>();
        List<String> actors = plain.events().stream().filter(event -> event.actor() != null)
                .map(event -> event.actor().id()).distinct().sorted().toList();
        plain.events().stream().filter(event -> event.verb() == Verb.created)
                .forEach(event -> created.put(event.subject().id(), event.atMillis()));
        long end = plain.events().stream().mapToLong(Event::atMillis).max().orElse(0);
        List<String> items = created.keySet().stream().sorted().toList();
        for (String item : items) {
            long from = created.getOrDefault(item, 0L);
            long at = from;
            for (int i = random.nextInt(24); i > 0 && !actors.isEmpty(); i--) {
                at = random.nextInt(4) == 0 ? at : at + plain.stepMillis() * random.nextInt(1, 60);
                at = random.nextInt(8) == 0 ? at + random.nextInt(9) * DAY : at;
                if (at <= end + DAY) {
                    events.add(event(item, at, actors.get(random.nextInt(actors.size())), actors, random,
                            events.size()));
                }
            }
        }
        return new Organisation(seed, plain.stepMillis(), plain.charter(), plain.window(), plain.asOfMillis(), events,
                plain.decree());
    }

    private static Event event(
            String item, long at, String somebody, List<String> actors, SplittableRandom random, int number) {
        int draw = random.nextInt(20);
        String actor = random.nextInt(12) == 0 ? "bot" : random.nextInt(12) == 0 ? "" : somebody;
        Verb verb = draw < 8 ? Verb.statusChanged : draw < 11 ? Verb.decided : draw < 14 ? Verb.assigned
                : draw < 16 ? Verb.dueSet : draw < 17 ? Verb.logged : draw < 18 ? Verb.committed
                : draw < 19 ? Verb.merged : Verb.commented;
        Map<String, String> fields = switch (verb) {
            case statusChanged -> Map.of(Field.STATUS, STATUSES.get(random.nextInt(STATUSES.size())));
            case dueSet -> Map.of(Field.DUE, java.time.Instant.ofEpochMilli(at + (random.nextInt(22) - 4) * DAY)
                    .toString().substring(0, 10));
            case logged -> Map.of(Field.MILLIS, Long.toString(random.nextInt(300) * 60_000L * 60));
            default -> Map.of();
        };
        List<Link> links = verb == Verb.assigned
                ? List.of(new Link(Link.OWNER, Ref.actor(actors.get(random.nextInt(actors.size()))))) : List.of();
        return new Event(EventId.of(item + "#board" + number), at, verb, Ref.item(item),
                actor.isEmpty() ? null : Ref.actor(actor), links, fields, new Origin("hand", 0, "board", number));
    }
}
