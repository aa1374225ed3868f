package org.desireline.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.ColumnJournal;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Verb;
import org.desireline.time.WorkWeek;

/**
 * A journal of any size, straight as columns: items of eight events each (created, assigned, begun, two work logs, a
 * comment, review, done) over two years, about sixty items a person. For measuring cost; nothing is planted in it.
 */
final class SyntheticJournal {

    static final int EVENTS_PER_ITEM = 8;
    static final long START = 1_700_000_000_000L;

    private static final long HOUR = 3_600_000L;
    private static final long SPAN = 104L * 7 * 24 * HOUR;
    private static final String[] PRIORITIES = {"Blocker", "Major", "Minor"};
    private static final String[] TYPES = {"Bug", "Task", "Story"};
    private static final int ATTRIBUTES = 13;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final List<String> actors = new ArrayList<>();
    private final EventBatch all;
    private final Membership.Builder membership;
    private final SplittableRandom random;
    private final int pointer;
    private int row;
    private int attribute;
    private int link;

    private SyntheticJournal(int count, long seed) {
        int n = count * EVENTS_PER_ITEM;
        random = new SplittableRandom(seed);
        all = new EventBatch(n, new int[n], new long[n], new byte[n], new int[n], new int[n], new long[n],
                new int[n + 1], new int[count * ATTRIBUTES], new int[count * ATTRIBUTES], new int[n + 1],
                new int[count], new int[count]);
        membership = new Membership.Builder(count);
        pointer = code("export.zip");
        int people = Math.max(8, count / 60);
        for (int i = 0; i < people; i++) {
            actors.add("person-" + i);
        }
        for (int i = 0; i < count; i++) {
            item(i, people);
        }
    }

    /** A journal with its membership in three declared priorities. */
    record Made(ColumnJournal journal, Membership membership) {}

    /** Makes one of about so many events. */
    static Made of(int events, long seed) {
        SyntheticJournal made = new SyntheticJournal(events / EVENTS_PER_ITEM, seed);
        return new Made(new ColumnJournal(List.copyOf(made.texts), List.copyOf(made.items), made.actors, made.all,
                List.of()), made.membership.build());
    }

    /** The rules it is read by: two versions, the second reordered in the middle of its second year. */
    static Charter charter() {
        Intent.Version first = new Intent.Version("2023-11-14", START, false, List.of(0, 1, 2), List.of(), List.of(),
                List.of());
        Intent.Version second = new Intent.Version("2025-05-13", START + SPAN / 4 * 3, false, List.of(1, 0, 2),
                List.of(new Intent.Preference(2, 0, Intent.Condition.ALWAYS, Intent.NONE)), List.of(), List.of());
        StatusMap statuses = new StatusMap(Map.of("s/P", Map.of("Open", Phase.queued,
                "In Progress", Phase.working, "In Review", Phase.review, "Done", Phase.done)));
        return new Charter(WorkWeek.assumed(java.time.ZoneOffset.UTC), statuses, List.of(), java.util.Set.of(),
                java.util.Set.of(), false, new Intent(List.of(first, second), List.of("safety", "billing", "growth"),
                List.of(), List.of(), List.of()), java.util.Set.of());
    }

    /** The instant up to which it is read. */
    static long asOf() {
        return START + SPAN;
    }

    private void item(int number, int people) {
        String id = String.format(java.util.Locale.ROOT, "s:%08d", number);
        items.add(id);
        long at = START + random.nextLong(SPAN - 60 * 24 * HOUR);
        int owner = random.nextInt(people);
        int rank = random.nextInt(PRIORITIES.length);
        membership.add(number, at, rank, Intent.NONE, Intent.NONE, 0);
        begin(number, at, Verb.created, random.nextInt(people));
        put(Field.KEY, "P-" + number);
        put(Field.CHANGE_LOG, "full");
        put(Field.OWNER, Field.OWNER_NONE);
        put(Field.PRIORITY, PRIORITIES[rank]);
        put(Field.PROJECT, "P");
        put(Field.STATUS, "Open");
        put(Field.TYPE, TYPES[random.nextInt(TYPES.length)]);
        end();
        at += random.nextLong(48 * HOUR);
        begin(number, at, Verb.assigned, random.nextInt(people));
        all.linkQualifier()[link] = code(Link.OWNER);
        all.linkTarget()[link++] = owner;
        end();
        at += random.nextLong(200 * HOUR);
        moved(number, at, owner, "In Progress");
        for (int i = 0; i < 2; i++) {
            at += random.nextLong(100 * HOUR);
            begin(number, at, Verb.logged, owner);
            put(Field.MILLIS, Long.toString((1 + random.nextInt(8)) * HOUR / 2));
            end();
        }
        begin(number, at + HOUR, Verb.commented, random.nextInt(people));
        end();
        moved(number, at + 2 * HOUR, owner, "In Review");
        moved(number, at + 2 * HOUR + random.nextLong(100 * HOUR), owner, "Done");
    }

    private void moved(int number, long at, int actor, String status) {
        begin(number, at, Verb.statusChanged, actor);
        put(Field.STATUS, status);
        end();
    }

    private int code(String text) {
        return codes.computeIfAbsent(text, fresh -> {
            texts.add(fresh);
            return texts.size() - 1;
        });
    }

    private void begin(int number, long at, Verb verb, int actor) {
        all.item()[row] = number;
        all.atMillis()[row] = at;
        all.verb()[row] = (byte) verb.ordinal();
        all.actor()[row] = actor;
        all.pointer()[row] = pointer;
        all.record()[row] = row;
    }

    private void put(String name, String value) {
        all.attributeName()[attribute] = code(name);
        all.attributeValue()[attribute++] = code(value);
    }

    private void end() {
        row++;
        all.attributeStart()[row] = attribute;
        all.linkStart()[row] = link;
    }
}
