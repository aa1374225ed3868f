package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.desireline.journal.Field;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Verb;
import org.junit.jupiter.api.Test;

/** Queue and work of activities, by hand. */
class ActivitiesTest {

    private final Chronicle chronicle = new Chronicle();

    private void event(String item, long at, Verb verb, String actor, String activity, String word) {
        chronicle.event(item, at, verb, actor, Map.of(Field.ACTIVITY, activity, Field.LIFECYCLE, word));
    }

    private Activities read(long asOf) {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        chronicle.events().forEach(builder::add);
        return Activities.of(builder.build(), asOf);
    }

    @Test
    void queuesReachFromScheduleToStartAndWorkFromStartToEnd() {
        event("t:d:a", 10, Verb.scheduled, "", "check", "schedule");
        event("t:d:a", 20, Verb.scheduled, "", "check", "schedule");
        event("t:d:a", 30, Verb.started, "ann", "check", "start");
        event("t:d:a", 60, Verb.stopped, "ann", "check", "complete");
        event("t:d:a", 70, Verb.started, "bob", "check", "start");
        event("t:d:a", 75, Verb.stopped, "bob", "check", "suspend");
        event("t:d:a", 80, Verb.started, "bob", "check", "resume");
        event("t:d:a", 85, Verb.stopped, "bob", "check", "complete");
        event("t:d:b", 90, Verb.stopped, "bob", "pay", "complete");
        assertThat(read(1_000)).isEqualTo(new Activities(9, 2, 3, 2, 70, 20, 3, 40, 5));
    }

    @Test
    void whatGoesOnWithAnotherItemAfterTheAsOfInstantOrWithoutANameIsNotCounted() {
        event("t:d:a", 10, Verb.scheduled, "", "check", "schedule");
        event("t:d:b", 20, Verb.started, "ann", "check", "start");
        event("t:d:b", 200, Verb.stopped, "ann", "check", "complete");
        chronicle.event("t:d:b", 30, Verb.started, "ann", Map.of());
        assertThat(read(100)).isEqualTo(new Activities(2, 1, 1, 0, 0, 0, 0, 0, 0));
    }
}
