package org.desireline.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Reads the answer to a question column by column. */
final class Scan {

    /** Receives a row by its place in a chunk; the columns are valid only during the call. */
    interface Rows {

        void accept(DuckDBReadableVector[] columns, int row);
    }

    private Scan() {}

    static void each(DuckDBConnection connection, String sql, Rows rows) throws SQLException {
        try (DuckDBPreparedStatement statement = connection.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            DuckDBReadableVector[] columns = new DuckDBReadableVector[(int) result.columnCount()];
            while (result.nextChunk()) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = result.chunk().vector(i);
                }
                int count = (int) result.chunk().rowCount();
                for (int row = 0; row < count; row++) {
                    rows.accept(columns, row);
                }
            }
        }
    }

    static long count(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
