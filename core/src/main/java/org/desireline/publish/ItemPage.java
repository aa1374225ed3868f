package org.desireline.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Origin;
import org.desireline.journal.Verb;
import org.desireline.part.Account;
import org.desireline.part.Assembly;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;
import org.desireline.time.Spans;
import org.jspecify.annotations.Nullable;

/**
 * One item's own story: its events without who, its states, and its hours by awaited party, day by day.
 *
 * @param key the name people know it by
 * @param container whether it only holds other items and so has no ledger
 * @param over whether it is finished
 * @param classes what it was at the end, by dimension
 * @param happenings its events in order
 * @param states its phases in order
 * @param totals whole-life hours by account
 * @param days hours by day and account, days without a live on-calendar hour left out
 */
public record ItemPage(
        String key,
        boolean container,
        boolean over,
        Map<String, String> classes,
        List<Happening> happenings,
        List<State> states,
        Map<Account, Hours> totals,
        List<Day> days) {

    /**
     * An event, with nothing in it that says who.
     *
     * @param day ISO day
     * @param what the verb, and the status or field it is about
     * @param pointer where it was read
     */
    public record Happening(String day, String what, String pointer) {}

    /**
     * A stay in a phase, waiting for one party.
     *
     * @param from first day
     * @param to last day
     * @param phase the phase
     * @param account who was awaited
     * @param hours its length
     */
    public record State(String from, String to, String phase, Account account, Hours hours) {}

    /**
     * A length of time.
     *
     * @param onCalendar working hours of it
     * @param offCalendar the rest
     */
    public record Hours(double onCalendar, double offCalendar) {

        Hours plus(Hours other) {
            return new Hours(onCalendar + other.onCalendar, offCalendar + other.offCalendar);
        }
    }

    /**
     * A day's hours on calendar.
     *
     * @param day ISO day
     * @param hours by account
     */
    public record Day(String day, Map<Account, Double> hours) {}

    private static final double HOUR_MILLIS = 3_600_000.0;
    /** Attributes whose values are words of the tracker, never of a person. */
    private static final List<String> SHOWN =
            List.of("status", "resolution", "priority", "type", "component", "epic", "fixVersion", "label", "sprint",
                    "due", "target", "verdict");

    /** Names of the attributes that may be shown: their values are words of the tracker, never of a person. */
    public static List<String> shown() {
        return SHOWN;
    }

    /** The page of an item, or null where it did not exist at the as-of instant. */
    public static @Nullable ItemPage of(Journal journal, Assembly assembly, int item) {
        Trace trace = assembly.traceOf(item);
        if (trace == null) {
            return null;
        }
        ZoneId zone = assembly.frame().charter().week().zone();
        TreeMap<Account, Hours> totals = new TreeMap<>();
        trace.stretches().forEach(stretch -> totals.merge(Account.of(stretch), hours(stretch), Hours::plus));
        return new ItemPage(trace.key(), trace.container(), trace.over(), classes(assembly, trace),
                happenings(journal, item, zone, assembly.frame().asOfMillis()), states(trace, zone), totals,
                days(assembly, trace, zone));
    }

    private static Hours hours(Stretch stretch) {
        return new Hours(stretch.onCalendarMillis() / HOUR_MILLIS, stretch.offCalendarMillis() / HOUR_MILLIS);
    }

    private static Map<String, String> classes(Assembly assembly, Trace trace) {
        TreeMap<String, String> classes = new TreeMap<>();
        if (!trace.stretches().isEmpty()) {
            int[] codes = trace.stretches().get(trace.stretches().size() - 1).classes();
            for (Dimension dimension : Dimension.values()) {
                classes.put(dimension.label(),
                        assembly.frame().classes().names(dimension).get(codes[dimension.ordinal()]));
            }
        }
        return classes;
    }

    private static List<Happening> happenings(Journal journal, int item, ZoneId zone, long asOfMillis) {
        List<Happening> happenings = new ArrayList<>();
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                if (batch.item()[row] != item || batch.atMillis()[row] > asOfMillis) {
                    continue;
                }
                StringBuilder what = new StringBuilder(batch.verbAt(row).name());
                if (batch.verbAt(row) != Verb.commented) {
                    for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
                        String name = journal.text(batch.attributeName()[i]);
                        if (SHOWN.contains(name)) {
                            what.append(' ').append(name).append('=')
                                    .append(journal.text(batch.attributeValue()[i]).replace(Field.SEPARATOR, ','));
                        }
                    }
                }
                happenings.add(new Happening(day(batch.atMillis()[row], zone), what.toString(),
                        Origin.shown(journal.text(batch.pointer()[row]), batch.record()[row])));
            }
        });
        return happenings;
    }

    private static List<State> states(Trace trace, ZoneId zone) {
        List<State> states = new ArrayList<>();
        List<Stretch> stretches = trace.stretches();
        for (int from = 0; from < stretches.size(); ) {
            Stretch first = stretches.get(from);
            Hours hours = new Hours(0, 0);
            int to = from;
            while (to < stretches.size() && stretches.get(to).phase() == first.phase()
                    && stretches.get(to).waitNumber() == first.waitNumber()
                    && stretches.get(to).parked() == first.parked()) {
                hours = hours.plus(hours(stretches.get(to++)));
            }
            states.add(new State(day(first.fromMillis(), zone), day(stretches.get(to - 1).toMillis(), zone),
                    first.phase().name(), Account.of(first), hours));
            from = to;
        }
        return states;
    }

    private static List<Day> days(Assembly assembly, Trace trace, ZoneId zone) {
        Spans calendar = assembly.frame().charter().week().expand(trace.createdMillis(), trace.endMillis());
        TreeMap<String, TreeMap<Account, Double>> days = new TreeMap<>();
        for (Stretch stretch : trace.stretches()) {
            LocalDate day = Instant.ofEpochMilli(stretch.fromMillis()).atZone(zone).toLocalDate();
            for (long at = stretch.fromMillis(); at < stretch.toMillis(); day = day.plusDays(1)) {
                long next = Math.min(stretch.toMillis(), day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
                double hours = calendar.overlapMillis(at, next) / HOUR_MILLIS;
                if (hours > 0) {
                    days.computeIfAbsent(day.toString(), key -> new TreeMap<>())
                            .merge(Account.of(stretch), hours, Double::sum);
                }
                at = next;
            }
        }
        List<Day> result = new ArrayList<>();
        days.forEach((day, hours) -> result.add(new Day(day, hours)));
        return result;
    }

    private static String day(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().toString();
    }
}
