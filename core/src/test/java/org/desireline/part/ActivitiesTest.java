package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.desireline.journal.Field;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Verb;
import org.desireline.publish.Head;
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
        return Activities.of(builder.build(), Set.of("bob"), asOf);
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
        assertThat(read(1_000)).isEqualTo(new Activities(9, 2, 3, 2, 70, 20, 3, 40, 5, 1, 1, 1));
    }

    @Test
    void whatGoesOnWithAnotherItemAfterTheAsOfInstantOrWithoutANameIsNotCounted() {
        event("t:d:a", 10, Verb.scheduled, "", "check", "schedule");
        event("t:d:b", 20, Verb.started, "ann", "check", "start");
        event("t:d:b", 200, Verb.stopped, "ann", "check", "complete");
        chronicle.event("t:d:b", 30, Verb.started, "ann", Map.of());
        assertThat(read(100)).isEqualTo(new Activities(2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatOnePersonDidMostOfIsNotTold() {
        for (int i = 0; i < 10; i++) {
            event("t:d:a" + i, 10, Verb.scheduled, "", "check", "schedule");
            event("t:d:a" + i, 30, Verb.started, "person" + i % 5, "check", "start");
            event("t:d:a" + i, 40, Verb.stopped, "person" + i % 5, "check", "complete");
        }
        Head.Activities even = Head.Activities.of(read(1_000), 5);
        assertThat(even.workHours()).isPositive();
        assertThat(even.queueHours()).isPositive();
        event("t:d:long", 20, Verb.started, "person1", "check", "start");
        event("t:d:long", 900, Verb.stopped, "person1", "check", "complete");
        Head.Activities uneven = Head.Activities.of(read(1_000), 5);
        assertThat(uneven.workHours()).isZero();
        assertThat(uneven.medianWorkHours()).isZero();
        assertThat(uneven.queueHours()).isPositive();
        assertThat(Head.Activities.of(read(1_000), 6).queueHours()).isZero();
    }
}
