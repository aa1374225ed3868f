package org.desireline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.desireline.app.demo.JiraFiles;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.world.Person;
import org.desireline.world.WorkItem;
import org.desireline.world.World;

/**
 * Writes a tracker's export of any size, to measure commands as whole processes: every week three items land on each
 * desk, are worked on in a random order and logged. About seven events an item, and so twenty-one a person and week.
 *
 * <p>Arguments: the folder to write into, people (1,000), weeks (48): about a million events.
 */
public final class LargeTracker {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    /** A Monday. */
    private static final long START = Instant.parse("2025-01-06T00:00:00Z").toEpochMilli();
    private static final String[] PRIORITIES = {"Blocker", "Critical", "Major", "Minor"};

    private LargeTracker() {}

    /** Writes it and says how much. */
    public static void main(String[] arguments) throws IOException {
        int people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        int weeks = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 48;
        SplittableRandom random = new SplittableRandom(42);
        List<WorkItem> items = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            for (int person = 0; person < people; person++) {
                for (int slot = 0; slot < 3; slot++) {
                    items.add(item(START + 7 * DAY * week, person, slot, people, random));
                }
            }
        }
        items.sort(Comparator.comparingLong(WorkItem::createdMillis));
        List<WorkItem> numbered = new ArrayList<>();
        for (WorkItem item : items) {
            numbered.add(new WorkItem(numbered.size() + 1, item.project(), item.createdMillis(), item.type(),
                    item.priority(), item.component(), item.labels(), item.creator(), item.changes()));
        }
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(new Person("p" + i, "Person " + i, "Team " + i % 20));
        }
        World world = new World("Large", START, START + 7 * DAY * (weeks + 1), all, numbered);
        IO.println(JiraFiles.write(world, Path.of(arguments[0])) + " issues");
    }

    private static WorkItem item(long monday, int person, int slot, int people, SplittableRandom random) {
        long created = monday + 8 * HOUR + random.nextLong(HOUR);
        long begun = monday + 10 * HOUR + slot * DAY + random.nextLong(3 * HOUR);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(created + random.nextLong(HOUR / 2), random.nextInt(people),
                new What.Assignee(World.NOBODY, person)));
        changes.add(new Change(begun, person, new What.Status(WorkItem.FIRST_STATUS, "In Progress", null)));
        changes.add(new Change(begun + 3 * HOUR, person, new What.WorkLog(3 * 3600)));
        changes.add(new Change(begun + 4 * HOUR, random.nextInt(people), new What.Comment("seen")));
        changes.add(new Change(begun + 5 * HOUR, person, new What.WorkLog(3600)));
        changes.add(new Change(begun + 5 * HOUR, person, new What.Status("In Progress", "Done", "Done")));
        return new WorkItem(1, "BIG", created, "Task", PRIORITIES[random.nextInt(PRIORITIES.length)],
                "Team " + person % 20, List.of(), person, changes);
    }
}
