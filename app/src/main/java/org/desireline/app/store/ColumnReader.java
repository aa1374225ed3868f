package org.desireline.app.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.desireline.journal.ColumnJournal;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Keys;
import org.desireline.journal.Trouble;
import org.desireline.journal.Troubles;
import org.desireline.journal.Verb;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBReadableVector;

/**
 * Reads the file into the columns of a journal: the database sorts and chooses between copies, and no object is made
 * for an event.
 *
 * <p>Cost: one sort of the events in the database, two passes over attributes and links; 4 bytes an event for the
 * length of the reading, besides what stays.
 */
final class ColumnReader {

    /** Of the events that share an id, all but the one of the highest version, then of the largest content hash. */
    static final String LOSERS = """
            CREATE OR REPLACE TEMP TABLE loser AS SELECT seq FROM (
              SELECT e.seq, row_number() OVER (PARTITION BY e.id_high, e.id_low ORDER BY e.version DESC,
                e.content_high < 0 DESC, e.content_high DESC, e.content_low < 0 DESC, e.content_low DESC) AS place
              FROM event e SEMI JOIN contested c ON e.id_high = c.id_high AND e.id_low = c.id_low)
            WHERE place > 1""";
    /**
     * Where an item's events come and until when they count; where it is known by key only, those of the item that has
     * the key; -1 where nobody knows.
     */
    private static final String ORDERS =
            "CREATE OR REPLACE TEMP TABLE item_order(item INTEGER, place INTEGER, until BIGINT)";
    private static final String KEYS = """
            SELECT DISTINCT e.item, t.value, a.value FROM attribute a JOIN text t ON a.name = t.code
            JOIN event e ON a.seq = e.seq ANTI JOIN loser l ON e.seq = l.seq WHERE t.value IN ('%s', '%s')"""
            .formatted(Field.KEY, Field.ALIAS);
    private static final String LAST = """
            SELECT e.item, max(e.at_millis) FROM event e ANTI JOIN loser l ON e.seq = l.seq GROUP BY e.item""";
    private static final String LEFT_OUT = """
            SELECT e.item, count(*) FROM event e JOIN item_order o ON e.item = o.item
            ANTI JOIN loser l ON e.seq = l.seq WHERE o.place < 0 OR e.at_millis > o.until GROUP BY e.item""";
    /** Ids are unsigned numbers to Java, and signed ones to the database. */
    private static final String EVENTS = """
            SELECT e.seq, e.item, e.at_millis, e.verb, e.actor, e.pointer, e.record
            FROM event e JOIN item_order o ON e.item = o.item ANTI JOIN loser l ON e.seq = l.seq
            WHERE o.place >= 0 AND e.at_millis <= o.until
            ORDER BY o.place, e.at_millis, e.id_high < 0, e.id_high, e.id_low < 0, e.id_low""";

    private final DuckDBConnection connection;
    private final String[] texts;
    private final String[] items;
    private final String[] actors;
    private final Keys keys = new Keys();
    /** By code, the code of the item whose events these are, or -1 where nobody knows. */
    private final int[] found;
    /** By sequence number, the row of an event, or -1 where another copy of it is shown, or none. */
    private final int[] rowOfSeq;
    private final int rows;
    private int linkTotal;

    private ColumnReader(DuckDBConnection connection, UnaryOperator<String> people) throws SQLException {
        this.connection = connection;
        texts = Codes.texts(connection, "text", "value");
        items = Codes.texts(connection, "item", "id");
        actors = Codes.texts(connection, "actor", "token");
        Arrays.setAll(actors, code -> people.apply(actors[code]));
        JournalFile.execute(connection, LOSERS, ORDERS);
        found = found();
        writeOrder();
        rowOfSeq = new int[(int) Scan.count(connection, "SELECT coalesce(max(seq), -1) + 1 FROM event")];
        Arrays.fill(rowOfSeq, -1);
        rows = (int) (Scan.count(connection, "SELECT (SELECT count(*) FROM event) - (SELECT count(*) FROM loser)")
                - leftOut());
    }

    /**
     * The journal in the file.
     *
     * @param people gives for each token the one that stands for the person
     */
    static ColumnJournal read(DuckDBConnection connection, UnaryOperator<String> people) throws SQLException {
        return new ColumnReader(connection, people).journal();
    }

    /** Finds the items that are known by key only, or to a repository; asks for keys only where there are such. */
    private int[] found() throws SQLException {
        int[] codes = IntStream.range(0, items.length).toArray();
        if (Arrays.stream(items).noneMatch(Keys::isInQuestion)) {
            return codes;
        }
        Scan.each(connection, LAST, (columns, i) -> keys.hear(items[columns[0].getInt(i)], columns[1].getLong(i)));
        Scan.each(connection, KEYS, (columns, i) -> keys.hear(items[columns[0].getInt(i)],
                plain(columns[1], i), texts[columns[2].getInt(i)]));
        Map<String, Integer> codeOf = new HashMap<>();
        for (int code : codes) {
            codeOf.put(items[code], code);
        }
        return Arrays.stream(codes).map(code -> {
            String item = keys.find(items[code]);
            return item == null ? -1 : codeOf.getOrDefault(item, -1);
        }).toArray();
    }

    private long leftOut() throws SQLException {
        long[] all = {0};
        if (Arrays.stream(items).anyMatch(Keys::isInQuestion)) {
            Scan.each(connection, LEFT_OUT, (columns, i) -> {
                keys.leaveOut(items[columns[0].getInt(i)], columns[1].getLong(i));
                all[0] += columns[1].getLong(i);
            });
        }
        return all[0];
    }

    private ColumnJournal journal() throws SQLException {
        int[] item = new int[rows];
        long[] at = new long[rows];
        byte[] verb = new byte[rows];
        int[] actor = new int[rows];
        int[] pointer = new int[rows];
        long[] record = new long[rows];
        Map<Integer, Byte> verbs = new HashMap<>();
        int[] next = {0};
        Scan.each(connection, EVENTS, (columns, i) -> {
            int row = next[0]++;
            rowOfSeq[(int) columns[0].getLong(i)] = row;
            item[row] = found[columns[1].getInt(i)];
            at[row] = columns[2].getLong(i);
            verb[row] = verbs.computeIfAbsent(columns[3].getInt(i), code -> (byte) Verb.valueOf(texts[code]).ordinal());
            actor[row] = columns[4].getInt(i);
            pointer[row] = columns[5].getInt(i);
            record[row] = columns[6].getLong(i);
        });
        List<String> itemIds = new ArrayList<>();
        int[] itemNumbers = numbered(item, itemIds);
        int[] attributeStart = starts("attribute");
        int[] name = new int[attributeStart[rows]];
        int[] value = new int[attributeStart[rows]];
        attributes(attributeStart, name, value);
        int[] linkStart = starts("link");
        linkTotal = linkStart[rows];
        int[] qualifier = new int[linkTotal];
        int[] target = new int[linkTotal];
        boolean[] onItem = new boolean[linkTotal];
        links(linkStart, qualifier, target, onItem);
        List<String> tokens = number(actor, linkStart, target, onItem, itemNumbers);
        EventBatch all = new EventBatch(rows, item, at, verb, actor, pointer, record, attributeStart, name,
                value, linkStart, qualifier, target);
        return new ColumnJournal(Arrays.asList(texts), itemIds, tokens, all, troubles());
    }

    /** Hands the database the order of the items, which is Java's order of their ids. */
    private void writeOrder() throws SQLException {
        int[] order = IntStream.range(0, items.length).boxed()
                .sorted((a, b) -> items[a].compareTo(items[b])).mapToInt(Integer::intValue).toArray();
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "item_order")) {
            int[] placeOf = new int[order.length];
            for (int place = 0; place < order.length; place++) {
                placeOf[order[place]] = place;
            }
            for (int code = 0; code < order.length; code++) {
                appender.beginRow().append(code).append(found[code] < 0 ? -1 : placeOf[found[code]])
                        .append(Keys.isOnlyKey(items[code]) ? keys.lastMillis() : Long.MAX_VALUE).endRow();
            }
        }
    }

    /** Turns codes of items into numbers, which follow the rows; gives the number by code, -1 where there is none. */
    private int[] numbered(int[] item, List<String> ids) {
        int[] numbers = new int[items.length];
        Arrays.fill(numbers, -1);
        for (int row = 0; row < rows; row++) {
            int code = item[row];
            if (numbers[code] < 0) {
                numbers[code] = ids.size();
                ids.add(items[code]);
            }
            item[row] = numbers[code];
        }
        return numbers;
    }

    /** Where the entries of each row begin. */
    private int[] starts(String table) throws SQLException {
        int[] starts = new int[rows + 1];
        Scan.each(connection, "SELECT seq FROM " + table, (columns, i) -> {
            int row = rowOfSeq[(int) columns[0].getLong(i)];
            if (row >= 0) {
                starts[row + 1]++;
            }
        });
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        return starts;
    }

    /** Fills in the attributes, those of an event sorted by name. */
    private void attributes(int[] starts, int[] name, int[] value) throws SQLException {
        Arrays.fill(name, -1);
        Scan.each(connection, "SELECT seq, name, value FROM attribute", (columns, i) -> {
            int row = rowOfSeq[(int) columns[0].getLong(i)];
            if (row < 0) {
                return;
            }
            int code = columns[1].getInt(i);
            int at = starts[row];
            while (name[at] >= 0 && texts[name[at]].compareTo(texts[code]) < 0) {
                at++;
            }
            int end = at;
            while (name[end] >= 0) {
                end++;
            }
            System.arraycopy(name, at, name, at + 1, end - at);
            System.arraycopy(value, at, value, at + 1, end - at);
            name[at] = code;
            value[at] = columns[2].getInt(i);
        });
    }

    private void links(int[] starts, int[] qualifier, int[] target, boolean[] onItem) throws SQLException {
        Scan.each(connection, "SELECT seq, place, qualifier, target, on_item FROM link", (columns, i) -> {
            int row = rowOfSeq[(int) columns[0].getLong(i)];
            if (row >= 0) {
                int at = starts[row] + columns[1].getInt(i);
                qualifier[at] = columns[2].getInt(i);
                target[at] = columns[3].getInt(i);
                onItem[at] = columns[4].getBoolean(i);
            }
        });
    }

    /**
     * Turns codes of actors into numbers in order of first appearance, the same for all tokens that stand for one
     * person, and those of linked items into theirs.
     */
    private List<String> number(int[] actor, int[] linkStart, int[] target, boolean[] onItem, int[] itemNumbers) {
        int[] person = persons();
        int[] numbers = new int[actors.length];
        Arrays.fill(numbers, -1);
        List<String> tokens = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            actor[row] = actor[row] < 0 ? -1 : number(person[actor[row]], numbers, tokens);
            for (int i = linkStart[row]; i < linkStart[row + 1]; i++) {
                target[i] = onItem[i] ? itemNumbers[target[i]] : number(person[target[i]], numbers, tokens);
            }
        }
        return tokens;
    }

    /** By code, the first code with the same token. */
    private int[] persons() {
        Map<String, Integer> first = new HashMap<>();
        int[] person = new int[actors.length];
        Arrays.setAll(person, code -> first.computeIfAbsent(actors[code], token -> code));
        return person;
    }

    private int number(int code, int[] numbers, List<String> tokens) {
        if (numbers[code] < 0) {
            numbers[code] = tokens.size();
            tokens.add(actors[code]);
        }
        return numbers[code];
    }

    private List<Trouble> troubles() throws SQLException {
        Troubles troubles = new Troubles();
        keys.tell(troubles);
        Scan.each(connection, "SELECT severity, place, what, count FROM trouble", (columns, i) ->
                troubles.add(new Trouble(Trouble.Severity.valueOf(columns[0].getString(i)), plain(columns[1], i),
                        plain(columns[2], i), columns[3].getLong(i))));
        return troubles.counted();
    }

    private static String plain(DuckDBReadableVector column, int row) {
        return Codes.plain(column.getString(row));
    }
}
