package org.desireline.app.sql;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A database in memory, filled with sheets. */
final class Database implements AutoCloseable {

    private static final int MOST_THREADS = 4;

    private final DuckDBConnection connection;

    private Database(DuckDBConnection connection) {
        this.connection = connection;
    }

    /**
     * An empty database.
     *
     * @param memory how much it may take, such as {@code 512MiB}
     * @param spill where it may put what is too much, or empty for nowhere
     */
    static Database open(String memory, String spill) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memory);
        settings.setProperty("threads",
                Integer.toString(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
        settings.setProperty("temp_directory", spill);
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        return new Database(DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class));
    }

    DuckDBConnection connection() {
        return connection;
    }

    /** Makes a table of a sheet. */
    void fill(Sheet sheet) throws SQLException {
        String columns = sheet.columns().stream().map(column -> '"' + column.name() + "\" " + column.sql())
                .collect(Collectors.joining(", "));
        execute("CREATE TABLE " + sheet.name() + "(" + columns + ")");
        SQLException[] failed = {null};
        try (DuckDBAppender appender = connection.createAppender(sheet.name())) {
            sheet.rows().each(row -> {
                try {
                    append(appender, sheet.columns(), row);
                } catch (SQLException stopped) {
                    throw new Stopped(stopped);
                }
            });
        } catch (Stopped stopped) {
            failed[0] = stopped.cause;
        }
        if (failed[0] != null) {
            throw failed[0];
        }
    }

    private static void append(DuckDBAppender appender, List<Sheet.Column> columns, @Nullable Object[] row)
            throws SQLException {
        appender.beginRow();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row[i];
            boolean isDay = columns.get(i).type() == Sheet.Type.DAY;
            switch (value) {
                case null -> appender.appendNull();
                case String text when isDay -> appender.append(LocalDate.parse(text));
                case String text -> appender.append(text.replace("\u0000", "\ufffd"));
                case Long whole -> appender.append(whole.longValue());
                case Double number -> appender.append(number.doubleValue());
                case Boolean flag -> appender.append(flag.booleanValue());
                default -> throw new IllegalArgumentException("No cell holds a " + value.getClass() + ".");
            }
        }
        appender.endRow();
    }

    void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Shuts the database off from the world, and its settings from whoever asks. */
    void lock() throws SQLException {
        execute("SET secret_directory = ''", "SET extension_directory = ''",
                "SET enable_external_access = false", "SET lock_configuration = true");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Carries a failure through a consumer. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        Stopped(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
