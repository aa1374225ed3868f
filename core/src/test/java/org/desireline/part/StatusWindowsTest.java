package org.desireline.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.junit.jupiter.api.Test;

/** Which stays in working statuses tell when work began. */
class StatusWindowsTest {

    private static final StatusMap STATUSES = new StatusMap(Map.of("a/AB",
            Map.of("open", Phase.queued, "at work", Phase.working, "closed", Phase.done)));

    private static List<String> timed(Verb beginsBy) {
        MemoryJournal.Builder journal = new MemoryJournal.Builder();
        long day = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
        for (int i = 0; i < 20; i++) {
            Ref item = Ref.item("a:b:" + i);
            journal.add(event(i + "c", day, Verb.created, item, "open"));
            journal.add(event(i + "w", day + 3_600_000, beginsBy, item, "at work"));
            journal.add(event(i + "d", day + 7_200_000, Verb.statusChanged, item, "closed"));
        }
        return StatusWindows.of(journal.build(), STATUSES, ZoneOffset.UTC).timedScopes();
    }

    private static Event event(String id, long at, Verb verb, Ref item, String status) {
        return new Event(EventId.of(id), at, verb, item, null, List.of(),
                Map.of(Field.STATUS, status, Field.PROJECT, "AB"), new Origin("a", 0, "a.json", -1));
    }

    @Test
    void aStayThatAMoveBeganAndEndsOnItsDayIsTimed() {
        assertThat(timed(Verb.statusChanged)).containsExactly("a/AB");
    }

    @Test
    void aStatusThatFollowsFromAnothersReviewTellsNothingOfWork() {
        assertThat(timed(Verb.reviewed)).isEmpty();
    }
}
