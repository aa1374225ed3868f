package org.desireline.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Makes a journal of events that are in memory: sorted once, dictionary-coded.
 *
 * <p>Cost: {@code n log n} to build from n events. Two builders fed the same events in any order, with repetitions,
 * give equal journals.
 */
public final class MemoryJournal {

    private MemoryJournal() {}

    /** Collects events and troubles in any order. */
    public static final class Builder {

        private final List<Event> events = new ArrayList<>();
        private final Troubles troubles = new Troubles();

        /** Adds an event; one that was added before changes nothing. */
        public void add(Event event) {
            events.add(event);
        }

        /** Adds a trouble; equal ones are counted together. */
        public void add(Trouble trouble) {
            troubles.add(trouble);
        }

        /** Delivers the events as they were added, of those that share an id the one that counts; by (instant, id). */
        public void each(Consumer<Event> sink) {
            List<Event> distinct = distinct();
            distinct.sort(Comparator.comparingLong(Event::atMillis).thenComparing(Event::id));
            distinct.forEach(sink);
        }

        /** Lets go of every event that was read in a document. */
        public void forget(String pointer) {
            events.removeIf(event -> event.origin().pointer().equals(pointer));
        }

        /** The journal in which everybody is one person. */
        public ColumnJournal build() {
            return build(UnaryOperator.identity());
        }

        /**
         * Sorts, removes repetitions, finds the items that are known by key only and codes the texts.
         *
         * @param people gives for each token the one that stands for the person
         */
        public ColumnJournal build(UnaryOperator<String> people) {
            Troubles told = new Troubles();
            troubles.counted().forEach(told::add);
            List<Event> sorted = found(distinct(), told);
            sorted.sort((a, b) -> {
                int bySubject = a.subject().id().compareTo(b.subject().id());
                if (bySubject != 0) {
                    return bySubject;
                }
                int byTime = Long.compare(a.atMillis(), b.atMillis());
                return byTime != 0 ? byTime : a.id().compareTo(b.id());
            });
            return new Columns(sorted, people).journal(told.counted());
        }

        private static List<Event> found(List<Event> events, Troubles told) {
            Keys keys = new Keys();
            for (Event event : events) {
                event.attributes().forEach((field, value) -> keys.hear(event.subject().id(), field, value));
                keys.hear(event.subject().id(), event.atMillis());
            }
            List<Event> found = new ArrayList<>(events.size());
            for (Event event : events) {
                String id = event.subject().id();
                String item = keys.find(id);
                if (item == null || (!item.equals(id) && event.atMillis() > keys.lastMillis())) {
                    keys.leaveOut(id, 1);
                } else {
                    found.add(item.equals(id) ? event : event.on(Ref.item(item)));
                }
            }
            keys.tell(told);
            return found;
        }

        private List<Event> distinct() {
            events.sort((a, b) -> {
                int byId = a.id().compareTo(b.id());
                if (byId != 0) {
                    return byId;
                }
                int byVersion = Long.compare(b.origin().versionMillis(), a.origin().versionMillis());
                return byVersion != 0 ? byVersion : b.content().compareTo(a.content());
            });
            List<Event> kept = new ArrayList<>(events.size());
            for (Event event : events) {
                if (kept.isEmpty() || !kept.get(kept.size() - 1).id().equals(event.id())) {
                    kept.add(event);
                }
            }
            return kept;
        }
    }

    /** Fills columns from events that are in their final order. */
    private static final class Columns {

        private final Texts texts = new Texts();
        private final Texts items = new Texts();
        private final Texts actors = new Texts();
        private final List<Event> events;
        private final UnaryOperator<String> people;

        Columns(List<Event> events, UnaryOperator<String> people) {
            this.events = events;
            this.people = people;
            for (Event event : events) {
                items.code(event.subject().id());
            }
        }

        ColumnJournal journal(List<Trouble> troubles) {
            int n = events.size();
            int attributes = 0;
            int links = 0;
            for (Event event : events) {
                attributes += event.attributes().size();
                links += event.links().size();
            }
            EventBatch batch = new EventBatch(n, new int[n], new long[n], new byte[n], new int[n], new int[n],
                    new long[n], new int[n + 1], new int[attributes], new int[attributes], new int[n + 1],
                    new int[links], new int[links]);
            for (int row = 0; row < n; row++) {
                fill(batch, row, events.get(row));
            }
            return new ColumnJournal(texts.all(), items.all(), actors.all(), batch, troubles);
        }

        private void fill(EventBatch batch, int row, Event event) {
            batch.item()[row] = items.code(event.subject().id());
            batch.atMillis()[row] = event.atMillis();
            batch.verb()[row] = (byte) event.verb().ordinal();
            Ref actor = event.actor();
            batch.actor()[row] = actor == null ? -1 : actors.code(people.apply(actor.id()));
            batch.pointer()[row] = texts.code(event.origin().pointer());
            batch.record()[row] = event.origin().record();
            int attribute = batch.attributeStart()[row];
            for (var entry : event.attributes().entrySet()) {
                batch.attributeName()[attribute] = texts.code(entry.getKey());
                batch.attributeValue()[attribute++] = texts.code(entry.getValue());
            }
            batch.attributeStart()[row + 1] = attribute;
            int at = batch.linkStart()[row];
            for (Link link : event.links()) {
                batch.linkQualifier()[at] = texts.code(link.qualifier());
                batch.linkTarget()[at++] = link.target().kind().equals(Ref.ITEM)
                        ? items.find(link.target().id())
                        : actors.code(people.apply(link.target().id()));
            }
            batch.linkStart()[row + 1] = at;
        }
    }
}
