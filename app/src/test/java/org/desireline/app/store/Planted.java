package org.desireline.app.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.desireline.app.source.files.Footprint;
import org.desireline.journal.Event;
import org.desireline.journal.EventBatch;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Source;
import org.desireline.journal.Trouble;
import org.desireline.journal.Verb;

/**
 * A source that delivers what it was made of.
 *
 * @param events in the order they are delivered
 * @param troubles likewise, after the events
 */
record Planted(List<Event> events, List<Trouble> troubles) implements Source {

    /** Texts that a database might keep otherwise than Java does. */
    private static final String[] ODD = {
        "", "a", "B", "\u00e4", "\uffee", "\ud83d\ude00", "\ud83d", "x\ude00y", "\u0000",
        "a\u0000b", "\u001e0041", "it's", "a\u001fb", "\"q\"", "\\u0041", "NULL", "\ufeff", "line\nbreak", "\u007f"};

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public void read(Consumer<Event> sink, Consumer<Trouble> troubleSink) {
        events.forEach(sink);
        troubles.forEach(troubleSink);
    }

    /** An export of a name, which lies nowhere. */
    static Imported export(String name) {
        return new Imported(Path.of("/planted", name), name, new Footprint(1, 2, name + "!"), "c" + name, 0, 0, false);
    }

    /** Random events: odd texts, links to items that are not there, items by key, ids with two contents. */
    static List<Event> events(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean again = i > 10 && random.nextInt(6) == 0;
            EventId id = again ? events.get(random.nextInt(events.size())).id() : EventId.of("e" + seed + "/" + i);
            TreeMap<String, String> attributes = new TreeMap<>();
            if (random.nextInt(8) == 0) {
                attributes.put(random.nextBoolean() ? Field.KEY : Field.ALIAS, key(random));
            }
            for (int a = random.nextInt(5); a > 0; a--) {
                attributes.put("name" + random.nextInt(9), ODD[random.nextInt(ODD.length)]);
            }
            List<Link> links = new ArrayList<>();
            for (int l = random.nextInt(3); l > 0; l--) {
                links.add(new Link("q" + random.nextInt(3), random.nextBoolean() ? item(random, 60)
                        : Ref.actor("token" + random.nextInt(12))));
            }
            events.add(new Event(id, random.nextInt(40), Verb.of(random.nextInt(Verb.values().length)),
                    random.nextInt(6) == 0 ? Ref.byKey(key(random)) : item(random, 40),
                    random.nextInt(4) == 0 ? null : Ref.actor("token" + random.nextInt(9)), links,
                    attributes, new Origin("planted", random.nextInt(3), "file!" + ODD[random.nextInt(ODD.length)],
                            random.nextInt(-1, 50))));
        }
        return events;
    }

    private static String key(SplittableRandom random) {
        return "K" + ODD[random.nextInt(ODD.length)] + "-" + random.nextInt(2);
    }

    private static Ref item(SplittableRandom random, int bound) {
        int number = random.nextInt(bound);
        return Ref.item("item" + ODD[number % ODD.length] + number);
    }

    /** Everything that a journal tells, in its own order. */
    static List<String> told(Journal journal) {
        List<String> told = new ArrayList<>();
        told.add(journal.eventCount() + " " + journal.itemCount() + " " + journal.actorCount());
        for (int item = 0; item < journal.itemCount(); item++) {
            told.add(journal.itemId(item));
        }
        for (int actor = 0; actor < journal.actorCount(); actor++) {
            told.add(journal.actorToken(actor));
        }
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                told.add(told(journal, batch, row));
            }
        });
        journal.troubles().forEach(trouble -> told.add(trouble.toString()));
        return told;
    }

    private static String told(Journal journal, EventBatch batch, int row) {
        StringBuilder line = new StringBuilder();
        line.append(batch.item()[row]).append(' ').append(batch.atMillis()[row]).append(' ').append(batch.verbAt(row))
                .append(' ').append(batch.actor()[row]).append(' ').append(journal.text(batch.pointer()[row]))
                .append(' ').append(batch.record()[row]);
        for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
            line.append(" [").append(journal.text(batch.attributeName()[i])).append('=')
                    .append(journal.text(batch.attributeValue()[i])).append(']');
        }
        for (int i = batch.linkStart()[row]; i < batch.linkStart()[row + 1]; i++) {
            line.append(" <").append(journal.text(batch.linkQualifier()[i])).append('>').append(batch.linkTarget()[i]);
        }
        return line.toString();
    }
}
