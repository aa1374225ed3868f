package org.desireline.app.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Source;
import org.desireline.journal.Trouble;
import org.desireline.journal.Troubles;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Appends what a source delivers, a batch a transaction: while one is written, the next is read.
 *
 * <p>Cost: linear in the events delivered, plus one pass over the ids in the file a batch.
 */
final class EventWriter {

    private static final String ARRIVING = "CREATE OR REPLACE TEMP TABLE arriving(place INTEGER, id_high BIGINT,"
            + " id_low BIGINT, content_high BIGINT, content_low BIGINT)";
    private static final String KNOWN = "SELECT a.place, e.content_high = a.content_high"
            + " AND e.content_low = a.content_low FROM event e JOIN arriving a"
            + " ON e.id_high = a.id_high AND e.id_low = a.id_low";

    private static final String OF_DOCUMENT =
            " FROM event WHERE pointer IN (SELECT code FROM text WHERE value = ?)";
    private static final List<String> GOING = List.of(
            "DELETE FROM attribute WHERE seq IN (SELECT seq" + OF_DOCUMENT + ")",
            "DELETE FROM link WHERE seq IN (SELECT seq" + OF_DOCUMENT + ")", "DELETE" + OF_DOCUMENT);

    private final JournalFile file;
    private final int batchRows;
    private final Codes texts;
    private final Codes items;
    private final Codes actors;
    private long nextSeq;
    private final Set<EventId> contested = new HashSet<>();

    /** What of a batch is written besides its events: the dictionaries' growth. */
    private record Growth(Codes codes, List<String> fresh, int before) {

        static Growth of(Codes codes) {
            return new Growth(codes, codes.takeFresh(), codes.size());
        }

        void write(DuckDBConnection connection) throws SQLException {
            codes.append(connection, fresh, before);
        }
    }

    private EventWriter(JournalFile file, int batchRows, DuckDBConnection connection) throws SQLException {
        this.file = file;
        this.batchRows = batchRows;
        texts = Codes.load(connection, "text", "value");
        items = Codes.load(connection, "item", "id");
        actors = Codes.load(connection, "actor", "token");
        nextSeq = Scan.count(connection, "SELECT coalesce(max(seq), -1) + 1 FROM event");
        Scan.each(connection, "SELECT id_high, id_low FROM contested", (columns, row) ->
                contested.add(new EventId(columns[0].getLong(row), columns[1].getLong(row))));
    }

    static EventWriter of(JournalFile file, int batchRows) {
        return file.work(connection -> new EventWriter(file, batchRows, connection));
    }

    /** Appends. Once this has thrown, the writer is of no more use. */
    Workspace.Appended write(Imported export, Source source, Set<String> outdated, LongConsumer progress) {
        Passage passage = new Passage(export, outdated, progress);
        source.read(passage::event, passage.troubles::add);
        return passage.finish();
    }

    /** One reading of a source. */
    private final class Passage {

        private final Imported export;
        private final Set<String> outdated;
        private final Set<String> gone = new HashSet<>();
        private final LongConsumer progress;
        private final Troubles troubles = new Troubles();
        private Batch batch = new Batch(batchRows);
        private @Nullable Future<Long> writing;
        private boolean begun;
        private long events;
        private long added;
        private long latest = Long.MIN_VALUE;

        Passage(Imported export, Set<String> outdated, LongConsumer progress) {
            this.export = export;
            this.outdated = outdated;
            this.progress = progress;
        }

        void event(Event event) {
            if (batch.isFull()) {
                settle();
                Batch full = batch;
                List<Growth> growth = growth();
                boolean first = !begun;
                List<String> going = outdated.stream().filter(gone::add).toList();
                begun = true;
                writing = file.begin(connection -> JournalFile.inTransaction(connection, open -> {
                    if (first) {
                        forget(open);
                        enter(open, export);
                    }
                    remove(open, going);
                    return append(open, full, growth);
                }));
                batch = new Batch(batchRows);
            }
            batch.add(event, texts, items, actors);
            latest = Math.max(latest, event.atMillis());
            progress.accept(++events);
        }

        private List<Growth> growth() {
            return List.of(Growth.of(texts), Growth.of(items), Growth.of(actors));
        }

        private void settle() {
            if (writing != null) {
                added += file.await(writing);
                writing = null;
            }
        }

        /** The last transaction: what is left, the troubles, and that the export was read to its end. */
        Workspace.Appended finish() {
            settle();
            Imported read = export.read(events, latest);
            List<Trouble> counted = troubles.counted();
            List<Growth> growth = growth();
            List<String> going = outdated.stream().filter(gone::add).toList();
            added += file.work(connection -> JournalFile.inTransaction(connection, open -> {
                forget(open);
                enter(open, read);
                remove(open, going);
                try (PreparedStatement delete = open.prepareStatement("DELETE FROM trouble WHERE path = ?")) {
                    delete.setString(1, path());
                    delete.execute();
                }
                try (DuckDBAppender appender = open.createAppender("trouble")) {
                    for (Trouble trouble : counted) {
                        appender.beginRow().append(path()).append(trouble.severity().name())
                                .append(Codes.escaped(trouble.where())).append(Codes.escaped(trouble.what()))
                                .append(trouble.count()).endRow();
                    }
                }
                return append(open, batch, growth);
            }));
            return new Workspace.Appended(read, added, counted.stream().mapToLong(Trouble::count).sum());
        }

        /** Everything that was read in some documents before goes. */
        private void remove(DuckDBConnection connection, List<String> documents) throws SQLException {
            for (String document : documents) {
                for (String delete : GOING) {
                    try (PreparedStatement statement = connection.prepareStatement(delete)) {
                        statement.setString(1, Codes.escaped(document));
                        statement.execute();
                    }
                }
            }
        }

        private String path() {
            return Codes.escaped(export.path().toString());
        }

        private void forget(DuckDBConnection connection) throws SQLException {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM source WHERE path = ?")) {
                delete.setString(1, path());
                delete.execute();
            }
        }

        private void enter(DuckDBConnection connection, Imported read) throws SQLException {
            try (DuckDBAppender appender = connection.createAppender("source")) {
                appender.beginRow().append(path()).append(Codes.escaped(read.given()))
                        .append(read.footprint().bytes()).append(read.footprint().newestMillis())
                        .append(read.footprint().stamp()).append(read.content()).append(read.latestMillis())
                        .append(read.events()).append(read.finished()).endRow();
            }
        }
    }

    /** Appends the events of a batch that are not in the file, and gives their number. */
    private long append(DuckDBConnection connection, Batch batch, List<Growth> growth) throws SQLException {
        for (Growth each : growth) {
            each.write(connection);
        }
        BitSet known = known(connection, batch);
        long added = 0;
        try (DuckDBAppender events = connection.createAppender("event");
                DuckDBAppender attributes = connection.createAppender("attribute");
                DuckDBAppender links = connection.createAppender("link")) {
            for (int row = known.nextClearBit(0); row < batch.size; row = known.nextClearBit(row + 1)) {
                long seq = nextSeq++;
                added++;
                events.beginRow().append(seq).append(batch.idHigh[row]).append(batch.idLow[row])
                        .append(batch.contentHigh[row]).append(batch.contentLow[row]).append(batch.item[row])
                        .append(batch.at[row]).append(batch.verb[row]).append(batch.actor[row])
                        .append(batch.kind[row]).append(batch.pointer[row]).append(batch.record[row])
                        .append(batch.version[row]).endRow();
                for (int i = batch.attributeStart[row]; i < batch.attributeStart[row + 1]; i++) {
                    attributes.beginRow().append(seq).append(batch.attributes[2 * i])
                            .append(batch.attributes[2 * i + 1]).endRow();
                }
                for (int i = batch.linkStart[row]; i < batch.linkStart[row + 1]; i++) {
                    links.beginRow().append(seq).append(i - batch.linkStart[row]).append(batch.links[3 * i])
                            .append(batch.links[3 * i + 1]).append(batch.links[3 * i + 2] == 1).endRow();
                }
            }
        }
        contest(connection, batch.contested);
        return added;
    }

    /** The rows that are in the file already; ids that are there with another content become contested. */
    private BitSet known(DuckDBConnection connection, Batch batch) throws SQLException {
        BitSet known = new BitSet();
        if (batch.size == 0 || nextSeq == 0) {
            return known;
        }
        JournalFile.execute(connection, ARRIVING);
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "arriving")) {
            for (int row = 0; row < batch.size; row++) {
                appender.beginRow().append(row).append(batch.idHigh[row]).append(batch.idLow[row])
                        .append(batch.contentHigh[row]).append(batch.contentLow[row]).endRow();
            }
        }
        BitSet others = new BitSet();
        Scan.each(connection, KNOWN, (columns, row) ->
                (columns[1].getBoolean(row) ? known : others).set(columns[0].getInt(row)));
        others.andNot(known);
        others.stream().forEach(row -> batch.contested.add(new EventId(batch.idHigh[row], batch.idLow[row])));
        return known;
    }

    private void contest(DuckDBConnection connection, List<EventId> ids) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("contested")) {
            for (EventId id : ids) {
                if (contested.add(id)) {
                    appender.beginRow().append(id.high()).append(id.low()).endRow();
                }
            }
        }
    }
}
