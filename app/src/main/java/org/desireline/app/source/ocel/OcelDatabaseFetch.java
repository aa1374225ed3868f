package org.desireline.app.source.ocel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * Brings an object-centric log in a SQLite database into memory.
 *
 * <p>The database is somebody else's: it is copied into a file of its own that is removed again, opened for reading
 * only and as one that never changes, with no trust in what its schema would compute, and without extensions. Rows are
 * asked of tables only, never of views or of virtual tables, and only of those the format has or the log's two maps
 * name; a name is quoted, and one that is no table is not used. Texts are bounded, and so is the work of a question.
 */
final class OcelDatabaseFetch {

    private static final String ID = "ocel_id";
    private static final String TIME = "ocel_time";
    private static final String CHANGED = "ocel_changed_field";
    private static final int MOST_BYTES_OF_A_VALUE = 16 << 20;
    private static final int STEPS_A_TURN = 100_000;
    /** Turns of {@link #STEPS_A_TURN} that any database may take, and besides for each 64 KiB of its size. */
    private static final long FREE_TURNS = 2_000;
    private static final long TURNS_BYTES = 1 << 16;

    private final Connection connection;
    private final OcelLog log;
    private final Map<String, String> tables = new HashMap<>();

    private OcelDatabaseFetch(Connection connection, OcelLog log) {
        this.connection = connection;
        this.log = log;
    }

    /** What takes a row: the texts of its columns, a null where there is none. */
    private interface Row {

        void take(Map<String, String> row);
    }

    /**
     * Reads a document.
     *
     * @throws SQLException where it is no database, is damaged, or takes more work than its size allows for
     */
    static void read(InputStream in, OcelLog log) throws IOException, SQLException {
        Path copy = privateFile();
        try {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            protect(copy);
            try (Connection connection = open(copy)) {
                new OcelDatabaseFetch(connection, log).read();
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Path privateFile() throws IOException {
        return Files.createTempFile("desireline", ".sqlite");
    }

    private static void protect(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static Connection open(Path file) throws IOException, SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        SQLiteConnection connection = (SQLiteConnection) config.createConnection(
                "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1&mode=ro");
        try {
            long turns = FREE_TURNS + Files.size(file) / TURNS_BYTES;
            long[] taken = {0};
            ProgressHandler.setHandler(connection, STEPS_A_TURN, new ProgressHandler() {
                @Override
                protected int progress() {
                    return ++taken[0] > turns ? 1 : 0;
                }
            });
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, MOST_BYTES_OF_A_VALUE);
            try (Statement statement = connection.createStatement()) {
                for (String pragma : List.of("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON",
                        "mmap_size=0", "temp_store=MEMORY")) {
                    statement.execute("PRAGMA " + pragma);
                }
            }
            return connection;
        } catch (SQLException | IOException failed) {
            connection.close();
            throw failed;
        }
    }

    private void read() throws SQLException {
        rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'", row -> {
            String name = row.getOrDefault("name", "");
            if (row.getOrDefault("sql", "").stripLeading().regionMatches(true, 0, "CREATE TABLE", 0, 12)) {
                tables.put(name.toLowerCase(Locale.ROOT), name);
            }
        });
        Map<String, List<OcelLog.Relation>> ofEvents = relations("event_object", "ocel_event_id", "ocel_object_id");
        Map<String, List<OcelLog.Relation>> ofObjects = relations("object_object", "ocel_source_id", "ocel_target_id");
        Map<String, String> eventTypes = types("event");
        Map<String, String> objectTypes = types("object");
        happenings(eventTypes, ofEvents);
        things(objectTypes, ofObjects);
        unused(ofEvents.keySet(), eventTypes.keySet());
        unused(ofObjects.keySet(), objectTypes.keySet());
    }

    private void unused(Set<String> named, Set<String> known) {
        named.stream().filter(id -> !known.contains(id)).forEach(id ->
                log.problem("relations begin at an event or object that the log does not have; left out"));
    }

    private Map<String, List<OcelLog.Relation>> relations(String table, String from, String to) throws SQLException {
        Map<String, List<OcelLog.Relation>> relations = new HashMap<>();
        table(table, row -> relations.computeIfAbsent(row.getOrDefault(from, ""), none -> new ArrayList<>())
                .add(new OcelLog.Relation(log.word(row.getOrDefault(to, "")),
                        log.word(row.getOrDefault("ocel_qualifier", "")))));
        return relations;
    }

    /** Ids of all events or objects, each with its type. */
    private Map<String, String> types(String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        table(table, row -> {
            String type = log.word(row.getOrDefault("ocel_type", ""));
            String before = types.putIfAbsent(row.getOrDefault(ID, ""), type);
            if (before != null) {
                log.problem("events or objects are there twice; they count once");
            }
        });
        return types;
    }

    /** The tables of the types, by type: those that are there. */
    private Map<String, String> maps(String kind, Map<String, String> types) throws SQLException {
        Map<String, String> maps = new TreeMap<>();
        table(kind + "_map_type", row -> {
            String name = kind + "_" + row.getOrDefault("ocel_type_map", "");
            if (tables.containsKey(name.toLowerCase(Locale.ROOT))) {
                maps.put(row.getOrDefault("ocel_type", ""), name);
            } else {
                log.problem("types have no table; their times and values are left out");
            }
        });
        new HashSet<>(types.values()).stream().filter(type -> !maps.containsKey(type)).forEach(type ->
                log.problem("types have no table; their times and values are left out"));
        return maps;
    }

    private void happenings(Map<String, String> types, Map<String, List<OcelLog.Relation>> relations)
            throws SQLException {
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (Map.Entry<String, String> map : maps("event", types).entrySet()) {
            table(map.getValue(), row -> {
                String id = row.getOrDefault(ID, "");
                if (!map.getKey().equals(types.get(id))) {
                    log.problem("rows are of an event or object that the log does not have; left out");
                } else if (rows.putIfAbsent(id, row) != null) {
                    log.problem("events or objects are there twice; they count once");
                }
            });
        }
        types.forEach((id, type) -> {
            Map<String, String> row = rows.getOrDefault(id, Map.of());
            Map<String, String> attributes = new TreeMap<>(row);
            attributes.keySet().removeAll(Set.of(ID, TIME));
            log.happening(id, type, row.getOrDefault(TIME, ""), attributes, relations.getOrDefault(id, List.of()));
        });
    }

    private void things(Map<String, String> types, Map<String, List<OcelLog.Relation>> relations)
            throws SQLException {
        Map<String, List<OcelLog.Value>> values = new HashMap<>();
        for (Map.Entry<String, String> map : maps("object", types).entrySet()) {
            table(map.getValue(), row -> {
                String id = row.getOrDefault(ID, "");
                if (!map.getKey().equals(types.get(id))) {
                    log.problem("rows are of an event or object that the log does not have; left out");
                    return;
                }
                String only = row.getOrDefault(CHANGED, "");
                row.forEach((name, value) -> {
                    if (!Set.of(ID, TIME, CHANGED).contains(name) && (only.isEmpty() || only.equals(name))) {
                        values.computeIfAbsent(id, none -> new ArrayList<>()).add(new OcelLog.Value(name,
                                log.word(row.getOrDefault(TIME, "")), log.word(value)));
                    }
                });
            });
        }
        types.forEach((id, type) -> log.thing(id, type, values.getOrDefault(id, List.of()),
                relations.getOrDefault(id, List.of())));
    }

    /** The rows of a table; none where there is no such table. */
    private void table(String name, Row sink) throws SQLException {
        String table = tables.get(name.toLowerCase(Locale.ROOT));
        if (table == null) {
            log.problem("tables of the format are missing; what they would tell is left out");
        } else {
            rows("SELECT * FROM \"" + table.replace("\"", "\"\"") + "\"", sink);
        }
    }

    private void rows(String question, Row sink) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(question)) {
            ResultSetMetaData columns = result.getMetaData();
            String[] names = new String[columns.getColumnCount()];
            for (int i = 0; i < names.length; i++) {
                names[i] = log.word(columns.getColumnName(i + 1));
            }
            while (result.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 0; i < names.length; i++) {
                    Object value = result.getObject(i + 1);
                    if (value instanceof byte[]) {
                        log.problem("values are bytes, not texts; left out");
                    } else if (value != null) {
                        row.put(names[i], log.bounded(value.toString()));
                    }
                }
                sink.take(row);
            }
        }
    }
}
