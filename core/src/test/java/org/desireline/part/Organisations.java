package org.desireline.part;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/**
 * Makes random organisations, straight as events: everything a tracker can do to the reader, often at the same instant.
 *
 * <p>Most live two to six weeks by the minute; some live 200 to 400 days by the hour, long enough for work to be
 * forgotten. The same seed makes the same organisation.
 */
public final class Organisations {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final String BOT = "bot";

    /** Zones whose offsets are whole hours. */
    private static final List<String> WHOLE_HOURS =
            List.of("UTC", "Europe/Berlin", "America/New_York", "America/Santiago", "Africa/Cairo");
    private static final List<String> ODD_HOURS = List.of("Asia/Kolkata", "Australia/Lord_Howe");
    private static final List<String> WEEKS = List.of(
            "Mon-Fri 09:00-17:00", "Mon-Fri 09:00-17:00", "Mon-Thu 08:00-24:00", "Mon-Sun 00:00-24:00",
            "Tue-Sun 05:00-13:00");
    private static final List<List<String>> ORDERS = List.of(
            List.of("Blocker", "Major", "Minor"), List.of("Blocker", "Critical", "Major", "Minor", "Trivial"),
            List.of(),
            List.of("P0", "Blocker", "P2", "Major", "P4", "Minor", "P6", "Trivial", "P8"));
    static final List<String> PRIORITIES =
            List.of("Blocker", "Major", "Minor", "Major", "Trivial", "P8", "Zonk", "");
    private static final List<String> STATUSES = List.of("Open", "Open", "Backlog", "In Progress", "In Progress",
            "In Progress", "Coding", "In Review", "Needs Decision", "On Hold", "Done", "Done", "Closed", "Cancelled",
            "Mystery");
    static final List<String> PARTS = List.of("ui", "api", "db", "docs", "auth", "mail", "jobs", "other",
            "none");
    /** Names of the queues that teams take their work from. */
    static final List<String> QUEUES = List.of("front", "back");
    private static final List<String> RESOLUTIONS = List.of("Fixed", "Won't Fix", "Duplicate", "", "Done");
    private static final List<String> ESTIMATES = List.of("soon", "7200", "2", "0", "28800");
    private static final List<String> DUES = List.of("", "soon", "2025-13-45", "2026-01-05", "2026-06-30T17:00:00");

    private final long seed;
    private final SplittableRandom random;
    private final Chronicle chronicle = new Chronicle();
    private final List<Long> instants = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final List<String> actors = new ArrayList<>();
    private final long step;
    private final long start;
    private final long end;
    /** How seldom work is handed from one to another. */
    private final int steadiness;

    private Organisations(long seed, long step, long days, int items, int actors) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.step = step;
        this.start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500)).atStartOfDay(ZoneOffset.UTC).toInstant()
                .toEpochMilli() + random.nextInt(24) * HOUR;
        this.end = start + days * DAY;
        this.steadiness = random.nextInt(10);
        for (int i = 0; i < items; i++) {
            this.items.add("tracker:demo:" + (i % 4 == 3 ? "TWO-" : "ONE-") + (i + 1));
        }
        for (int i = 0; i < actors; i++) {
            this.actors.add("actor-" + i);
        }
    }

    /** A small organisation. */
    public static Organisation random(long seed) {
        SplittableRandom size = new SplittableRandom(~seed);
        boolean years = size.nextInt(4) == 0;
        int items = 1 + (int) (25 * size.nextDouble() * size.nextDouble());
        int days = years ? size.nextInt(200, 401) : size.nextInt(14, 43);
        return new Organisations(seed, years ? HOUR : MINUTE, days, items, 1 + size.nextInt(8)).make(false);
    }

    /** An organisation of about so many events, by the minute, over two years, read at its end in the usual window. */
    public static Organisation large(long seed, int events) {
        int items = Math.max(1, events * 2 / 15);
        return new Organisations(seed, MINUTE, 730, items, Math.max(5, items / 40)).make(true);
    }

    private Organisation make(boolean plain) {
        for (int i = 0; i < items.size(); i++) {
            item(i);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            bulkEdit();
        }
        for (int i = random.nextInt(2 * actors.size() + 1); i > 0; i--) {
            session();
        }
        // What is to be forgotten must be left alone.
        for (int i = step == HOUR && chance(90) ? 0 : random.nextInt(3 * actors.size() + 1); i > 0; i--) {
            traces();
        }
        List<Event> events = chronicle.events();
        long asOf = plain ? end : switch (random.nextInt(4)) {
            case 0 -> instant(start + (end - start) / 3, end);
            case 1 -> instants.get(random.nextInt(instants.size()));
            case 2 -> end;
            default -> end + random.nextInt(300) * step;
        };
        long first = events.stream().mapToLong(Event::atMillis).min().orElse(start);
        Charter charter = charter();
        String name = plain ? Window.DEFAULT : pick(List.of("1w", "2w", "3w", "52w", "all"));
        Window window = Window.parse(name, first, asOf, charter.week().zone());
        // Decided apart from everything else, so that the same seed gives the same events, declared or not.
        boolean declared = new SplittableRandom(seed * 31 + 7).nextInt(2) == 0;
        return new Organisation(seed, step, charter, window, asOf, events,
                declared ? Decrees.random(seed, actors, start, end, step, plain) : Decree.none());
    }

    private Charter charter() {
        List<String> zones = new ArrayList<>(WHOLE_HOURS);
        if (step < HOUR) {
            zones.addAll(ODD_HOURS);
        }
        Map<String, Phase> one = Map.of("Open", Phase.queued, "Backlog", Phase.backlog, "In Progress", Phase.working,
                "Coding", Phase.working, "In Review", Phase.review, "Needs Decision", Phase.decision, "On Hold",
                Phase.blocked, "Done", Phase.done, "Closed", Phase.done, "Cancelled", Phase.dropped);
        Map<String, Phase> two = new TreeMap<>(one);
        two.put("Open", Phase.backlog);
        two.put("Coding", Phase.review);
        two.put("Closed", Phase.dropped);
        return new Charter(WorkWeek.parse(pick(WEEKS), ZoneId.of(pick(zones))),
                new StatusMap(Map.of("tracker/ONE", one, "tracker/TWO", two)), pick(ORDERS), Set.of(BOT),
                Set.of("Epic"), random.nextBoolean(), Intent.none(), timed());
    }

    /** The projects whose statuses are as good as a work log; decided apart from everything else. */
    private Set<String> timed() {
        return switch (new SplittableRandom(seed * 37 + 11).nextInt(4)) {
            case 0 -> Set.of("tracker/ONE");
            case 1 -> Set.of("tracker/ONE", "tracker/TWO");
            default -> Set.of();
        };
    }

    private void item(int number) {
        String id = items.get(number);
        long created = instant(start, random.nextInt(3) == 0 ? start + DAY : end - (end - start) / 5);
        instants.add(created);
        boolean full = random.nextInt(8) > 0;
        Map<String, String> fields = new TreeMap<>(Map.of(Field.KEY, Chronicle.key(id), Field.PROJECT,
                Chronicle.key(id).substring(0, 3), Field.CHANGE_LOG, full ? "full" : "none", Field.STATUS,
                chance(60) ? "Open" : pick(STATUSES), Field.PRIORITY, pick(PRIORITIES), Field.COMPONENT, several()));
        for (String field : List.of(Field.TYPE, Field.LABEL, Field.EPIC, Field.FIX_VERSION, Field.SPRINT, Field.DUE,
                Field.TEAM)) {
            if (chance(field.equals(Field.DUE) || field.equals(Field.TEAM) ? 45 : 20)) {
                fields.put(field, value(field));
            }
        }
        if (chance(3)) {
            fields.put(Field.CHILDREN, "tracker:demo:ONE-1");
        }
        String owner = "";
        List<Link> links = new ArrayList<>();
        if (full && chance(50)) {
            owner = pick(actors);
            links.add(new Link(Link.OWNER, Ref.actor(owner)));
        } else {
            fields.put(Field.OWNER, full && chance(90) ? Field.OWNER_NONE : Field.OWNER_UNKNOWN);
        }
        chronicle.event(id, created, Verb.created, somebody(), fields, links.toArray(Link[]::new));
        if (full && chance(55)) {
            owner = start(id, created, owner);
        }
        double quiet = step == HOUR && chance(80) ? 3 : 16;
        for (long at : times(created, (int) (quiet * random.nextDouble() * (0.5 + random.nextDouble())))) {
            owner = happen(id, at, owner);
        }
    }

    /** The ordinary course: somebody is given the item, or has it, and moves it into work. */
    private String start(String id, long created, String owner) {
        long at = chance(50) ? created : instant(created, Math.max(created, end));
        String worker = owner;
        if (owner.isEmpty() || chance(50)) {
            worker = pick(actors);
            chronicle.assigned(id, at, somebody(), worker);
        }
        long moved = chance(25) ? at + random.nextInt(30) * MINUTE / step * step : instant(at, Math.max(at, end));
        chronicle.moved(id, moved, worker, "In Progress");
        instants.add(moved);
        return worker;
    }

    private long[] times(long created, int count) {
        long[] times = new long[count];
        long last = created;
        for (int i = 0; i < count; i++) {
            int draw = random.nextInt(100);
            long tie = instants.get(random.nextInt(instants.size()));
            if (draw < 12 && tie > created - DAY) {
                times[i] = tie;
            } else if (draw < 35) {
                times[i] = last + random.nextInt(20) * step;
            } else if (draw < 38) {
                times[i] = created - random.nextInt(300) * step;
            } else {
                times[i] = instant(created, Math.max(created, end));
            }
            last = times[i];
            instants.add(last);
        }
        Arrays.sort(times);
        return times;
    }

    /** Something happens to an item; gives who owns it afterwards. */
    private String happen(String id, long at, String owner) {
        int draw = random.nextInt(100);
        String actor = !owner.isEmpty() && chance(60) ? owner : somebody();
        if (draw < 38) {
            Map<String, String> fields = new TreeMap<>(Map.of(Field.STATUS, pick(STATUSES)));
            if (chance(25)) {
                fields.put(Field.RESOLUTION, pick(RESOLUTIONS));
            }
            chronicle.event(id, at, Verb.statusChanged, actor, fields);
        } else if (draw < 52) {
            String next = owner.isEmpty() || random.nextInt(10) >= steadiness ? pick(actors) : owner;
            chronicle.assigned(id, at, actor, next);
            return next;
        } else if (draw < 56) {
            chronicle.event(id, at, Verb.unassigned, actor,
                    chance(50) ? Map.of() : Map.of(Field.OWNER, Field.OWNER_NONE));
            return "";
        } else if (draw < 70) {
            long millis = step * random.nextInt(step == HOUR ? 30 : 600);
            chronicle.event(id, at, Verb.logged, actor,
                    chance(3) ? Map.of() : Map.of(Field.MILLIS, Long.toString(millis)));
        } else if (draw < 80) {
            String other = chance(90) ? pick(items) : "tracker:demo:ONE-0";
            chronicle.blockedBy(id, at, actor, other, chance(70));
        } else if (draw < 82) {
            activity(id, at, actor);
        } else if (draw < 84) {
            Verb verb = pick(List.of(Verb.commented, Verb.committed, Verb.reviewed, Verb.started, Verb.stopped));
            chronicle.event(id, at, verb, actor, told(verb, at / step));
        } else if (draw < 85) {
            chronicle.changed(id, at, actor, Field.OWNER, Field.OWNER_UNKNOWN);
            return "";
        } else {
            String field = pick(List.of(Field.PRIORITY, Field.PRIORITY, Field.COMPONENT, Field.LABEL, Field.TYPE,
                    Field.EPIC, Field.FIX_VERSION, Field.SPRINT, Field.DUE, Field.DUE, Field.RESOLUTION, Field.TEAM));
            chronicle.event(id, at, field.equals(Field.DUE) ? Verb.dueMoved : Verb.fieldChanged, actor,
                    Map.of(field, value(field)));
        }
        return owner;
    }

    /** The beginning or the end of an activity, as a process log tells it. */
    private void activity(String id, long at, String actor) {
        Map<String, String> fields = Map.of(Field.ACTIVITY, pick(List.of("check", "check", "pay")));
        boolean begins = chance(55);
        Map<String, String> after = new TreeMap<>(fields);
        if (!begins && chance(80)) {
            after.put(Field.OWNER, Field.OWNER_NONE);
        }
        if (begins && !actor.isEmpty() && chance(80)) {
            chronicle.event(id, at, Verb.started, actor, fields, new Link(Link.OWNER, Ref.actor(actor)));
        } else {
            chronicle.event(id, at, begins ? Verb.started : Verb.stopped, actor, after);
        }
    }

    private String value(String field) {
        return switch (field) {
            case Field.PRIORITY -> pick(PRIORITIES);
            case Field.TYPE -> pick(List.of("Bug", "Task", "Bug", "Task", "Story", "", "Task", "Bug", "Epic"));
            case Field.EPIC -> pick(List.of("north", "south", "", "west"));
            case Field.SPRINT -> pick(List.of("", "7", "8"));
            case Field.TEAM -> chance(20) ? "" : pick(QUEUES);
            case Field.RESOLUTION -> pick(RESOLUTIONS);
            case Field.DUE -> chance(40) ? pick(DUES)
                    : Instant.ofEpochMilli(instant(start, end)).atOffset(ZoneOffset.UTC).toLocalDate().toString();
            default -> several();
        };
    }

    /** Between three and nine items changed by one person within two minutes. */
    private void bulkEdit() {
        long at = instant(start, end);
        String actor = somebody();
        String field = pick(List.of(Field.LABEL, Field.FIX_VERSION, Field.STATUS));
        for (int i = random.nextInt(3, 10); i > 0; i--) {
            long when = at + (step == HOUR ? 0 : random.nextInt(3) * MINUTE);
            String id = pick(items);
            if (field.equals(Field.STATUS)) {
                chronicle.moved(id, when, actor, "Backlog");
            } else {
                chronicle.changed(id, when, actor, field, several());
            }
            instants.add(when);
        }
    }

    /** One person at work on a few items in turns, with breaks about as long as session gaps are. */
    private void session() {
        String actor = random.nextInt(30) == 0 ? BOT : pick(actors);
        List<String> few = List.of(pick(items), pick(items), pick(items));
        long at = chance(70) ? pick(instants) - random.nextInt(4) * HOUR : instant(start, end);
        for (int i = random.nextInt(2, 12); i > 0 && at < end; i--) {
            long millis = step * random.nextInt(1, step == HOUR ? 4 : 200);
            chronicle.logged(pick(few), at, actor, millis);
            instants.add(at + millis);
            long rest = chance(50) ? 0 : pick(List.of(1, 2, 4)) * HOUR + random.nextInt(-1, 2) * step;
            at += millis + (chance(90) ? rest : -Math.min(millis, rest));
        }
    }

    /** One person leaving signs of work on a few items, about as far apart as those of a session are. */
    private void traces() {
        String actor = random.nextInt(30) == 0 ? BOT : pick(actors);
        List<String> few = List.of(pick(items), pick(items), pick(items));
        long at = chance(70) ? pick(instants) - random.nextInt(4) * HOUR : instant(start, end);
        for (int i = random.nextInt(2, 16); i > 0 && at < end; i--) {
            String item = pick(few);
            int draw = random.nextInt(20);
            if (draw < 1) {
                activity(item, at, actor);
            } else if (draw < 2) {
                chronicle.assigned(item, at, actor, chance(80) ? actor : pick(actors));
            } else if (draw < 4) {
                chronicle.moved(item, at, actor, pick(List.of("In Progress", "In Progress", "In Review", "Done")));
            } else if (draw < 5) {
                String field = pick(List.of(Field.ESTIMATE, Field.RESOLUTION));
                chronicle.changed(item, at, actor, field, field.equals(Field.RESOLUTION) ? "Fixed"
                        : ESTIMATES.get((int) (at / step % ESTIMATES.size())));
            } else {
                Verb verb = pick(List.of(Verb.commented, Verb.committed, Verb.reviewed, Verb.started, Verb.stopped,
                        Verb.reopened, Verb.done));
                Verb done = chance(50) ? Verb.commented : verb;
                chronicle.event(item, at, done, actor, told(done, at / step));
            }
            instants.add(at);
            long rest = pick(List.of(1, 2, 4)) * HOUR + random.nextInt(-1, 2) * step;
            at += chance(20) ? 0 : chance(50) ? rest : random.nextInt(step == HOUR ? 3 : 150) * step;
        }
    }

    private String several() {
        TreeSet<String> values = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(pick(PARTS));
        }
        return String.join(String.valueOf(Field.SEPARATOR), values);
    }

    private String somebody() {
        int draw = random.nextInt(40);
        return draw == 0 ? "" : draw < 3 ? BOT : pick(actors);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private long instant(long from, long to) {
        return from + random.nextLong((to - from) / step + 1) * step;
    }

    /** What a source may say besides of a commit or a review. */
    static Map<String, String> told(Verb verb, long number) {
        List<String> declared = List.of("owner", "other", "none", "unclear", "");
        List<String> verdicts = List.of("approved", "changes", "comment");
        return switch (verb) {
            case committed -> Map.of(Field.DECLARED, declared.get((int) (number % declared.size())));
            case reviewed -> Map.of(Field.VERDICT, verdicts.get((int) (number % verdicts.size())));
            default -> Map.of();
        };
    }
}
