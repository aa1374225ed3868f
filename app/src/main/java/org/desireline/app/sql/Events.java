package org.desireline.app.sql;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.app.run.Analysis;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Origin;
import org.desireline.journal.Verb;
import org.desireline.publish.ItemPage;
import org.jspecify.annotations.Nullable;

/** The events of a journal as a table: what the page of an item shows of them, and who and when only when asked for. */
final class Events {

    private final Journal journal;
    private final ZoneId zone;
    private final long asOfMillis;
    private final boolean withActors;
    private final Map<Integer, String> keys = new HashMap<>();

    private Events(Analysis analysis, boolean withActors) {
        journal = analysis.journal();
        zone = ZoneId.of(analysis.published().head().zone());
        asOfMillis = analysis.published().head().asOfMillis();
        this.withActors = withActors;
        analysis.traces(trace -> keys.put(trace.item(), trace.key()));
    }

    /**
     * The sheet.
     *
     * @param withActors whether it also holds the actor's token and the exact instant
     */
    static Sheet of(Analysis analysis, boolean withActors) {
        Events events = new Events(analysis, withActors);
        List<Sheet.Column> columns = new ArrayList<>(List.of(Sheet.text("item"), Sheet.text("key"), Sheet.day("day"),
                Sheet.text("verb")));
        ItemPage.shown().forEach(name -> columns.add(
                Sheet.text(name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT))));
        columns.add(Sheet.text("pointer"));
        if (withActors) {
            columns.add(Sheet.text("actor"));
            columns.add(Sheet.text("instant"));
        }
        return new Sheet("events", columns, events::rows);
    }

    private void rows(Sheet.Sink sink) {
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                if (batch.atMillis()[row] <= asOfMillis) {
                    sink.row(row(batch, row));
                }
            }
        });
    }

    private @Nullable Object[] row(EventBatch batch, int row) {
        Instant at = Instant.ofEpochMilli(batch.atMillis()[row]);
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(journal.itemId(batch.item()[row]));
        cells.add(keys.get(batch.item()[row]));
        cells.add(at.atZone(zone).toLocalDate().toString());
        cells.add(batch.verbAt(row).name());
        for (String name : ItemPage.shown()) {
            cells.add(batch.verbAt(row) == Verb.commented ? null : value(batch, row, name));
        }
        cells.add(Origin.shown(journal.text(batch.pointer()[row]), batch.record()[row]));
        if (withActors) {
            cells.add(batch.actor()[row] < 0 ? null : journal.actorToken(batch.actor()[row]));
            cells.add(at.toString());
        }
        return cells.toArray();
    }

    private @Nullable String value(EventBatch batch, int row, String name) {
        for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
            if (journal.text(batch.attributeName()[i]).equals(name)) {
                return journal.text(batch.attributeValue()[i]).replace(Field.SEPARATOR, ',');
            }
        }
        return null;
    }
}
