package org.desireline.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.desireline.app.source.files.Footprint;
import org.desireline.journal.Event;
import org.desireline.journal.Journal;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Source;
import org.desireline.journal.SourceException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A workspace in a folder: a secret, texts to edit, and a journal in a DuckDB file. */
public final class FolderWorkspace implements Workspace {

    /** A transaction holds at most so many events. */
    public static final int BATCH_ROWS = 50_000;

    private static final String FORMER_SOURCES = "sources";

    private final Path folder;
    private final int batchRows;
    private final Consumer<String> talk;
    private @Nullable JournalFile file;
    private @Nullable EventWriter writer;

    private FolderWorkspace(Path folder, int batchRows, Consumer<String> talk) {
        this.folder = folder;
        this.batchRows = batchRows;
        this.talk = talk;
    }

    /**
     * The workspace in a folder, which is made where it is missing.
     *
     * @param talk hears what is being waited for
     */
    public static FolderWorkspace in(Path folder, Consumer<String> talk) {
        return in(folder, BATCH_ROWS, talk);
    }

    /** The workspace in a folder, with transactions of at most so many events. */
    public static FolderWorkspace in(Path folder, int batchRows, Consumer<String> talk) {
        try {
            Private.folder(folder);
            Path ignore = folder.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
        return new FolderWorkspace(folder, batchRows, talk);
    }

    private static SourceException unusable(Path folder, IOException failed) {
        return Failures.of(folder.resolve(JOURNAL), failed);
    }

    @Override
    public boolean keeps() {
        return true;
    }

    @Override
    public byte[] secret() {
        Path secret = folder.resolve("secret");
        try {
            if (!Files.exists(secret)) {
                byte[] fresh = new byte[ThrowawayWorkspace.SECRET_BYTES];
                new SecureRandom().nextBytes(fresh);
                Private.writeOnce(secret, fresh);
            }
            byte[] bytes = Files.readAllBytes(secret);
            if (bytes.length < ThrowawayWorkspace.SECRET_BYTES) {
                throw Failures.failure(secret, false, "is too short to be a secret. Perhaps it was cut off: remove it,"
                        + " and " + JOURNAL + " with it, and import again.");
            }
            return bytes;
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
    }

    @Override
    public String place(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public @Nullable String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
    }

    @Override
    public void keep(String name, String text) {
        if (!text.equals(text(name))) {
            try {
                Private.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw unusable(folder, failed);
            }
        }
    }

    /** The exports that the first release kept a list of; it held no events. */
    public List<Path> formerSources() {
        String lines = text(FORMER_SOURCES);
        return lines == null ? List.of()
                : lines.lines().filter(line -> !line.isBlank()).map(Path::of).toList();
    }

    /** Takes that list away. */
    public void forgetFormerSources() {
        try {
            Files.deleteIfExists(folder.resolve(FORMER_SOURCES));
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
    }

    @Override
    public List<Imported> imported() {
        JournalFile open = reading();
        return open == null ? List.of() : open.work(connection -> {
            List<Imported> all = new ArrayList<>();
            Scan.each(connection, "SELECT path, given, bytes, newest, stamp, content, latest, events, finished"
                    + " FROM source ORDER BY path", (columns, i) -> all.add(new Imported(
                            Path.of(Codes.plain(columns[0].getString(i))), Codes.plain(columns[1].getString(i)),
                            new Footprint(columns[2].getLong(i), columns[3].getLong(i), columns[4].getString(i)),
                            columns[5].getString(i), columns[6].getLong(i), columns[7].getLong(i),
                            columns[8].getBoolean(i))));
            return all;
        });
    }

    @Override
    public Appended append(Imported export, Source source, Set<String> outdated, LongConsumer progress) {
        try {
            JournalFile open = writing();
            EventWriter ready = writer;
            if (ready == null) {
                ready = EventWriter.of(open, batchRows);
                writer = ready;
            }
            return ready.write(export, source, outdated, progress);
        } catch (RuntimeException failed) {
            release();
            throw failed;
        }
    }

    @Override
    public Journal journal(UnaryOperator<String> people) {
        JournalFile open = reading();
        return open == null ? new MemoryJournal.Builder().build()
                : open.work(connection -> ColumnReader.read(connection, people));
    }

    @Override
    public void events(Consumer<Event> sink) {
        JournalFile open = reading();
        if (open != null) {
            open.work(connection -> {
                EventReader.read(connection, sink);
                return open;
            });
        }
    }

    @Override
    public void keepCharters(List<KeptCharter> charters) {
        TreeSet<KeptCharter> fresh = new TreeSet<>(ThrowawayWorkspace.IN_ORDER);
        fresh.addAll(charters);
        charters().forEach(fresh::remove);
        if (fresh.isEmpty()) {
            return;
        }
        writing().work(connection -> JournalFile.inTransaction(connection, open -> {
            try (DuckDBAppender appender = open.createAppender("charter")) {
                for (KeptCharter charter : fresh) {
                    appender.beginRow().append(charter.fromDay()).append(Codes.escaped(charter.name()))
                            .append(charter.sha256()).append(Codes.escaped(charter.text())).endRow();
                }
            }
            return fresh.size();
        }));
    }

    @Override
    public List<KeptCharter> charters() {
        TreeSet<KeptCharter> charters = new TreeSet<>(ThrowawayWorkspace.IN_ORDER);
        JournalFile open = reading();
        if (open != null) {
            open.work(connection -> {
                Scan.each(connection, "SELECT from_day, name, sha256, content FROM charter", (columns, i) ->
                        charters.add(new KeptCharter(columns[0].getString(i), Codes.plain(columns[1].getString(i)),
                                columns[2].getString(i), Codes.plain(columns[3].getString(i)))));
                return charters;
            });
        }
        return List.copyOf(charters);
    }

    /** The open file, or null where there is none yet. */
    private @Nullable JournalFile reading() {
        if (file == null && Files.exists(folder.resolve(JOURNAL))) {
            try {
                file = JournalFile.reading(folder.resolve(JOURNAL), talk);
            } catch (Format.Outdated older) {
                return writing();
            }
            checkSecret(file);
        }
        return file;
    }

    private JournalFile writing() {
        JournalFile open = file;
        if (open == null || !open.writes()) {
            release();
            open = JournalFile.writing(folder.resolve(JOURNAL), talk);
            file = open;
            checkSecret(open);
        }
        return open;
    }

    /** Under another secret everybody would become somebody else: the file says which one it was filled under. */
    private void checkSecret(JournalFile open) {
        String check = check(secret());
        String kept = open.work(connection -> {
            String[] found = {""};
            Scan.each(connection, "SELECT value FROM meta WHERE name = 'secret'", (columns, i) ->
                    found[0] = columns[0].getString(i));
            if (found[0].isEmpty() && open.writes()) {
                enterSecret(connection, check);
            }
            return found[0];
        });
        if (!kept.isEmpty() && !kept.equals(check)) {
            release();
            throw Failures.failure(folder.resolve(JOURNAL), false, "was filled under another secret than the one beside"
                    + " it. Perhaps the file 'secret' was lost: put it back, or move " + JOURNAL + " away and import"
                    + " the exports again.");
        }
    }

    private static void enterSecret(DuckDBConnection connection, String check) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO meta VALUES ('secret', ?)")) {
            insert.setString(1, check);
            insert.execute();
        }
    }

    /** Tells one secret from another, and nothing else of it. */
    private static String check(byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("check:".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(secret), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    @Override
    public void release() {
        JournalFile open = file;
        file = null;
        writer = null;
        if (open != null) {
            open.close();
        }
    }
}
