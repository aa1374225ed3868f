package org.desireline.part;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desireline.charter.Charter;
import org.desireline.charter.Membership;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.charter.Undertaking;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/** An organisation that promises things, event by event. Days are counted from 5 January 2026, a Monday. */
public final class Promises {

    /** The first instant of day 0. */
    public static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final StatusMap STATUSES = new StatusMap(Map.of("t/ONE",
            Map.of("Open", Phase.queued, "Done", Phase.done, "Dropped", Phase.dropped)));

    /** What was written so far. */
    public final Chronicle chronicle = new Chronicle();

    /** The instant of a day and an hour. */
    public static long at(double day) {
        return START + Math.round(day * DAY);
    }

    /** The ISO day. */
    public static String day(long day) {
        return LocalDate.of(2026, 1, 5).plusDays(day).toString();
    }

    /** An item without a due date, which somebody owns an hour later. */
    public Promises item(String item, double day, String owner) {
        chronicle.created(item, at(day), "ada", Map.of());
        chronicle.assigned(item, at(day) + HOUR, "ada", owner);
        return this;
    }

    /** A promise is made; an empty target is the item's own due date. */
    public Promises promised(String item, double day, String target, long due) {
        return set(item, day, Verb.dueSet, target, day(due));
    }

    /** Its day is moved. */
    public Promises moved(String item, double day, String target, long due) {
        return set(item, day, Verb.dueMoved, target, day(due));
    }

    /** It is taken back. */
    public Promises takenBack(String item, double day, String target) {
        return set(item, day, Verb.dueMoved, target, "");
    }

    private Promises set(String item, double day, Verb verb, String target, String due) {
        chronicle.event(item, at(day), verb, "ada",
                target.isEmpty() ? Map.of(Field.DUE, due) : Map.of(Field.DUE, due, Field.TARGET, target));
        return this;
    }

    /** The item is done. */
    public Promises done(String item, double day) {
        chronicle.moved(item, at(day), "ada", "Done");
        return this;
    }

    /** The item is dropped. */
    public Promises dropped(String item, double day) {
        chronicle.moved(item, at(day), "ada", "Dropped");
        return this;
    }

    /** Somebody says something. */
    public Promises commented(String item, double day, String who) {
        chronicle.event(item, at(day), Verb.commented, who, Map.of());
        return this;
    }

    /** All of it as it was known on a day. */
    public Organisation organisation(double asOfDay) {
        return organisation(asOfDay, chronicle.events());
    }

    /** Some events as they were known on a day. */
    public static Organisation organisation(double asOfDay, List<Event> events) {
        Charter charter = new Charter(WorkWeek.assumed(ZoneOffset.UTC), STATUSES, List.of(), Set.of("robot"), Set.of(),
                false);
        return new Organisation(0, 60_000, charter, Window.parse("all", START, at(asOfDay), ZoneOffset.UTC),
                at(asOfDay), events);
    }

    /** The same with what was committed to and decided. */
    public Assembly assembly(double asOfDay, List<Undertaking> declared) {
        Organisation organisation = organisation(asOfDay);
        return Assembler.assemble(organisation.journal(), organisation.charter(), Membership.none(), declared,
                organisation.window(), organisation.asOfMillis());
    }

    /** The promises as they were known on a day. */
    public List<Promise> parts(double asOfDay) {
        List<Promise> all = new ArrayList<>();
        organisation(asOfDay).assembly().promises(0, 1, all::add);
        return all;
    }
}
