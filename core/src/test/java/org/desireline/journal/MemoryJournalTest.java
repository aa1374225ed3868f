package org.desireline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.desireline.journal.Trouble.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryJournalTest {

    private static final Origin ORIGIN = new Origin("jira", 100, "issues.zip!A-1.json", 7);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderAndRepetitionOfWhatIsAddedDoNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Event> events = events(random, 400);
        List<Event> shuffled = new ArrayList<>(events);
        for (int i = 0; i < 150; i++) {
            shuffled.add(events.get(random.nextInt(events.size())));
        }
        shuffle(shuffled, random);
        assertThat(dump(journal(shuffled))).as("seed %d", seed).isEqualTo(dump(journal(events)));
        assertThat(journal(shuffled).eventCount()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void rowsAreWhatASlowSortWouldGive(long seed) {
        List<Event> events = events(new SplittableRandom(seed), 300);
        TreeMap<String, String> expected = new TreeMap<>();
        for (Event event : events) {
            expected.put(String.join(" ", event.subject().id(), number(event.atMillis()),
                    number(event.id().high()), number(event.id().low())), said(event));
        }
        Journal journal = journal(events);
        assertThat(said(journal)).as("seed %d", seed).containsExactlyElementsOf(expected.values());
    }

    @Test
    void ofTwoCopiesTheLaterVersionStays() {
        Event early = event("1", "A", 10, Map.of("status", "Open"), new Origin("jira", 5, "p", 1));
        Event late = event("1", "B", 20, Map.of("status", "Done"), new Origin("jira", 6, "p", 1));
        for (List<Event> order : List.of(List.of(early, late), List.of(late, early), List.of(late, early, late))) {
            Journal journal = journal(order);
            assertThat(said(journal)).containsExactly(said(late));
            assertThat(journal.itemCount()).isEqualTo(1);
            assertThat(journal.itemId(0)).isEqualTo("B");
        }
    }

    @Test
    void ofTwoCopiesOfOneVersionTheContentDecides() {
        List<Event> copies = List.of(
                event("1", "A", 10, Map.of("status", "Open"), ORIGIN), event("1", "A", 10, Map.of(), ORIGIN),
                event("1", "A", 11, Map.of("status", "Open"), ORIGIN), event("1", "B", 10, Map.of(), ORIGIN));
        assertSameInAnyOrder(copies);
    }

    @Test
    void ofTwoCopiesThatDifferOnlyInWhatTheyLinkTheContentDecides() {
        assertSameInAnyOrder(List.of(
                linked(Link.BLOCKED_BY, Ref.item("A")), linked(Link.BLOCKED_BY, Ref.item("B")),
                linked(Link.PARENT, Ref.item("A")), linked(Link.PARENT, Ref.item("B"))));
    }

    @Test
    void ofTwoCopiesFromTwoRecordsOfOneFileTheContentDecides() {
        assertSameInAnyOrder(List.of(
                event("1", "A", 10, Map.of(), new Origin("jira", 1, "p", 1)),
                event("1", "A", 10, Map.of(), new Origin("jira", 1, "p", 2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "grace", "edsger", "barbara", "alan", "kathleen", "tony", "frances"})
    void whoIsMeantDoesNotDecideBetweenCopiesThatDifferOtherwise(String token) {
        Event one = new Event(EventId.of("1"), 10, Verb.assigned, Ref.item("A"), Ref.actor(token),
                List.of(new Link(Link.OWNER, Ref.actor(token))), Map.of(), new Origin("jira", 1, "one.json", 1));
        Event other = new Event(EventId.of("1"), 10, Verb.assigned, Ref.item("A"), Ref.actor(token + "x"),
                List.of(new Link(Link.OWNER, Ref.actor(token))), Map.of(), new Origin("jira", 1, "other.json", 1));
        boolean oneStays = new Event(one.id(), 10, Verb.assigned, one.subject(), Ref.actor("x"),
                List.of(new Link(Link.OWNER, Ref.actor("y"))), Map.of(), one.origin()).content()
                .compareTo(other.content()) > 0;
        assertThat(one.content().compareTo(other.content()) > 0).isEqualTo(oneStays);
        assertThat(one.content()).isNotEqualTo(new Event(one.id(), 10, Verb.assigned, one.subject(), Ref.actor("x"),
                one.links(), Map.of(), one.origin()).content());
    }

    @Test
    void aBatchNeverSplitsAnItem() {
        List<Event> events = new ArrayList<>();
        int[] sizes = {5_000, 1, 4_000, 9_000, 8_192, 3};
        for (int item = 0; item < sizes.length; item++) {
            for (int i = 0; i < sizes[item]; i++) {
                events.add(event(item + "/" + i, "item" + item, i, Map.of("key", "k" + item), ORIGIN));
            }
        }
        Set<Integer> seen = new HashSet<>();
        int[] rows = new int[sizes.length];
        List<Integer> batches = new ArrayList<>();
        journal(events).read(batch -> {
            batches.add(batch.size());
            Set<Integer> here = new HashSet<>();
            for (int row = 0; row < batch.size(); row++) {
                here.add(batch.item()[row]);
                rows[batch.item()[row]]++;
                assertThat(batch.attributeStart()[row + 1] - batch.attributeStart()[row]).isEqualTo(1);
            }
            assertThat(batch.attributeStart()[0]).isZero();
            assertThat(batch.attributeValue()).hasSize(batch.size());
            assertThat(Collections.disjoint(here, seen)).isTrue();
            seen.addAll(here);
        });
        assertThat(rows).isEqualTo(sizes);
        assertThat(batches).hasSizeGreaterThan(2).allMatch(size -> size > 0);
    }

    @Test
    void anEmptyJournalDeliversNoBatch() {
        Journal journal = journal(List.of());
        journal.read(batch -> {
            throw new AssertionError("a batch of " + batch.size());
        });
        assertThat(journal.eventCount()).isZero();
        assertThat(journal.itemCount()).isZero();
        assertThat(journal.actorCount()).isZero();
    }

    @Test
    void actorsAreNumberedByFirstAppearanceInItemThenTime() {
        Journal journal = journal(List.of(
                acted("1", "B", 1, "early on a later item"),
                acted("2", "A", 9, "late on the first item"),
                acted("3", "A", 2, "first"),
                acted("4", "B", 5, "first"),
                new Event(EventId.of("5"), 3, Verb.assigned, Ref.item("A"), Ref.actor("hands over"),
                        List.of(new Link(Link.OWNER, Ref.actor("is handed to"))), Map.of(), ORIGIN)));
        List<String> tokens = new ArrayList<>();
        for (int actor = 0; actor < journal.actorCount(); actor++) {
            tokens.add(journal.actorToken(actor));
        }
        assertThat(tokens).containsExactly(
                "first", "hands over", "is handed to", "late on the first item", "early on a later item");
    }

    @Test
    void itemsAreNumberedInTheOrderOfTheirIds() {
        Journal journal = journal(List.of(acted("1", "A-9", 5, "x"), acted("2", "A-10", 1, "x"),
                acted("3", "B", 0, "x"), acted("4", "A", 7, "x")));
        List<String> ids = new ArrayList<>();
        for (int item = 0; item < journal.itemCount(); item++) {
            ids.add(journal.itemId(item));
        }
        assertThat(ids).containsExactly("A", "A-10", "A-9", "B");
    }

    @Test
    void linksPointAtItemsAndActorsByTheirNumbers() {
        Event event = new Event(EventId.of("1"), 1, Verb.created, Ref.item("A"), null,
                List.of(new Link(Link.OWNER, Ref.actor("ada")), new Link(Link.BLOCKED_BY, Ref.item("B")),
                        new Link(Link.PARENT, Ref.item("elsewhere"))), Map.of(), ORIGIN);
        Journal journal = journal(List.of(event, acted("2", "B", 1, "grace")));
        journal.read(batch -> {
            assertThat(batch.actor()).containsExactly(-1, 1);
            assertThat(batch.linkStart()).containsExactly(0, 3, 3);
            assertThat(batch.linkTarget()).containsExactly(0, 1, -1);
            assertThat(List.of(0, 1, 2)).extracting(i -> journal.text(batch.linkQualifier()[i]))
                    .containsExactly(Link.OWNER, Link.BLOCKED_BY, Link.PARENT);
        });
        assertThat(journal.actorToken(0)).isEqualTo("ada");
        assertThat(journal.actorToken(1)).isEqualTo("grace");
        assertThat(journal.itemCount()).isEqualTo(2);
    }

    @Test
    void equalTroublesAreCountedTogetherAndSorted() {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        builder.add(new Trouble(Severity.NOTE, "a", "odd", 1));
        builder.add(new Trouble(Severity.WARNING, "b", "bad date", 2));
        builder.add(new Trouble(Severity.ERROR, "c", "no zip", 1));
        builder.add(new Trouble(Severity.WARNING, "b", "bad date", 3));
        builder.add(new Trouble(Severity.WARNING, "b", "bad name", 1));
        assertThat(builder.build().troubles()).containsExactly(
                new Trouble(Severity.ERROR, "c", "no zip", 1), new Trouble(Severity.WARNING, "b", "bad date", 5),
                new Trouble(Severity.WARNING, "b", "bad name", 1), new Trouble(Severity.NOTE, "a", "odd", 1));
    }

    private static void assertSameInAnyOrder(List<Event> copies) {
        List<String> expected = dump(journal(copies));
        for (int rotation = 0; rotation < copies.size(); rotation++) {
            List<Event> order = new ArrayList<>(copies);
            Collections.rotate(order, rotation);
            assertThat(dump(journal(order))).as("rotated by %d", rotation).isEqualTo(expected);
            Collections.reverse(order);
            assertThat(dump(journal(order))).as("rotated by %d and reversed", rotation).isEqualTo(expected);
        }
        assertThat(journal(copies).eventCount()).isEqualTo(1);
    }

    private static Journal journal(List<Event> events) {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        events.forEach(builder::add);
        return builder.build();
    }

    private static Event event(String id, String item, long at, Map<String, String> attributes, Origin origin) {
        return new Event(EventId.of(id), at, Verb.statusChanged, Ref.item(item), null, List.of(), attributes, origin);
    }

    private static Event acted(String id, String item, long at, String actor) {
        return new Event(EventId.of(id), at, Verb.commented, Ref.item(item), Ref.actor(actor), List.of(), Map.of(),
                ORIGIN);
    }

    private static Event linked(String qualifier, Ref target) {
        return new Event(EventId.of("1"), 10, Verb.linked, Ref.item("A"), null,
                List.of(new Link(qualifier, target)), Map.of(), ORIGIN);
    }

    /** Events on a few items and instants, so that ties are frequent. */
    private static List<Event> events(SplittableRandom random, int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Link> links = new ArrayList<>();
            for (int link = random.nextInt(3); link > 0; link--) {
                links.add(random.nextBoolean() ? new Link(Link.OWNER, Ref.actor("actor" + random.nextInt(9)))
                        : new Link(Link.BLOCKED_BY, Ref.item("item" + random.nextInt(20))));
            }
            Map<String, String> attributes = new TreeMap<>();
            for (int attribute = random.nextInt(4); attribute > 0; attribute--) {
                attributes.put("name" + random.nextInt(5), "value" + random.nextInt(5));
            }
            events.add(new Event(EventId.of("native" + i), random.nextInt(20), Verb.of(random.nextInt(10)),
                    Ref.item("item" + random.nextInt(12)),
                    random.nextInt(4) == 0 ? null : Ref.actor("actor" + random.nextInt(9)), links, attributes,
                    new Origin("jira", random.nextInt(3), "page" + random.nextInt(4), random.nextInt(-1, 5))));
        }
        return events;
    }

    private static void shuffle(List<Event> events, SplittableRandom random) {
        for (int i = events.size() - 1; i > 0; i--) {
            Collections.swap(events, i, random.nextInt(i + 1));
        }
    }

    /** Rows in words, and the numbers of items and actors. */
    private static List<String> dump(Journal journal) {
        List<String> lines = said(journal);
        for (int item = 0; item < journal.itemCount(); item++) {
            lines.add("item " + item + " " + journal.itemId(item));
        }
        for (int actor = 0; actor < journal.actorCount(); actor++) {
            lines.add("actor " + actor + " " + journal.actorToken(actor));
        }
        return lines;
    }

    private static List<String> said(Journal journal) {
        List<String> lines = new ArrayList<>();
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                lines.add(said(journal, batch, row));
            }
        });
        return lines;
    }

    private static String said(Journal journal, EventBatch batch, int row) {
        int actor = batch.actor()[row];
        StringBuilder line = new StringBuilder(String.join(" ", journal.itemId(batch.item()[row]),
                String.valueOf(batch.atMillis()[row]), batch.verbAt(row).name(),
                actor < 0 ? "nobody" : journal.actorToken(actor),
                journal.text(batch.pointer()[row]), String.valueOf(batch.record()[row])));
        for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
            line.append(' ').append(journal.text(batch.attributeName()[i])).append('=')
                    .append(journal.text(batch.attributeValue()[i]));
        }
        for (int i = batch.linkStart()[row]; i < batch.linkStart()[row + 1]; i++) {
            String qualifier = journal.text(batch.linkQualifier()[i]);
            int target = batch.linkTarget()[i];
            line.append(' ').append(qualifier).append("->").append(target < 0 ? "outside"
                    : qualifier.equals(Link.OWNER) ? journal.actorToken(target) : journal.itemId(target));
        }
        return line.toString();
    }

    private static String said(Event event) {
        Ref actor = event.actor();
        StringBuilder line = new StringBuilder(String.join(" ", event.subject().id(),
                String.valueOf(event.atMillis()), event.verb().name(), actor == null ? "nobody" : actor.id(),
                event.origin().pointer(), String.valueOf(event.origin().record())));
        event.attributes().forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
        for (Link link : event.links()) {
            boolean outside = link.target().kind().equals(Ref.ITEM)
                    && Integer.parseInt(link.target().id().substring("item".length())) >= 12;
            line.append(' ').append(link.qualifier()).append("->").append(outside ? "outside" : link.target().id());
        }
        return line.toString();
    }

    /** Sixteen digits that sort as unsigned numbers do. */
    private static String number(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
