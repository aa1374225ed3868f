package org.desireline.part;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.charter.Dimension;

/**
 * Shares of touches done the slow way: of each act of each person the item's past is read from its first event, and
 * every week is asked for by its days.
 */
public final class TouchOracle {

    private final Organisation organisation;
    private final Map<Dimension, List<String>> named;
    /** By dimension and class, then by Monday. */
    private final Map<String, Map<LocalDate, Long>> all = new TreeMap<>();
    private final Map<String, Map<LocalDate, Long>> calm = new TreeMap<>();
    private final Map<String, Set<String>> people = new TreeMap<>();
    private final Set<String> everybody = new HashSet<>();

    /** Reads an organisation, in which these classes of each dimension are told apart. */
    public TouchOracle(Organisation organisation, Map<Dimension, List<String>> named) {
        this.organisation = organisation;
        this.named = named;
        List<Past> pasts = Past.all(organisation);
        new Diary(organisation, pasts).signs().forEach((who, acts) ->
                acts.forEach(act -> touch(who, pasts.get(act.item()), act.at())));
    }

    private void touch(String who, Past past, long at) {
        ZoneId zone = organisation.charter().week().zone();
        LocalDate monday = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        boolean whole = organisation.window().span().fromMillis() <= millis(monday, zone)
                && millis(monday.plusDays(7), zone) <= organisation.window().span().toMillis();
        if (!whole) {
            return;
        }
        everybody.add(who);
        List<List<String>> tracked = past.at(at).values;
        List<List<String>> values = organisation.decree().values(tracked, at);
        boolean presses = !organisation.decree().pressedBy(tracked, at).isEmpty();
        for (Dimension dimension : Dimension.values()) {
            String row = dimension.label() + "/" + classOf(dimension, values.get(dimension.ordinal()));
            people.computeIfAbsent(row, key -> new HashSet<>()).add(who);
            all.computeIfAbsent(row, key -> new TreeMap<>()).merge(monday, 1L, Long::sum);
            if (!presses) {
                calm.computeIfAbsent(row, key -> new TreeMap<>()).merge(monday, 1L, Long::sum);
            }
        }
    }

    private static long millis(LocalDate day, ZoneId zone) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(zone).toInstant()
                .toEpochMilli();
    }

    private String classOf(Dimension dimension, List<String> values) {
        for (String name : named.get(dimension)) {
            if (values.contains(name)) {
                return name;
            }
        }
        boolean isOrder = dimension == Dimension.PRIORITY && organisation.decree().isDeclared();
        return !values.isEmpty() ? "other" : isOrder ? "unranked" : "none";
    }

    /** How many people left touches in whole weeks of the window. */
    public int people() {
        return everybody.size();
    }

    /** How many whole weeks of the window have touches. */
    public int weeks() {
        return mondays(all).size();
    }

    /** The mean share of each class over the weeks that have touches, by dimension and class. */
    public Map<String, Double> shares() {
        return shares(all);
    }

    /** The same of touches on items that make no pressure. */
    public Map<String, Double> calmShares() {
        return shares(calm);
    }

    /** Touches by dimension and class. */
    public Map<String, Long> touches() {
        Map<String, Long> sums = new TreeMap<>();
        all.forEach((row, weeks) -> sums.put(row, weeks.values().stream().mapToLong(Long::longValue).sum()));
        return sums;
    }

    /** How many people they are by, likewise. */
    public Map<String, Integer> peopleByRow() {
        Map<String, Integer> counts = new TreeMap<>();
        people.forEach((row, who) -> counts.put(row, who.size()));
        return counts;
    }

    private static Set<LocalDate> mondays(Map<String, Map<LocalDate, Long>> sums) {
        Set<LocalDate> mondays = new HashSet<>();
        sums.values().forEach(weeks -> mondays.addAll(weeks.keySet()));
        return mondays;
    }

    private static Map<String, Double> shares(Map<String, Map<LocalDate, Long>> sums) {
        Map<String, Double> shares = new TreeMap<>();
        Set<LocalDate> mondays = mondays(sums);
        for (String row : sums.keySet()) {
            String dimension = row.substring(0, row.indexOf('/') + 1);
            double sum = 0;
            for (LocalDate monday : mondays) {
                long week = sums.entrySet().stream().filter(other -> other.getKey().startsWith(dimension))
                        .mapToLong(other -> other.getValue().getOrDefault(monday, 0L)).sum();
                sum += (double) sums.get(row).getOrDefault(monday, 0L) / week;
            }
            shares.put(row, sum / mondays.size());
        }
        return shares;
    }
}
