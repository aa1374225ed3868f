package org.desireline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which item an event belongs to that names it by key only. */
class KeysTest {

    private static Event event(String native_, Ref item, Verb verb, Map<String, String> attributes) {
        long at = verb == Verb.committed ? 0 : native_.hashCode();
        return new Event(EventId.of(native_), at, verb, item, Ref.actor("t-" + native_), List.of(), attributes,
                new Origin("test", 0, "file", -1));
    }

    private static List<Event> tracker() {
        return List.of(
                event("1", Ref.item("jira:x:1"), Verb.created, Map.of(Field.KEY, "NEW-1")),
                event("2", Ref.item("jira:x:1"), Verb.fieldChanged, Map.of(Field.ALIAS, "OLD-1")),
                event("3", Ref.item("jira:x:2"), Verb.created, Map.of(Field.KEY, "OLD-2")),
                event("4", Ref.item("jira:x:3"), Verb.created, Map.of(Field.KEY, "OLD-3")),
                event("5", Ref.item("jira:x:3"), Verb.fieldChanged, Map.of(Field.ALIAS, "OLD-2")),
                event("6", Ref.item("jira:y:9"), Verb.created, Map.of(Field.KEY, "OLD-3")));
    }

    private static Event commit(String name, String key) {
        return event(name, Ref.byKey(key), Verb.committed, Map.of());
    }

    private static ColumnJournal journal(List<Event> events) {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        events.forEach(builder::add);
        return builder.build();
    }

    private static List<String> commits(Journal journal) {
        List<String> commits = new ArrayList<>();
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                if (batch.verbAt(row) == Verb.committed) {
                    commits.add(journal.itemId(batch.item()[row]) + " " + journal.actorToken(batch.actor()[row]));
                }
            }
        });
        return commits;
    }

    @Test
    void thePresentKeyWinsOverAFormerOneWhateverCameFirst() {
        List<Event> events = new ArrayList<>(tracker());
        events.add(commit("a", "NEW-1"));
        events.add(commit("b", "OLD-1"));
        events.add(commit("c", "OLD-2"));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(events, new Random(seed));
            ColumnJournal journal = journal(events);
            assertThat(commits(journal)).as("seed %d", seed)
                    .containsExactlyInAnyOrder("jira:x:1 t-a", "jira:x:1 t-b", "jira:x:2 t-c");
            assertThat(journal.itemCount()).isEqualTo(4);
            assertThat(journal.troubles()).isEmpty();
        }
    }

    @Test
    void aKeyThatNobodyOrSeveralHaveIsLeftOutAndCounted() {
        List<Event> events = new ArrayList<>(tracker());
        events.addAll(List.of(commit("a", "OLD-3"), commit("b", "UTF-8"), commit("c", "UTF-8"), commit("d", "X-1")));
        ColumnJournal journal = journal(events);
        assertThat(commits(journal)).isEmpty();
        assertThat(journal.eventCount()).isEqualTo(6);
        assertThat(journal.troubles()).extracting(Trouble::toString).containsExactly(
                new Trouble(Trouble.Severity.WARNING, "mentions", "name one item by a key that several have: left out",
                        1).toString(),
                new Trouble(Trouble.Severity.NOTE, "mentions", "name 2 items that no tracker export holds: left out", 3)
                        .toString());
    }

    @Test
    void whatIsLaterThanTheTrackerIsLeftOut() {
        List<Event> events = new ArrayList<>(tracker());
        long last = tracker().stream().mapToLong(Event::atMillis).max().orElseThrow();
        for (long at : new long[] {last - 1, last, last + 1, last + 2}) {
            events.add(new Event(EventId.of("at " + at), at, Verb.committed, Ref.byKey("NEW-1"), Ref.actor("t"),
                    List.of(), Map.of(), new Origin("test", 0, "file", -1)));
        }
        ColumnJournal journal = journal(events);
        assertThat(commits(journal)).hasSize(2);
        assertThat(journal.troubles()).containsExactly(new Trouble(Trouble.Severity.NOTE, "commits",
                "are later than anything a tracker's export tells: left out", 2));
    }

    @Test
    void oneKeyIsNoOtherInAnotherCase() {
        assertThat(commits(journal(List.of(tracker().getFirst(), commit("a", "new-1"))))).isEmpty();
    }

    @Test
    void whatACommitSaysOfKeysIsNoClaim() {
        Event claims = event("a", Ref.byKey("Z-1"), Verb.committed, Map.of(Field.KEY, "Z-1"));
        assertThat(journal(List.of(claims)).eventCount()).isZero();
    }

    @Test
    void whatARepositoryTellsByItselfCountsOnlyWhereNoTrackerTellsOfAnItem() {
        List<Event> own = List.of(
                event("m", Ref.item("git:0:1"), Verb.created, Map.of(Field.KEY, "r#1", Field.ALIAS, "o/r#1")),
                event("n", Ref.item("git:0:1"), Verb.committed, Map.of()),
                event("o", Ref.item("git:0:2"), Verb.created, Map.of(Field.KEY, "NEW-1")),
                commit("a", "NEW-1"), commit("b", "o/r#1"));
        ColumnJournal alone = journal(own);
        assertThat(alone.itemCount()).isEqualTo(2);
        assertThat(commits(alone)).containsExactly("git:0:1 t-n");
        assertThat(alone.troubles()).containsExactly(new Trouble(Trouble.Severity.NOTE, "mentions",
                "name 2 items that no tracker export holds: left out", 2));
        List<Event> both = new ArrayList<>(own);
        both.addAll(tracker());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(both, new Random(seed));
            ColumnJournal journal = journal(both);
            assertThat(commits(journal)).as("seed %d", seed).containsExactly("jira:x:1 t-a");
            assertThat(journal.itemCount()).isEqualTo(4);
            assertThat(journal.troubles()).contains(new Trouble(Trouble.Severity.NOTE, "commits", "came in as merges,"
                    + " pull requests or alone, which are items of their own only where no tracker tells of any: left"
                    + " out, by item", 2));
        }
    }

    @Test
    void recordsAreNoTrackersItemsAndStandBesideThoseOfARepository() {
        Event record = event("r", Ref.item("record:0:kep:7"), Verb.created, Map.of(Field.KEY, "KEP-7"));
        Event lone = event("l", Ref.item("git:0:1"), Verb.created, Map.of());
        Journal alone = journal(List.of(record, lone, commit("a", "KEP-7")));
        assertThat(alone.itemCount()).isEqualTo(2);
        List<Event> all = new ArrayList<>(tracker());
        all.addAll(List.of(record, lone, commit("a", "KEP-7")));
        Journal beside = journal(all);
        assertThat(commits(beside)).containsExactly("record:0:kep:7 t-a");
        for (int item = 0; item < beside.itemCount(); item++) {
            assertThat(beside.itemId(item)).doesNotStartWith("git:");
        }
    }

    @Test
    void withoutATrackerItIsSaidWhoseKeysWereMet() {
        List<Event> events = new ArrayList<>(List.of(commit("u", "UTF-8")));
        for (int i = 0; i < 6; i++) {
            events.add(commit("a" + i, "RB-" + i));
            events.add(commit("b" + i, "o/r#1" + i));
        }
        assertThat(journal(events).troubles()).containsExactly(new Trouble(Trouble.Severity.NOTE, "mentions",
                "name 13 items that no tracker export holds (RB-…, o/r#…): left out", 13));
    }

    @Test
    void tokensOfOnePersonAreOneActor() {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        tracker().forEach(builder::add);
        ColumnJournal journal = builder.build(token -> token.equals("t-3") || token.equals("t-1") ? "t-6" : token);
        assertThat(journal.actorCount()).isEqualTo(4);
        assertThat(builder.build().actorCount()).isEqualTo(6);
    }
}
