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
 * Makes organisations in which work is nobody's until somebody takes it: from the queue of a team, or off the pile of a
 * component. Most move by the hour for most of a year, so that some of it is forgotten, some by the minute for weeks.
 */
public final class Markets {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final List<String> RANKED = List.of("Blocker", "Major", "Minor");
    private static final List<String> PARTS = List.of("ui", "api", "");

    private final long seed;
    private final SplittableRandom random;
    private final Chronicle chronicle = new Chronicle();
    private final List<String> items = new ArrayList<>();
    private final List<String> actors = new ArrayList<>();
    private final long start;
    private final int days;
    private final long step;

    private Markets(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed * 151 + 23);
        this.start = LocalDate.of(2025, 1, 6).plusWeeks(random.nextInt(60)).atStartOfDay(ZoneOffset.UTC).toInstant()
                .toEpochMilli();
        boolean years = chance(70);
        this.days = years ? random.nextInt(220, 400) : random.nextInt(15, 40);
        this.step = years ? HOUR : MINUTE;
        for (int i = random.nextInt(2, 5); i > 0; i--) {
            actors.add("actor-" + i);
        }
        for (int i = random.nextInt(8, 30); i > 0; i--) {
            items.add("tracker:demo:ONE-" + (100 + i));
        }
    }

    /** An organisation; the same seed makes the same one. */
    public static Organisation random(long seed) {
        return new Markets(seed).make();
    }

    private Organisation make() {
        items.forEach(this::item);
        long asOf = start + days * DAY + random.nextInt(12) * HOUR;
        Charter charter = new Charter(WorkWeek.parse("Mon-Fri 09:00-17:00", ZoneId.of("Europe/Berlin")),
                new StatusMap(Map.of("tracker/ONE", Map.of("Open", Phase.queued, "In Progress", Phase.working, "Review",
                        Phase.review, "Done", Phase.done))), RANKED, Set.of("bot"), Set.of("Epic"), true,
                Intent.none(), Set.of());
        List<Event> events = chronicle.events();
        long first = events.stream().mapToLong(Event::atMillis).min().orElse(start);
        Window window = Window.parse("all", first, asOf, charter.week().zone());
        return new Organisation(seed, step, charter, window, asOf, events, chance(95)
                ? Decrees.random(seed, actors, start, start + days * DAY, step, chance(90)) : Decree.none());
    }

    private void item(String item) {
        long at = start + random.nextInt(chance(50) ? 20 : days) * DAY + random.nextInt(24) * HOUR;
        Map<String, String> fields = new TreeMap<>(Map.of(Field.PRIORITY, pick(RANKED), Field.TYPE,
                chance(8) ? "Epic" : pick(List.of("Bug", "Task")), Field.COMPONENT, pick(PARTS)));
        if (chance(35)) {
            fields.put(Field.TEAM, pick(Organisations.QUEUES));
        }
        chronicle.created(item, at, pick(actors), fields);
        if (chance(25)) {
            chronicle.blockedBy(item, at, "", pick(items), true);
        }
        if (chance(30)) {
            chronicle.changed(item, later(at), pick(actors), Field.PRIORITY, pick(RANKED));
        }
        if (chance(20)) {
            return;
        }
        long taken = later(at);
        String actor = pick(actors);
        if (chance(30)) {
            chronicle.changed(item, taken - random.nextInt(30) * HOUR, pick(actors), Field.PRIORITY, pick(RANKED));
        }
        long touched = taken + random.nextInt(3) * HOUR;
        if (chance(15)) {
            chronicle.assigned(item, taken, pick(actors), actor);
            touched = taken + random.nextInt(1, 20) * (step == HOUR ? HOUR : MINUTE);
        } else if (chance(70)) {
            chronicle.assigned(item, taken, actor, actor);
        } else {
            chronicle.moved(item, taken, actor, "In Progress");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            chronicle.event(item, touched, pick(List.of(Verb.commented, Verb.committed)), actor, Map.of());
            touched = later(touched);
        }
        if (chance(60)) {
            chronicle.moved(item, touched, actor, pick(List.of("Done", "Done", "Review", "In Progress")));
        } else if (chance(30)) {
            chronicle.event(item, touched, Verb.unassigned, actor, Map.of());
        }
    }

    private long later(long at) {
        return at + random.nextInt(chance(50) ? 10 : days) * DAY + random.nextInt(24) * HOUR;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
