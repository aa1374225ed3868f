package org.desireline.app.source.csv;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.Instants;
import org.desireline.app.source.files.IsoInstants;
import org.desireline.app.source.files.Lifecycle;
import org.desireline.app.source.files.ProcessLog;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one table into events, by what its columns say. Pure. */
final class TableEvents {

    private final Delivery delivery;
    private final String pointer;
    private final long newestMillis;
    private final Mapping mapping;
    private final Mapping.Rows kind;
    private final TimeFormat times;
    private final Map<Role, Integer> places = new EnumMap<>(Role.class);
    private final List<String> header;
    private final ProcessLog log;
    private final ItemRows items;
    private final PromiseRows promises;
    private final long earliestMillis;
    private long records;

    /**
     * The events of a table.
     *
     * @param source short name of the source
     * @param table what the table is called
     * @param header the names of its columns
     * @param sample some of its rows, by which it is told whether it says when work begins
     */
    TableEvents(
            Delivery delivery, String source, String table, Document document, Mapping mapping, List<String> header,
            List<List<String>> sample) {
        this.delivery = delivery;
        this.pointer = document.pointer();
        this.newestMillis = document.newestMillis();
        this.mapping = mapping;
        this.kind = mapping.rows();
        this.times = mapping.times();
        this.header = header;
        mapping.columns().forEach((role, column) -> places.put(role, header.indexOf(column)));
        boolean starts = kind == Mapping.Rows.ACTIVITIES || sample.stream().anyMatch(row ->
                Lifecycle.of(value(row, Role.LIFECYCLE)) == Lifecycle.STARTED);
        this.log = new ProcessLog(delivery, source, table, pointer, starts ? ProcessLog.Tells.STARTS
                : places.containsKey(Role.ACTIVITY) ? ProcessLog.Tells.COMPLETIONS : ProcessLog.Tells.STATUSES);
        this.items = new ItemRows(delivery, source, table, pointer);
        this.promises = new PromiseRows(delivery, source, table, pointer);
        long early = sample.stream().filter(row -> {
            long at = times.millis(value(row, clock()));
            return at >= 0 && at < Instants.EARLIEST_MILLIS;
        }).count();
        boolean simulated = early > 0 && early * 2 >= sample.size();
        this.earliestMillis = simulated ? 0 : Instants.EARLIEST_MILLIS;
        if (simulated) {
            delivery.trouble(Severity.NOTE, pointer,
                    "its clock began at 1970, as a simulation's does: times before 1990 count", 1);
        }
    }

    /** The role of the column that tells when a row happened. */
    private Role clock() {
        return switch (kind) {
            case EVENTS -> Role.TIME;
            case ACTIVITIES -> Role.END;
            case ITEMS -> Role.CREATED;
            case PROMISES, PARTS -> Role.PROMISED;
        };
    }

    private String value(List<String> row, Role role) {
        Integer place = places.get(role);
        String value = place == null ? "" : row.get(place);
        return MappingGuess.isNothing(value) ? "" : value.strip();
    }

    /** Takes a row; it is known by its number, from 1. */
    void row(List<String> row) {
        records++;
        // A case may be called NA.
        Role which = places.containsKey(Role.PROMISE) ? Role.PROMISE : Role.CASE;
        String name = row.get(places.getOrDefault(which, 0)).strip();
        if (name.isEmpty() || name.length() > 200) {
            wrong("does not say which " + which.label() + " it is about");
        } else if (which == Role.PROMISE) {
            promise(name, row);
        } else if (kind == Mapping.Rows.ITEMS) {
            item(name, row);
        } else {
            event(name, row);
        }
    }

    /** A row that is a promise of a whole, or a part of one. */
    private void promise(String bare, List<String> row) {
        String board = value(row, Role.BOARD);
        String name = board.isEmpty() ? bare : board + "/" + bare;
        if (kind == Mapping.Rows.PARTS) {
            promises.part(name, records);
            return;
        }
        BigDecimal difference = PromiseRows.number(value(row, Role.DIFFERENCE));
        BigDecimal planned = PromiseRows.number(value(row, Role.PLANNED));
        BigDecimal delivered = PromiseRows.number(value(row, Role.DELIVERED));
        if (difference == null && planned != null && delivered != null) {
            difference = delivered.subtract(planned);
        }
        if (difference == null) {
            wrong("does not say in numbers how much of what was planned was delivered");
            return;
        }
        Long promised = value(row, Role.PROMISED).isEmpty() ? null : plausible(row, Role.PROMISED);
        Long due = value(row, Role.DUE).isEmpty() ? null : plausible(row, Role.DUE);
        boolean lacks = (promised == null && !value(row, Role.PROMISED).isEmpty())
                || (due == null && !value(row, Role.DUE).isEmpty());
        if (lacks) {
            return;
        }
        if (promised != null && due != null && promised > due) {
            wrong("is due before it was promised");
            return;
        }
        Map<Role, String> values = new EnumMap<>(Role.class);
        for (Role role : List.of(Role.PARTS, Role.PEOPLE)) {
            values.put(role, value(row, role));
        }
        promises.whole(new PromiseRows.Row(name, due == null ? null : promised, due, difference, values, records));
    }

    private void wrong(String what) {
        delivery.trouble(Severity.WARNING, pointer, "a row " + what + "; it does not count", 1);
    }

    private void event(String name, List<String> row) {
        ProcessLog.Case of = log.of(name);
        long index = of.next();
        String activity = value(row, places.containsKey(Role.ACTIVITY) ? Role.ACTIVITY : Role.STATUS);
        if (activity.isEmpty()) {
            wrong("does not say what was done");
            return;
        }
        attributes(of, row);
        if (kind == Mapping.Rows.EVENTS) {
            String word = value(row, Role.LIFECYCLE);
            add(of, row, Role.TIME, activity, Lifecycle.of(word), word, index);
            return;
        }
        long start = instant(row, Role.START);
        long end = instant(row, Role.END);
        if (start != IsoInstants.NONE && end != IsoInstants.NONE && start > end) {
            wrong("ends before it begins");
            return;
        }
        if (!value(row, Role.SCHEDULED).isEmpty()) {
            add(of, row, Role.SCHEDULED, activity, Lifecycle.SCHEDULED, "", index);
        }
        add(of, row, Role.START, activity, Lifecycle.STARTED, "", index);
        if (!value(row, Role.END).isEmpty()) {
            add(of, row, Role.END, activity, Lifecycle.COMPLETED, "", index);
        }
    }

    private void add(
            ProcessLog.Case of, List<String> row, Role when, String activity, Lifecycle lifecycle, String word,
            long index) {
        Long at = plausible(row, when);
        if (at != null) {
            of.writtenIn(times.pattern().equals(TimeFormat.ISO) ? IsoInstants.offset(value(row, when)) : "");
            log.add(of, new ProcessLog.Entry(at, activity, lifecycle, word,
                    lifecycle == Lifecycle.SCHEDULED ? "" : value(row, Role.RESOURCE), value(row, Role.INSTANCE),
                    index, records));
        }
    }

    private long instant(List<String> row, Role role) {
        return times.millis(value(row, role));
    }

    private @Nullable Long plausible(List<String> row, Role role) {
        long at = instant(row, role);
        String wrong = at >= earliestMillis && at < Instants.EARLIEST_MILLIS ? null
                : Instants.wrong(value(row, role), at == IsoInstants.NONE ? null : at, newestMillis);
        if (wrong != null) {
            delivery.trouble(Severity.WARNING, pointer, "a row has a column '" + role.label() + "' that " + wrong
                    + "; it does not count", 1);
            return null;
        }
        return at;
    }

    private void attributes(ProcessLog.Case of, List<String> row) {
        for (Role role : List.of(Role.PRIORITY, Role.TYPE, Role.SEVERITY, Role.COMPONENT)) {
            String value = value(row, role);
            if (!value.isEmpty()) {
                log.attribute(of, role.label(), value);
            }
        }
        for (String field : mapping.fields()) {
            int place = header.indexOf(field);
            if (place >= 0 && !MappingGuess.isNothing(row.get(place))) {
                log.attribute(of, field.replaceFirst("^case:", ""), row.get(place));
            }
        }
    }

    private void item(String name, List<String> row) {
        Long created = plausible(row, Role.CREATED);
        if (created == null) {
            return;
        }
        Map<Role, String> values = new EnumMap<>(Role.class);
        for (Role role : places.keySet()) {
            if (!value(row, role).isEmpty()) {
                values.put(role, value(row, role));
            }
        }
        Long closed = values.containsKey(Role.CLOSED) ? plausible(row, Role.CLOSED) : null;
        Long updated = values.containsKey(Role.UPDATED) ? plausible(row, Role.UPDATED) : null;
        String due = values.getOrDefault(Role.DUE, "");
        long dueMillis = due.isEmpty() ? IsoInstants.NONE : times.millis(due);
        if (dueMillis == IsoInstants.NONE) {
            values.remove(Role.DUE);
        } else {
            values.put(Role.DUE, java.time.Instant.ofEpochMilli(dueMillis).toString().substring(0, 10));
        }
        items.row(new ItemRows.Item(name, created, closed, updated, values, records));
    }

    /** Hands on what waited, and answers how many rows there were. */
    long finish() {
        switch (kind) {
            case ITEMS -> items.finish();
            case PROMISES, PARTS -> promises.finish();
            case EVENTS, ACTIVITIES -> log.finish();
        }
        return records;
    }
}
