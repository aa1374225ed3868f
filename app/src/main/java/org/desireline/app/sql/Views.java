package org.desireline.app.sql;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.app.run.Analysis;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.part.Account;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** The views over what a run published. */
final class Views {

    private static final double HOUR_MILLIS = 3_600_000.0;

    private final Analysis analysis;
    private final ZoneId zone;

    private Views(Analysis analysis) {
        this.analysis = analysis;
        zone = ZoneId.of(analysis.published().head().zone());
    }

    /** All of them. */
    static List<Sheet> of(Analysis analysis) {
        Views views = new Views(analysis);
        return List.of(views.items(), views.stretches(), views.lines(), views.troubles());
    }

    private Sheet items() {
        List<Sheet.Column> columns = new ArrayList<>(List.of(Sheet.text("item"), Sheet.text("key")));
        for (Dimension dimension : Dimension.values()) {
            columns.add(Sheet.text(dimension.name().toLowerCase(Locale.ROOT)));
        }
        columns.addAll(List.of(Sheet.day("created"), Sheet.day("ended"), Sheet.flag("over"), Sheet.flag("container"),
                Sheet.text("last_phase"), Sheet.flag("change_log")));
        return new Sheet("items", columns, sink -> analysis.traces(trace -> {
            List<@Nullable Object> row = new ArrayList<>(List.of(analysis.itemId(trace), trace.key()));
            List<Stretch> stretches = trace.stretches();
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            for (Dimension dimension : Dimension.values()) {
                row.add(last == null ? null
                        : analysis.classes().names(dimension).get(last.classes()[dimension.ordinal()]));
            }
            row.add(day(trace.createdMillis()));
            row.add(trace.over() ? day(trace.endMillis()) : null);
            row.add(trace.over());
            row.add(trace.container());
            row.add(last == null ? null : last.phase().name());
            row.add(trace.proven());
            sink.row(row.toArray());
        }));
    }

    /**
     * Stays in a phase, waiting for one party. Recorded work is no account of its own here: whoever asks may choose any
     * items, and what a few people did on them would be told by a sum.
     */
    private Sheet stretches() {
        List<Sheet.Column> columns = List.of(Sheet.text("item"), Sheet.text("key"), Sheet.day("from_day"),
                Sheet.day("to_day"), Sheet.text("phase"), Sheet.text("account"), Sheet.number("on_hours"),
                Sheet.number("off_hours"), Sheet.number("window_on_hours"), Sheet.number("window_off_hours"));
        return new Sheet("stretches", columns, sink -> analysis.traces(trace -> stretches(trace, sink)));
    }

    private void stretches(Trace trace, Sheet.Sink sink) {
        if (trace.container()) {
            return;
        }
        List<Stretch> stretches = trace.stretches();
        for (int from = 0; from < stretches.size(); ) {
            Stretch first = stretches.get(from);
            long[] millis = new long[4];
            int to = from;
            while (to < stretches.size() && stretches.get(to).phase() == first.phase()
                    && account(stretches.get(to)) == account(first)
                    && stretches.get(to).cycle() == first.cycle()) {
                Stretch next = stretches.get(to++);
                millis[0] += next.onCalendarMillis();
                millis[1] += next.offCalendarMillis();
                millis[2] += next.inWindow() ? next.onCalendarMillis() : 0;
                millis[3] += next.inWindow() ? next.offCalendarMillis() : 0;
            }
            sink.row(new @Nullable Object[] {analysis.itemId(trace), trace.key(), day(first.fromMillis()),
                day(stretches.get(to - 1).toMillis()), first.phase().name(),
                account(first).name(),
                millis[0] / HOUR_MILLIS, millis[1] / HOUR_MILLIS, millis[2] / HOUR_MILLIS, millis[3] / HOUR_MILLIS});
            from = to;
        }
    }

    private static Account account(Stretch stretch) {
        Account account = Account.of(stretch);
        return switch (account) {
            case worked, rework -> stretch.owned() ? Account.owner : Account.nobody;
            case nobody, owner, reviewer, decider, otherItem, ownerUnknown, parked, closedGap -> account;
        };
    }

    private Sheet lines() {
        Published published = analysis.published();
        List<Sheet.Column> columns = List.of(Sheet.text("id"), Sheet.text("instrument"), Sheet.text("about_kind"),
                Sheet.text("about"), Sheet.text("label"), Sheet.text("period"), Sheet.number("value"),
                Sheet.number("low"), Sheet.number("high"), Sheet.text("unit"), Sheet.whole("n"), Sheet.whole("people"),
                Sheet.text("grade"), Sheet.number("sensitivity_low"), Sheet.number("sensitivity_high"),
                Sheet.text("strength"), Sheet.text("part_of"), Sheet.text("withheld"));
        return new Sheet("lines", columns, sink -> {
            for (Reading reading : published.readings()) {
                reading.lines().forEach(line -> sink.row(row(reading.instrument(), line)));
            }
        });
    }

    /** A withheld line keeps what it is about and loses every figure. */
    private static @Nullable Object[] row(String instrument, Line line) {
        Estimate estimate = line.withheld() == null ? line.estimate() : null;
        if (estimate == null) {
            return new @Nullable Object[] {line.id(), instrument, line.about().kind(), line.about().id(), line.label(),
                line.period(), null, null, null, null, null, null, null, null, null, null, line.of(),
                line.withheld()};
        }
        return new @Nullable Object[] {line.id(), instrument, line.about().kind(), line.about().id(), line.label(),
            line.period(), estimate.value(), estimate.low(), estimate.high(), estimate.unit().label(), estimate.n(),
            estimate.actors(), estimate.grade().label(), estimate.sensitivityLow(), estimate.sensitivityHigh(),
            estimate.strength().label(), line.of(), null};
    }

    private Sheet troubles() {
        return new Sheet("troubles", List.of(Sheet.text("severity"), Sheet.text("place"), Sheet.text("what"),
                Sheet.whole("count")), sink -> analysis.published().troubles().forEach(trouble ->
                        sink.row(new @Nullable Object[] {trouble.severity().label(), trouble.where(), trouble.what(),
                            trouble.count()})));
    }

    private String day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().toString();
    }
}
