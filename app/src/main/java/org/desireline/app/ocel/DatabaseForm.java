package org.desireline.app.ocel;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OCEL 2.0 as a SQLite database: a table a type, in one transaction. */
final class DatabaseForm implements Form {

    private final Connection connection;
    private final Map<String, List<String>> eventTypes;
    private final Map<String, String> eventTables = new HashMap<>();
    private final Map<String, String> objectTables = new HashMap<>();
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    DatabaseForm(Path file, Contents contents) throws IOException {
        eventTypes = contents.eventTypes();
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            execute("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF");
            connection.setAutoCommit(false);
            execute("CREATE TABLE event_map_type(ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT)",
                    "CREATE TABLE object_map_type(ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT)",
                    "CREATE TABLE event(ocel_id TEXT PRIMARY KEY, ocel_type TEXT REFERENCES event_map_type(ocel_type))",
                    "CREATE TABLE object(ocel_id TEXT PRIMARY KEY,"
                            + " ocel_type TEXT REFERENCES object_map_type(ocel_type))",
                    "CREATE TABLE event_object(ocel_event_id TEXT REFERENCES event(ocel_id),"
                            + " ocel_object_id TEXT REFERENCES object(ocel_id), ocel_qualifier TEXT)",
                    "CREATE TABLE object_object(ocel_source_id TEXT REFERENCES object(ocel_id),"
                            + " ocel_target_id TEXT REFERENCES object(ocel_id), ocel_qualifier TEXT)");
            Set<String> taken = new HashSet<>(Set.of("map_type", "object"));
            for (Map.Entry<String, List<String>> type : eventTypes.entrySet()) {
                eventTables.put(type.getKey(), table("event", type.getKey(), taken, type.getValue(), ""));
            }
            taken = new HashSet<>(Set.of("map_type", "object"));
            for (String type : contents.objectTypes()) {
                objectTables.put(type, table("object", type, taken, List.of(), ", ocel_changed_field TEXT"));
            }
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    /** Makes the table of a type and gives its name. */
    private String table(String kind, String type, Set<String> taken, List<String> attributes, String more)
            throws SQLException {
        String plain = type.replaceAll("[^A-Za-z0-9]", "");
        String map = plain.isEmpty() ? "Type" : plain.substring(0, Math.min(40, plain.length()));
        for (int i = 2; !taken.add(map.toLowerCase(Locale.ROOT)); i++) {
            map = map.replaceFirst("_[0-9]+$", "") + "_" + i;
        }
        StringBuilder columns = new StringBuilder();
        for (String attribute : attributes) {
            columns.append(", ").append(quoted(attribute)).append(" TEXT");
        }
        execute("CREATE TABLE " + quoted(kind + "_" + map) + "(ocel_id TEXT REFERENCES " + kind
                + "(ocel_id), ocel_time TIMESTAMP" + more + columns + ")");
        insert(kind + "_map_type", 2, type, map);
        return kind + "_" + map;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private void execute(String... orders) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String order : orders) {
                statement.execute(order);
            }
        }
    }

    private void insert(String table, int columns, @Nullable String... values)
            throws SQLException {
        PreparedStatement statement = statements.get(table);
        if (statement == null) {
            statement = connection.prepareStatement("INSERT INTO " + quoted(table) + " VALUES (?"
                    + ", ?".repeat(columns - 1) + ")");
            statements.put(table, statement);
        }
        for (int i = 0; i < columns; i++) {
            statement.setString(i + 1, i < values.length ? values[i] : null);
        }
        statement.executeUpdate();
    }

    private static String known(Map<String, String> tables, String type) {
        String table = tables.get(type);
        if (table == null) {
            throw new IllegalArgumentException("No type has been declared that is called so.");
        }
        return table;
    }

    @Override
    public void object(String id, String type) throws IOException {
        try {
            insert("object", 2, id, type);
            insert(known(objectTables, type), 3, id, "1970-01-01T00:00:00Z", null);
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    @Override
    public void event(Entry entry) throws IOException {
        try {
            insert("event", 2, entry.id(), entry.type());
            List<String> names = eventTypes.getOrDefault(entry.type(), List.of());
            List<@Nullable String> values = new ArrayList<>(List.of(entry.id(), entry.time()));
            names.forEach(name -> values.add(entry.attributes().get(name)));
            insert(known(eventTables, entry.type()), values.size(), values.toArray(String[]::new));
            for (Entry.Relation relation : entry.relations()) {
                insert("event_object", 3, entry.id(), relation.object(), relation.qualifier());
            }
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    @Override
    public void end() throws IOException {
        try {
            connection.commit();
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }
}
