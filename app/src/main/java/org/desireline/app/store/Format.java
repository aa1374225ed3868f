package org.desireline.app.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** The format of the file, and the way from each to the next. */
final class Format {

    /** What leads to each format from the one before; a new file has none, and goes all the way. */
    private static final List<List<String>> STEPS = List.of(
            List.of("CREATE TABLE text(code INTEGER NOT NULL, value VARCHAR NOT NULL)",
                    "CREATE TABLE item(code INTEGER NOT NULL, id VARCHAR NOT NULL)",
                    "CREATE TABLE actor(code INTEGER NOT NULL, token VARCHAR NOT NULL)",
                    "CREATE TABLE event(seq BIGINT NOT NULL, id_high BIGINT NOT NULL, id_low BIGINT NOT NULL,"
                            + " content_high BIGINT NOT NULL, content_low BIGINT NOT NULL, item INTEGER NOT NULL,"
                            + " at_millis BIGINT NOT NULL, verb INTEGER NOT NULL, actor INTEGER NOT NULL,"
                            + " kind INTEGER NOT NULL, pointer INTEGER NOT NULL, record BIGINT NOT NULL,"
                            + " version BIGINT NOT NULL)",
                    "CREATE TABLE attribute(seq BIGINT NOT NULL, name INTEGER NOT NULL, value INTEGER NOT NULL)",
                    "CREATE TABLE link(seq BIGINT NOT NULL, place INTEGER NOT NULL, qualifier INTEGER NOT NULL,"
                            + " target INTEGER NOT NULL, on_item BOOLEAN NOT NULL)",
                    "CREATE TABLE source(path VARCHAR NOT NULL, given VARCHAR NOT NULL, bytes BIGINT NOT NULL,"
                            + " newest BIGINT NOT NULL, stamp VARCHAR NOT NULL, content VARCHAR NOT NULL,"
                            + " latest BIGINT NOT NULL, events BIGINT NOT NULL, finished BOOLEAN NOT NULL)",
                    "CREATE TABLE trouble(path VARCHAR NOT NULL, severity VARCHAR NOT NULL, place VARCHAR NOT NULL,"
                            + " what VARCHAR NOT NULL, count BIGINT NOT NULL)",
                    "CREATE TABLE meta(name VARCHAR NOT NULL, value VARCHAR NOT NULL)",
                    "INSERT INTO meta VALUES ('product', 'desireline'), ('format', '1')"),
            List.of("CREATE TABLE charter(from_day VARCHAR NOT NULL, name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,"
                            + " content VARCHAR NOT NULL)",
                    "CREATE TABLE contested(id_high BIGINT NOT NULL, id_low BIGINT NOT NULL)",
                    "INSERT INTO contested SELECT id_high, id_low FROM event GROUP BY id_high, id_low"
                            + " HAVING count(*) > 1",
                    "UPDATE meta SET value = '2' WHERE name = 'format'"));

    /** The format this program writes. */
    static final int CURRENT = STEPS.size();

    private Format() {}

    /** Brings a file to the current format; one that is only read must have it already. */
    static void check(Path file, DuckDBConnection connection, boolean write) throws SQLException {
        int format = of(file, connection);
        if (format > CURRENT) {
            throw Failures.failure(file, false, "has format " + format + ", and this version of Desireline knows"
                    + " formats up to " + CURRENT + ". Perhaps use the newer version that wrote it.");
        }
        if (format == CURRENT) {
            return;
        }
        if (!write) {
            throw new Outdated(file, format);
        }
        migrate(connection, format, CURRENT);
    }

    /** Goes from one format to a later one, all the way or not at all. */
    static void migrate(DuckDBConnection connection, int from, int to) throws SQLException {
        JournalFile.inTransaction(connection, open -> {
            for (List<String> step : STEPS.subList(from, to)) {
                JournalFile.execute(open, step.toArray(String[]::new));
            }
            return to;
        });
    }

    /** The format of a file: 0 where it holds nothing yet. */
    private static int of(Path file, DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "SELECT count(*) FROM duckdb_tables()") == 0) {
                return 0;
            }
            boolean ours = number(statement, "SELECT count(*) FROM duckdb_columns() WHERE table_name = 'meta'"
                    + " AND column_name IN ('name', 'value')") == 2
                    && number(statement, "SELECT count(*) FROM meta WHERE name = 'product' AND value = 'desireline'")
                            == 1;
            if (!ours) {
                throw Failures.failure(file, false, "is a database, but no journal of Desireline. Perhaps it belongs to"
                        + " another program: name another workspace with --home.");
            }
            return (int) number(statement, "SELECT max(try_cast(value AS INTEGER)) FROM meta WHERE name = 'format'");
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** A file that has to be brought up to date before it can be read. */
    static final class Outdated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Outdated(Path file, int format) {
            super(file + " has the older format " + format + ".");
        }
    }
}
