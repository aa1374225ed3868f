package org.desireline.instrument.commitment;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Unit;
import org.desireline.part.Declared;
import org.desireline.part.Promise;

/**
 * What is added up of records that are declared for a period: how many, how many of them name an owner, how many were
 * declared for the period before already, and which teams they ask for something. Exact counts of what is on record,
 * whatever the window: what was carried over from before it is carried over all the same.
 */
final class Declarations implements Serializable {

    private static final long serialVersionUID = 1L;

    /** By the end of the last day, then by what it is called: records, and those that name an owner. */
    private final TreeMap<Long, TreeMap<String, long[]>> periods = new TreeMap<>();
    /** By team: records that ask it, and how often. */
    private final TreeMap<String, long[]> asked = new TreeMap<>();
    private final BitSet people = new BitSet();

    /** How many records are declared. */
    long size() {
        return periods.values().stream().flatMap(names -> names.values().stream()).mapToLong(sum -> sum[0]).sum();
    }

    void add(Promise promise, Declared declared) {
        if (declared.again().isEmpty()) {
            return;
        }
        add(promise.lastDueMillis(), declared.again(), 1, promise.owner() < 0 ? 0 : 1);
        declared.asked().forEach((team, times) -> ask(team, 1, times));
        for (int actor : promise.actors()) {
            people.set(actor);
        }
    }

    private void add(long due, String name, long records, long owned) {
        long[] sum = periods.computeIfAbsent(due, none -> new TreeMap<>()).computeIfAbsent(name, none -> new long[2]);
        sum[0] += records;
        sum[1] += owned;
    }

    private void ask(String team, long records, long times) {
        long[] sum = asked.computeIfAbsent(team, none -> new long[2]);
        sum[0] += records;
        sum[1] += times;
    }

    void add(Declarations other) {
        other.periods.forEach((due, names) -> names.forEach((name, sum) -> add(due, name, sum[0], sum[1])));
        other.asked.forEach((team, sum) -> ask(team, sum[0], sum[1]));
        people.or(other.people);
    }

    /** The lines, where there are enough. */
    List<Line> lines(ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        if (size() < Commitment.LEAST) {
            return lines;
        }
        Set<String> before = new HashSet<>();
        boolean isFirst = true;
        for (Long due : periods.keySet()) {
            TreeMap<String, long[]> names = periods.getOrDefault(due, new TreeMap<>());
            String day = Instant.ofEpochMilli(due - 1).atZone(zone).toLocalDate().toString();
            long records = sum(names, 0);
            lines.add(line("declared", day, "records", records, records, "records declared for the period that ends on "
                    + day));
            lines.add(line("declared", day, "owned", sum(names, 1), records, "of these, those that name an owner"));
            if (!isFirst) {
                lines.add(line("declared", day, "again", names.keySet().stream().filter(before::contains).count(),
                        records, "of these, those declared for the period before as well, by their name"));
            }
            before = names.keySet();
            isFirst = false;
        }
        asked.forEach((team, sum) -> {
            lines.add(line("asked", team, "records", sum[0], sum[0], "records that ask the team for something"));
            lines.add(line("asked", team, "asks", sum[1], sum[0], "times the team is asked for something"));
        });
        return lines;
    }

    private static long sum(Map<String, long[]> names, int which) {
        return names.values().stream().mapToLong(sum -> sum[which]).sum();
    }

    private Line line(String kind, String id, String label, long count, long records, String of) {
        String prefix = "commitment/" + kind + "/" + Line.idPart(id) + "/";
        long actors = IntStream.range(0, people.length()).filter(people::get).count();
        return new Line(prefix + label, new Line.About(kind, id), label, "all", Estimate.exact((double) count,
                label.equals("asks") ? Unit.TIMES : Unit.ITEMS, records, actors, Grade.OBSERVED), of,
                new Support(Basis.STRUCTURE, records, actors, 0, prefix, List.of()), null, List.of());
    }
}
