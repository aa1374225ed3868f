package org.desireline.part;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/**
 * Makes organisations in which most working time is on record: people at work on one item after another from morning to
 * evening, while items change hands, queues and states in the midst of it. Most have declared something.
 */
public final class Workshops {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final List<String> STATUSES =
            List.of("Open", "Open", "In Progress", "In Progress", "In Review", "On Hold", "Needs Decision", "Done");
    private static final List<String> RANKED = List.of("Blocker", "Major", "Minor");

    private final long seed;
    private final SplittableRandom random;
    private final Chronicle chronicle = new Chronicle();
    private final List<String> items = new ArrayList<>();
    private final List<String> actors = new ArrayList<>();
    /** By item, who had it at first; empty for a queue. */
    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, Long> created = new TreeMap<>();
    private final List<Long> instants = new ArrayList<>();
    private final long start;
    private final int days;

    private Workshops(long seed, int size) {
        this.seed = seed;
        this.random = new SplittableRandom(seed * 131 + 17);
        this.start = LocalDate.of(2025, 3, 3).plusWeeks(random.nextInt(60)).atStartOfDay(ZoneOffset.UTC).toInstant()
                .toEpochMilli();
        this.days = random.nextInt(12, 29);
        for (int i = random.nextInt(5, 10) * size; i > 0; i--) {
            actors.add("actor-" + i);
        }
        for (int i = random.nextInt(20, 45) * size; i > 0; i--) {
            items.add("tracker:demo:ONE-" + (100 + i));
        }
    }

    /** An organisation; the same seed makes the same one. */
    public static Organisation random(long seed) {
        return new Workshops(seed, 1).make();
    }

    /** One of twice the size, so that most figures rest on people enough to be shown. */
    public static Organisation large(long seed) {
        return new Workshops(seed, 2).make();
    }

    private Organisation make() {
        items.forEach(this::item);
        actors.forEach(this::works);
        for (String item : items) {
            for (int i = random.nextInt(7); i > 0; i--) {
                changes(item);
            }
        }
        long asOf = start + days * DAY + random.nextInt(-12, 12) * HOUR;
        Charter charter = new Charter(WorkWeek.parse("Mon-Fri 09:00-17:00", ZoneId.of(pick(List.of("UTC",
                "Europe/Berlin", "Asia/Kolkata")))), new StatusMap(Map.of("tracker/ONE", Map.of("Open", Phase.queued,
                "In Progress", Phase.working, "In Review", Phase.review, "On Hold", Phase.blocked, "Needs Decision",
                Phase.decision, "Done", Phase.done))), RANKED, Set.of("bot"), Set.of(), chance(20), Intent.none(),
                chance(20) ? Set.of("tracker/ONE") : Set.of());
        List<Event> events = chronicle.events();
        long first = events.stream().mapToLong(Event::atMillis).min().orElse(start);
        Window window = Window.parse(pick(List.of("52w", "all", "2w")), first, asOf, charter.week().zone());
        return new Organisation(seed, MINUTE, charter, window, asOf, events, chance(85)
                ? Decrees.random(seed, actors, start, start + days * DAY, HOUR, chance(80)) : Decree.none());
    }

    private void item(String item) {
        long at = start + (chance(60) ? random.nextInt(20) * HOUR : random.nextInt(days * 20) * HOUR);
        Map<String, String> fields = new TreeMap<>(Map.of(Field.PRIORITY, pick(RANKED), Field.TYPE,
                pick(List.of("Bug", "Task", "Story")), Field.COMPONENT, pick(Organisations.PARTS)));
        boolean queued = chance(30);
        if (queued || chance(20)) {
            fields.put(Field.TEAM, pick(Organisations.QUEUES));
        }
        chronicle.created(item, at, pick(actors), fields);
        owners.put(item, queued ? "" : pick(actors));
        created.put(item, at);
        if (!queued) {
            chronicle.assigned(item, at + (chance(50) ? 0 : random.nextInt(30) * HOUR), pick(actors), owners.get(item));
        }
    }

    /** A person's days: mostly on what is the person's own, with breaks about as long as session gaps are. */
    private void works(String actor) {
        List<String> own = new ArrayList<>(items.stream().filter(item -> owners.get(item).equals(actor)).toList());
        own.add(pick(items));
        String last = pick(own);
        boolean logs = chance(75);
        for (long day = start; day < start + days * DAY; day += DAY) {
            long at = day + 8 * HOUR + random.nextInt(90) * MINUTE;
            while (at < day + 17 * HOUR && chance(96)) {
                last = chance(45) ? last : chance(85) ? pick(own) : pick(items);
                long millis = random.nextInt(10, 150) * MINUTE;
                if (at >= created.get(last)) {
                    if (logs || chance(5)) {
                        chronicle.logged(last, at, actor, chance(95) ? millis : 3 * millis);
                    } else {
                        Verb done = pick(List.of(Verb.commented, Verb.committed));
                        chronicle.event(last, at + millis, done, actor, Organisations.told(done, at / MINUTE));
                    }
                    instants.add(at);
                    instants.add(at + millis);
                }
                int draw = random.nextInt(10);
                at += millis + (draw < 6 ? 0 : draw < 8 ? random.nextInt(60) * MINUTE
                        : pick(List.of(1, 2, 4)) * HOUR + random.nextInt(-1, 2) * MINUTE);
            }
        }
    }

    private void changes(String item) {
        long at = pick(instants) + (chance(70) ? 0 : random.nextInt(-40, 40) * MINUTE);
        if (at <= created.get(item)) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> chronicle.assigned(item, at, pick(actors), pick(actors));
            case 2 -> chronicle.event(item, at, Verb.unassigned, pick(actors), Map.of());
            case 3 -> chronicle.changed(item, at, pick(actors), Field.TEAM,
                    chance(20) ? "" : pick(Organisations.QUEUES));
            case 4 -> chronicle.changed(item, at, pick(actors), pick(List.of(Field.COMPONENT, Field.LABEL)),
                    pick(Organisations.PARTS));
            default -> chronicle.moved(item, at, pick(actors), pick(STATUSES));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
