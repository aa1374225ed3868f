package org.desireline.app.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A dictionary that is kept in a table: texts numbered in order of first arrival. */
final class Codes {

    private static final char ESCAPE = '\u001e';

    private final String table;
    private final Map<String, Integer> codes = new HashMap<>();
    private List<String> fresh = new ArrayList<>();

    private Codes(String table) {
        this.table = table;
    }

    /** Everything a table holds. */
    static Codes load(DuckDBConnection connection, String table, String column) throws SQLException {
        Codes codes = new Codes(table);
        String[] texts = texts(connection, table, column);
        for (int code = 0; code < texts.length; code++) {
            codes.codes.put(texts[code], code);
        }
        return codes;
    }

    /** The texts of a table by code. */
    static String[] texts(DuckDBConnection connection, String table, String column) throws SQLException {
        String[] texts = new String[(int) Scan.count(connection, "SELECT count(*) FROM " + table)];
        Scan.each(connection, "SELECT code, " + column + " FROM " + table,
                (columns, row) -> texts[columns[0].getInt(row)] = plain(columns[1].getString(row)));
        return texts;
    }

    int code(String text) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        codes.put(text, codes.size());
        fresh.add(text);
        return codes.size() - 1;
    }

    /** The texts that were numbered since this was asked last, the highest number last. */
    List<String> takeFresh() {
        List<String> taken = fresh;
        fresh = new ArrayList<>();
        return taken;
    }

    /** How many texts there are. */
    int size() {
        return codes.size();
    }

    /** Writes texts that end before a number. */
    void append(DuckDBConnection connection, List<String> texts, int before) throws SQLException {
        if (texts.isEmpty()) {
            return;
        }
        try (DuckDBAppender appender = connection.createAppender(table)) {
            int code = before - texts.size();
            for (String text : texts) {
                appender.beginRow().append(code++).append(escaped(text)).endRow();
            }
        }
    }

    /** The database keeps whole characters only, so that halves of one, and the character 0, are written as numbers. */
    static String escaped(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean whole = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean odd = c == ESCAPE || c == 0 || (Character.isSurrogate(c) && !whole);
            if (odd && out == null) {
                out = new StringBuilder(text.substring(0, i));
            }
            if (out != null) {
                out.append(odd ? String.format(Locale.ROOT, "%c%04x", ESCAPE, (int) c) : String.valueOf(c));
                if (whole) {
                    out.append(text.charAt(i + 1));
                }
            }
            i += whole ? 1 : 0;
        }
        return out == null ? text : out.toString();
    }

    /** The text that was escaped. */
    static String plain(String escaped) {
        if (escaped.indexOf(ESCAPE) < 0) {
            return escaped;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == ESCAPE) {
                out.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                out.append(escaped.charAt(i));
            }
        }
        return out.toString();
    }
}
