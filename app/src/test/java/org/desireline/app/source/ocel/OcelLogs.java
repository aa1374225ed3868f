package org.desireline.app.source.ocel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.desireline.app.source.Sources;
import org.desireline.journal.Event;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;

/**
 * What was read of a log: its events by (instant, id), and its troubles, each as a line.
 *
 * @param events the events
 * @param troubles the troubles, without the name of the file
 */
record OcelLogs(List<Event> events, List<String> troubles) {

    /** The text of a recorded log. */
    static String recorded(String name) throws IOException {
        try (InputStream in = OcelLogs.class.getResourceAsStream("/ocel/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A database made by orders that end with a semicolon at the end of a line. */
    static Path database(Path file, String orders) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String order : orders.split(";\n", -1)) {
                if (!order.isBlank()) {
                    statement.execute(order);
                }
            }
            connection.commit();
        }
        return file;
    }

    /** Reads what lies at a path; a token is the account after an {@code @}. */
    static OcelLogs read(Path path) {
        List<Event> events = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        Sources.of(path, account -> "@" + account, (account, called) -> { }).read(events::add,
                trouble -> troubles.add(line(trouble, path)));
        events.sort(Comparator.comparingLong(Event::atMillis).thenComparing(Event::id));
        troubles.sort(null);
        return new OcelLogs(events, troubles);
    }

    /** Why nothing of it could be read. */
    static String refusal(Path path) {
        try {
            read(path);
        } catch (SourceException refused) {
            return refused.getMessage();
        }
        return "";
    }

    /** Reads a text as a file of a name. */
    static OcelLogs of(Path folder, String name, String text) throws IOException {
        return read(Files.writeString(folder.resolve(name), text));
    }

    private static String line(Trouble trouble, Path path) {
        return trouble.severity().label() + ": " + trouble.what() + " · " + trouble.count()
                + (trouble.where().equals(path.getFileName().toString()) ? "" : " at " + trouble.where());
    }

    /** The events without where they were read, which differs between forms. */
    List<String> said() {
        return events.stream().map(event -> event.id() + " " + event.atMillis() + " " + event.verb() + " "
                + event.subject() + " " + event.actor() + " " + event.links() + " " + event.attributes() + " "
                + event.origin().versionMillis()).toList();
    }

    /** The items. */
    TreeSet<String> items() {
        TreeSet<String> items = new TreeSet<>();
        events.forEach(event -> items.add(event.subject().id()));
        return items;
    }
}
