package org.desireline.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.world.Person;
import org.desireline.world.WorkItem;
import org.desireline.world.World;

/**
 * Six people for 52 weeks, every week the same: on Monday a Blocker and two Minors land on each desk; the Minors are
 * worked on first, from Monday 10:00 to Thursday 17:00, and the Blocker on Friday. All work is logged.
 */
final class Displaced {

    static final int PEOPLE = 6;
    static final int WEEKS = 52;

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    /** A Monday. */
    private static final long START = Instant.parse("2025-01-06T00:00:00Z").toEpochMilli();

    private Displaced() {}

    static World world() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Person("acc" + i, "Nomen Nescio" + i, "Ops"));
        }
        List<WorkItem> items = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            for (int person = 0; person < PEOPLE; person++) {
                items.addAll(week(START + 7 * DAY * week, person));
            }
        }
        items.sort(Comparator.comparingLong(WorkItem::createdMillis));
        List<WorkItem> numbered = new ArrayList<>();
        for (WorkItem item : items) {
            numbered.add(new WorkItem(numbered.size() + 1, item.project(), item.createdMillis(), item.type(),
                    item.priority(), item.component(), item.labels(), item.creator(), item.changes()));
        }
        return new World("Displaced", START, START + 7 * DAY * WEEKS, people, numbered);
    }

    private static List<WorkItem> week(long monday, int person) {
        long nine = monday + 9 * HOUR;
        return List.of(
                item(nine, person, "Blocker", new long[] {nine + 4 * DAY, nine + 4 * DAY + 8 * HOUR}),
                item(nine + 20 * MINUTE, person, "Minor", new long[] {nine + HOUR, nine + 8 * HOUR, nine + DAY,
                    nine + DAY + 8 * HOUR}),
                item(nine + 30 * MINUTE, person, "Minor", new long[] {nine + 2 * DAY, nine + 2 * DAY + 8 * HOUR,
                    nine + 3 * DAY, nine + 3 * DAY + 8 * HOUR}));
    }

    /** An item that is assigned ten minutes after its creation and worked on in the given spans. */
    private static WorkItem item(long created, int person, String priority, long[] spans) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(created + 10 * MINUTE, (person + 1) % PEOPLE, new What.Assignee(World.NOBODY, person)));
        changes.add(new Change(spans[0], person, new What.Status(WorkItem.FIRST_STATUS, "In Progress", null)));
        for (int i = 0; i < spans.length; i += 2) {
            changes.add(new Change(spans[i + 1], person, new What.WorkLog((spans[i + 1] - spans[i]) / 1000)));
        }
        changes.add(new Change(spans[spans.length - 1], person, new What.Status("In Progress", "Done", "Done")));
        return new WorkItem(1, "OPS", created, "Task", priority, "Ops", List.of(), person, changes);
    }
}
