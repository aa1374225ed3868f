package org.desireline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an item was like over time. */
class HistoriesTest {

    private static Event event(long at, Verb verb, Map<String, String> attributes) {
        return new Event(EventId.of(verb + " " + at + attributes), at, verb, Ref.item("record:0:x:1"), null, List.of(),
                attributes, new Origin("test", 0, "file", -1));
    }

    @Test
    void theDayOfOnePromiseOfSeveralIsNotTheDueDateOfTheItem() {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        builder.add(event(1, Verb.created, Map.of(Field.STATUS, "open")));
        builder.add(event(2, Verb.dueSet, Map.of(Field.DUE, "2026-03-31", Field.TARGET, "beta")));
        builder.add(event(3, Verb.dueSet, Map.of(Field.DUE, "2026-06-30")));
        builder.add(event(4, Verb.dueMoved, Map.of(Field.DUE, "2026-12-31", Field.TARGET, "beta",
                Field.PROMISED_AS, "v2")));
        List<String> steps = new ArrayList<>();
        Histories.read(builder.build(), 10, (item, created, at, attributes) -> steps.add(at + " " + attributes));
        assertThat(steps).containsExactly("1 {status=open}", "3 {due=2026-06-30, status=open}");
    }
}
