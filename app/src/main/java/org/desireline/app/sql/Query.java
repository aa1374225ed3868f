package org.desireline.app.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A question in SQL to the views of a run. */
public final class Query {

    /**
     * What was found.
     *
     * @param columns names of the columns
     * @param rows a value a column: text, number, truth or null
     * @param more whether there are more rows than were asked for
     */
    public record Answer(List<String> columns, List<List<@Nullable Object>> rows, boolean more) {

        public Answer {
            columns = List.copyOf(columns);
            rows = Collections.unmodifiableList(rows);
        }
    }

    private static final String MEMORY = "512MiB";
    private static final long PAUSE_NANOS = 20_000_000L;
    private static final String VIEWS = "The views are items, stretches, lines and troubles: try DESCRIBE items";

    private Query() {}

    /**
     * Asks.
     *
     * @param most rows to give at most
     * @throws BadInput where the question cannot be understood, is no question, or takes too much
     */
    public static Answer ask(Analysis analysis, String sql, long most) {
        return ask(Views.of(analysis), sql, most);
    }

    /** Asks on a platform thread, for native calls would pin a virtual one; whoever is interrupted stops it. */
    static Answer ask(List<Sheet> sheets, String sql, long most) {
        AtomicReference<@Nullable Statement> running = new AtomicReference<>();
        try (ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sql").daemon().factory())) {
            Future<Answer> answer = thread.submit(() -> ask(sheets, sql, most, running));
            try {
                return answer.get();
            } catch (InterruptedException stopped) {
                stop(answer, running);
                Thread.currentThread().interrupt();
                throw new BadInput("The query was stopped. Perhaps ask for less.");
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case SQLException bad -> throw new BadInput(said(bad));
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw new IllegalStateException(failed.getCause());
                }
            }
        }
    }

    /** Tells the database to stop until it has: what has not begun yet does not hear it. */
    private static void stop(Future<Answer> answer, AtomicReference<@Nullable Statement> running) {
        while (!answer.isDone()) {
            Statement statement = running.get();
            try {
                if (statement != null && !statement.isClosed()) {
                    statement.cancel();
                }
            } catch (SQLException over) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static Answer ask(List<Sheet> sheets, String sql, long most, AtomicReference<@Nullable Statement> running)
            throws SQLException {
        try (Database database = Database.open(MEMORY, "")) {
            for (Sheet sheet : sheets) {
                database.fill(sheet);
            }
            database.lock();
            check(database, sql);
            database.connection().prepareStatement(sql).close();
            try (Statement statement = database.connection().createStatement()) {
                running.set(statement);
                try (ResultSet result = statement.executeQuery(cut(sql, most))) {
                    return answer(result, most);
                }
            }
        }
    }

    /** Only one SELECT passes: whatever else the database could be told, it is not told here. */
    private static void check(Database database, String sql) throws SQLException {
        try (PreparedStatement parse = database.connection()
                .prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            parse.setString(1, sql);
            try (ResultSet result = parse.executeQuery()) {
                JsonNode parsed = JsonMapper.shared().readTree(result.next() ? result.getString(1) : "{}");
                boolean syntax = parsed.path("error_type").asString("").equals("parser");
                if (syntax) {
                    throw new BadInput(place(sql, parsed.path("position").asInt(0)) + ": "
                            + parsed.path("error_message").asString("") + ". Perhaps a comma, a quote or a bracket is"
                            + " missing.");
                }
                if (parsed.path("error").asBoolean(true) || parsed.path("statements").size() != 1) {
                    throw new BadInput("Only one SELECT is taken: nothing can be changed here. Perhaps begin with"
                            + " SELECT, and leave out the semicolon. " + VIEWS + ".");
                }
            }
        }
    }

    /** One row more than is wanted tells that there are more. */
    private static String cut(String sql, long most) {
        return most == Integer.MAX_VALUE ? sql
                : "SELECT * FROM (\n" + sql.strip().replaceFirst("(\\s*;)+$", "") + "\n) LIMIT " + (most + 1);
    }

    private static String place(String sql, int position) {
        String before = new String(java.util.Arrays.copyOf(sql.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Math.min(position, sql.length())), java.nio.charset.StandardCharsets.UTF_8);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return "Line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
    }

    private static Answer answer(ResultSet result, long most) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() >= most) {
                return new Answer(columns, rows, true);
            }
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(value(result.getObject(i)));
            }
            rows.add(row);
        }
        return new Answer(columns, rows, false);
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case Double number when number.isNaN() || number.isInfinite() -> number.toString();
            case Double number -> new BigDecimal(number.toString());
            case Float number when number.isNaN() || number.isInfinite() -> number.toString();
            case Number number -> new BigDecimal(number.toString());
            default -> value.toString();
        };
    }

    private static String said(SQLException bad) {
        String message = String.valueOf(bad.getMessage()).strip();
        if (message.startsWith("Out of Memory")) {
            return "The query needs more than " + MEMORY + " of memory. Perhaps ask for less, or export to Parquet and"
                    + " ask there.";
        }
        if (message.startsWith("Permission Error") || message.contains("configuration has been locked")) {
            return "No file, no network, no extension and no setting can be reached from here. Perhaps the views hold"
                    + " what is wanted. " + VIEWS + ".";
        }
        return message + "\nPerhaps look at what there is. " + VIEWS + ".";
    }
}
