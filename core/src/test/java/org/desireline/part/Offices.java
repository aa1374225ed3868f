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
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/**
 * Makes organisations as process logs tell of them: cases whose activities are scheduled, begun by whoever is free,
 * interrupted and ended; some are begun though nothing was scheduled, some come to nothing.
 */
public final class Offices {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final List<String> ACTIVITIES = List.of("call", "call", "check", "check", "pay");

    private final SplittableRandom random;
    private final long seed;
    private final Chronicle chronicle = new Chronicle();
    private final List<String> actors = new ArrayList<>();
    private final long start;
    private final int days;

    private Offices(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed * 171 + 5);
        this.start = LocalDate.of(2025, 1, 6).plusWeeks(random.nextInt(60)).atStartOfDay(ZoneOffset.UTC).toInstant()
                .toEpochMilli();
        this.days = random.nextInt(10, 30);
        for (int i = random.nextInt(2, 6); i > 0; i--) {
            actors.add("actor-" + i);
        }
    }

    /** An organisation; the same seed makes the same one. */
    public static Organisation random(long seed) {
        return new Offices(seed).make();
    }

    private Organisation make() {
        for (int i = random.nextInt(10, 25); i > 0; i--) {
            item("log:office:" + (100 + i));
        }
        long asOf = start + days * DAY;
        Charter charter = new Charter(WorkWeek.parse("Mon-Fri 09:00-17:00", ZoneId.of("Europe/Berlin")),
                new StatusMap(Map.of("log/ONE", Map.of("Case closed", Phase.done))),
                List.of("Blocker", "Major", "Minor"), Set.of("bot"), Set.of(), true, Intent.none(), Set.of());
        Window window = Window.parse("all", start, asOf, charter.week().zone());
        return new Organisation(seed, MINUTE, charter, window, asOf, chronicle.events(), chance(50)
                ? Decrees.random(seed, actors, start, asOf, HOUR, true) : Decree.none());
    }

    private void item(String item) {
        long at = start + random.nextInt(days * 24) * HOUR;
        chronicle.created(item, at, "", new TreeMap<>(Map.of(Field.STATUS, "", Field.PRIORITY,
                pick(List.of("Blocker", "Major", "Minor")), Field.TYPE, pick(List.of("Bug", "Task")))));
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            at += 15 * MINUTE * random.nextInt(40);
            at = activity(item, at, pick(ACTIVITIES));
        }
        if (chance(60)) {
            chronicle.moved(item, at + random.nextInt(3) * DAY, "", "Case closed");
        }
    }

    /** One round of an activity; gives when it was over. */
    private long activity(String item, long at, String name) {
        if (chance(90)) {
            tell(item, at, Verb.scheduled, "", name, "schedule");
        }
        if (chance(15)) {
            tell(item, at, Verb.scheduled, "", name, "schedule");
        }
        long begun = at + 15 * MINUTE * random.nextInt(chance(50) ? 20 : 200);
        if (chance(12)) {
            tell(item, begun, Verb.stopped, chance(50) ? "" : pick(actors), name, "withdraw");
            return begun;
        }
        String actor = chance(92) ? pick(actors) : pick(List.of("", "bot"));
        tell(item, begun, Verb.started, actor, name, "start");
        long over = begun + 5 * MINUTE * random.nextInt(1, 20);
        if (chance(30)) {
            tell(item, over, Verb.stopped, actor, name, "suspend");
            over += 15 * MINUTE * random.nextInt(1, 20);
            tell(item, over, Verb.started, actor, name, chance(70) ? "resume" : "start");
            over += 5 * MINUTE * random.nextInt(1, 20);
        }
        if (chance(90)) {
            tell(item, over, Verb.stopped, chance(90) ? actor : pick(actors), name, "complete");
        }
        return over;
    }

    private void tell(String item, long at, Verb verb, String actor, String activity, String word) {
        Map<String, String> fields = new TreeMap<>(Map.of(Field.ACTIVITY, activity, Field.LIFECYCLE, word));
        if (verb == Verb.stopped) {
            fields.put(Field.OWNER, Field.OWNER_NONE);
        }
        Link[] owner = verb == Verb.started && !actor.isEmpty() ? new Link[] {new Link(Link.OWNER, Ref.actor(actor))}
                : new Link[0];
        chronicle.event(item, at, verb, actor, fields, owner);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
