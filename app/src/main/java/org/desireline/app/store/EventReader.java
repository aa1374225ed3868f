package org.desireline.app.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.duckdb.DuckDBConnection;

/**
 * Reads the events of the file as they were appended: of those that share an id the one that counts.
 *
 * <p>Cost: one sort of the events in the database, two passes over attributes and links; 8 bytes an event and an
 * attribute, 12 a link, for the length of the reading, and one event at a time besides.
 */
final class EventReader {

    private static final String EVENTS = """
            SELECT e.seq, e.id_high, e.id_low, e.item, e.at_millis, e.verb, e.actor, e.kind, e.pointer, e.record,
              e.version
            FROM event e ANTI JOIN loser l ON e.seq = l.seq
            ORDER BY e.at_millis, e.id_high < 0, e.id_high, e.id_low < 0, e.id_low""";

    private final DuckDBConnection connection;
    private final String[] texts;
    private final String[] items;
    private final String[] actors;

    private EventReader(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        texts = Codes.texts(connection, "text", "value");
        items = Codes.texts(connection, "item", "id");
        actors = Codes.texts(connection, "actor", "token");
    }

    /** Delivers the events of the file by (instant, id). */
    static void read(DuckDBConnection connection, Consumer<Event> sink) throws SQLException {
        JournalFile.execute(connection, ColumnReader.LOSERS);
        new EventReader(connection).read(sink);
    }

    private void read(Consumer<Event> sink) throws SQLException {
        int[] attributeStart = starts("attribute");
        int[] attributes = new int[2 * attributeStart[attributeStart.length - 1]];
        int[] next = attributeStart.clone();
        Scan.each(connection, "SELECT seq, name, value FROM attribute", (columns, i) -> {
            int at = 2 * next[(int) columns[0].getLong(i)]++;
            attributes[at] = columns[1].getInt(i);
            attributes[at + 1] = columns[2].getInt(i);
        });
        int[] linkStart = starts("link");
        int[] links = new int[3 * linkStart[linkStart.length - 1]];
        Scan.each(connection, "SELECT seq, place, qualifier, target, on_item FROM link", (columns, i) -> {
            int at = 3 * (linkStart[(int) columns[0].getLong(i)] + columns[1].getInt(i));
            links[at] = columns[2].getInt(i);
            links[at + 1] = columns[3].getInt(i);
            links[at + 2] = columns[4].getBoolean(i) ? 1 : 0;
        });
        Scan.each(connection, EVENTS, (columns, i) -> {
            int seq = (int) columns[0].getLong(i);
            int actor = columns[6].getInt(i);
            sink.accept(new Event(new EventId(columns[1].getLong(i), columns[2].getLong(i)), columns[4].getLong(i),
                    Verb.valueOf(texts[columns[5].getInt(i)]), Ref.item(items[columns[3].getInt(i)]),
                    actor < 0 ? null : Ref.actor(actors[actor]), links(links, linkStart[seq], linkStart[seq + 1]),
                    attributes(attributes, attributeStart[seq], attributeStart[seq + 1]),
                    new Origin(texts[columns[7].getInt(i)], columns[10].getLong(i), texts[columns[8].getInt(i)],
                            columns[9].getLong(i))));
        });
    }

    /** Where the entries of each event begin, by its sequence number. */
    private int[] starts(String table) throws SQLException {
        int[] starts = new int[(int) Scan.count(connection, "SELECT coalesce(max(seq), -1) + 2 FROM event")];
        Scan.each(connection, "SELECT seq FROM " + table, (columns, i) -> starts[(int) columns[0].getLong(i) + 1]++);
        for (int seq = 1; seq < starts.length; seq++) {
            starts[seq] += starts[seq - 1];
        }
        return starts;
    }

    private List<Link> links(int[] links, int from, int to) {
        List<Link> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int target = links[3 * i + 1];
            all.add(new Link(texts[links[3 * i]],
                    links[3 * i + 2] == 1 ? Ref.item(items[target]) : Ref.actor(actors[target])));
        }
        return all;
    }

    private Map<String, String> attributes(int[] attributes, int from, int to) {
        Map<String, String> all = new TreeMap<>();
        for (int i = from; i < to; i++) {
            all.put(texts[attributes[2 * i]], texts[attributes[2 * i + 1]]);
        }
        return all;
    }
}
