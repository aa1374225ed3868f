package org.desireline.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A journal in memory: one set of columns, dictionary-coded, sorted once.
 *
 * <p>Cost: {@code n log n} to build from n events; 62 bytes an event plus 8 an attribute or link, and each distinct
 * text once. Two builders fed the same events in any order, with repetitions, give equal journals.
 */
public final class MemoryJournal implements Journal {

    private static final int BATCH_ROWS = 8192;

    private final Texts texts;
    private final List<String> items;
    private final List<String> actors;
    private final EventBatch all;
    private final List<Trouble> troubles;

    private MemoryJournal(
            Texts texts, List<String> items, List<String> actors, EventBatch all, List<Trouble> troubles) {
        this.texts = texts;
        this.items = items;
        this.actors = actors;
        this.all = all;
        this.troubles = troubles;
    }

    @Override
    public String text(int code) {
        return texts.text(code);
    }

    @Override
    public int itemCount() {
        return items.size();
    }

    @Override
    public int actorCount() {
        return actors.size();
    }

    @Override
    public long eventCount() {
        return all.size();
    }

    @Override
    public String actorToken(int actor) {
        return actors.get(actor);
    }

    @Override
    public String itemId(int item) {
        return items.get(item);
    }

    @Override
    public List<Trouble> troubles() {
        return troubles;
    }

    @Override
    public void read(Consumer<EventBatch> sink) {
        int from = 0;
        while (from < all.size()) {
            int to = Math.min(all.size(), from + BATCH_ROWS);
            while (to < all.size() && all.item()[to] == all.item()[to - 1]) {
                to++;
            }
            sink.accept(slice(from, to));
            from = to;
        }
    }

    private EventBatch slice(int from, int to) {
        int firstAttribute = all.attributeStart()[from];
        int firstLink = all.linkStart()[from];
        return new EventBatch(
                to - from,
                Arrays.copyOfRange(all.item(), from, to),
                Arrays.copyOfRange(all.atMillis(), from, to),
                Arrays.copyOfRange(all.verb(), from, to),
                Arrays.copyOfRange(all.actor(), from, to),
                Arrays.copyOfRange(all.idHigh(), from, to),
                Arrays.copyOfRange(all.idLow(), from, to),
                Arrays.copyOfRange(all.pointer(), from, to),
                Arrays.copyOfRange(all.record(), from, to),
                Arrays.copyOfRange(all.versionMillis(), from, to),
                rebased(all.attributeStart(), from, to),
                Arrays.copyOfRange(all.attributeName(), firstAttribute, all.attributeStart()[to]),
                Arrays.copyOfRange(all.attributeValue(), firstAttribute, all.attributeStart()[to]),
                rebased(all.linkStart(), from, to),
                Arrays.copyOfRange(all.linkQualifier(), firstLink, all.linkStart()[to]),
                Arrays.copyOfRange(all.linkTarget(), firstLink, all.linkStart()[to]));
    }

    private static int[] rebased(int[] starts, int from, int to) {
        int[] slice = Arrays.copyOfRange(starts, from, to + 1);
        for (int i = slice.length - 1; i >= 0; i--) {
            slice[i] -= slice[0];
        }
        return slice;
    }

    /** Collects events and troubles in any order. */
    public static final class Builder {

        private final List<Event> events = new ArrayList<>();
        private final TreeMap<Trouble, Long> troubles = new TreeMap<>();

        /** Adds an event; one that was added before changes nothing. */
        public void add(Event event) {
            events.add(event);
        }

        /** Adds a trouble; equal ones are counted together. */
        public void add(Trouble trouble) {
            Trouble one = new Trouble(trouble.severity(), trouble.where(), trouble.what(), 1);
            troubles.merge(one, trouble.count(), Long::sum);
        }

        /** Sorts, removes repetitions and codes the texts. */
        public MemoryJournal build() {
            List<Event> sorted = distinct();
            sorted.sort((a, b) -> {
                int bySubject = a.subject().id().compareTo(b.subject().id());
                if (bySubject != 0) {
                    return bySubject;
                }
                int byTime = Long.compare(a.atMillis(), b.atMillis());
                return byTime != 0 ? byTime : a.id().compareTo(b.id());
            });
            List<Trouble> counted = new ArrayList<>();
            troubles.forEach((trouble, count) ->
                    counted.add(new Trouble(trouble.severity(), trouble.where(), trouble.what(), count)));
            return new Columns(sorted).journal(counted);
        }

        private List<Event> distinct() {
            events.sort((a, b) -> {
                int byId = a.id().compareTo(b.id());
                if (byId != 0) {
                    return byId;
                }
                int byVersion = Long.compare(b.origin().versionMillis(), a.origin().versionMillis());
                return byVersion != 0 ? byVersion : content(b).compareTo(content(a));
            });
            List<Event> kept = new ArrayList<>(events.size());
            for (Event event : events) {
                if (kept.isEmpty() || !kept.get(kept.size() - 1).id().equals(event.id())) {
                    kept.add(event);
                }
            }
            return kept;
        }

        /** A hash of everything an event says and of where it was read. */
        private static EventId content(Event event) {
            return EventId.of(event.atMillis() + " " + event.verb() + " " + event.subject() + " " + event.actor() + " "
                    + event.links() + " " + event.attributes() + " " + event.origin());
        }
    }

    /** Fills columns from events that are in their final order. */
    private static final class Columns {

        private final Texts texts = new Texts();
        private final Texts items = new Texts();
        private final Texts actors = new Texts();
        private final List<Event> events;

        Columns(List<Event> events) {
            this.events = events;
            for (Event event : events) {
                items.code(event.subject().id());
            }
        }

        MemoryJournal journal(List<Trouble> troubles) {
            int n = events.size();
            int attributes = 0;
            int links = 0;
            for (Event event : events) {
                attributes += event.attributes().size();
                links += event.links().size();
            }
            EventBatch batch = new EventBatch(n, new int[n], new long[n], new byte[n], new int[n], new long[n],
                    new long[n], new int[n], new long[n], new long[n], new int[n + 1], new int[attributes],
                    new int[attributes], new int[n + 1], new int[links], new int[links]);
            for (int row = 0; row < n; row++) {
                fill(batch, row, events.get(row));
            }
            return new MemoryJournal(texts, names(items), names(actors), batch, List.copyOf(troubles));
        }

        private void fill(EventBatch batch, int row, Event event) {
            batch.item()[row] = items.code(event.subject().id());
            batch.atMillis()[row] = event.atMillis();
            batch.verb()[row] = (byte) event.verb().ordinal();
            Ref actor = event.actor();
            batch.actor()[row] = actor == null ? -1 : actors.code(actor.id());
            batch.idHigh()[row] = event.id().high();
            batch.idLow()[row] = event.id().low();
            batch.pointer()[row] = texts.code(event.origin().pointer());
            batch.record()[row] = event.origin().record();
            batch.versionMillis()[row] = event.origin().versionMillis();
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
                        : actors.code(link.target().id());
            }
            batch.linkStart()[row + 1] = at;
        }

        private static List<String> names(Texts texts) {
            List<String> names = new ArrayList<>(texts.size());
            for (int i = 0; i < texts.size(); i++) {
                names.add(texts.text(i));
            }
            return names;
        }
    }
}
