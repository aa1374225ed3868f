package org.desireline.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.desireline.journal.SourceException;
import org.duckdb.DuckDBConnection;

/** The open file of a journal, and the one thread that all work on it is done by. */
final class JournalFile implements AutoCloseable {

    /** What is done with the file, on its thread. */
    interface Work<T> {

        T with(DuckDBConnection connection) throws SQLException;
    }

    private static final int MOST_THREADS = 8;
    private static final long MEMORY_MIB = 1024;

    private final Path file;
    private final ExecutorService thread;
    private final DuckDBConnection connection;
    private final boolean writes;

    private JournalFile(Path file, ExecutorService thread, DuckDBConnection connection, boolean writes) {
        this.file = file;
        this.thread = thread;
        this.connection = connection;
        this.writes = writes;
    }

    /** Opens a file that is there, for reading beside others. */
    static JournalFile reading(Path file, Consumer<String> talk) {
        return open(file, false, talk);
    }

    /** Opens a file for writing, alone; makes it where it is missing. */
    static JournalFile writing(Path file, Consumer<String> talk) {
        if (!Files.exists(file)) {
            make(file);
        }
        JournalFile journal = open(file, true, talk);
        Holder.write(file);
        journal.protect();
        return journal;
    }

    /** A new file is made beside its place and moved there whole: a process killed in between leaves none. */
    private static void make(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("Not a place for a file: " + file + ".");
        }
        try {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path part : left.filter(path -> isLeft(file, path)).toList()) {
                    Files.deleteIfExists(part);
                }
            }
            Path part = folder.resolve(file.getFileName() + ".new" + ProcessHandle.current().pid());
            try (JournalFile fresh = open(part, true, nothing -> { })) {
                fresh.work(DuckDBConnection::isClosed);
            }
            Private.protect(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw Failures.of(file, failed);
        }
    }

    /** Whether a path is a new file that a process left half made which is no more. */
    private static boolean isLeft(Path file, Path path) {
        String name = String.valueOf(path.getFileName());
        String start = file.getFileName() + ".new";
        if (!name.startsWith(start)) {
            return false;
        }
        String pid = name.substring(start.length()).replaceFirst("[.].*", "");
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static JournalFile open(Path file, boolean write, Consumer<String> talk) {
        ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("journal").daemon().factory());
        try {
            return get(file, thread.submit(() -> {
                DuckDBConnection connection = Holder.waiting(file, talk, () -> connect(file, write));
                try {
                    Format.check(file, connection, write);
                } catch (SQLException | RuntimeException failed) {
                    connection.close();
                    throw failed;
                }
                return new JournalFile(file, thread, connection, write);
            }));
        } catch (RuntimeException failed) {
            thread.shutdown();
            throw failed;
        }
    }

    private static DuckDBConnection connect(Path file, boolean write) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("duckdb.read_only", Boolean.toString(!write));
        settings.setProperty("memory_limit", MEMORY_MIB + "MiB");
        settings.setProperty("threads",
                Integer.toString(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
        settings.setProperty("temp_directory", file.resolveSibling("spill").toString());
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class);
    }

    boolean writes() {
        return writes;
    }

    Path path() {
        return file;
    }

    /** Does something with the file and waits for it. */
    <T> T work(Work<T> work) {
        return await(begin(work));
    }

    /** Begins something that {@link #await} waits for. */
    <T> Future<T> begin(Work<T> work) {
        Callable<T> task = () -> work.with(connection);
        return thread.submit(task);
    }

    /** Waits for what was begun, and throws what went wrong. */
    <T> T await(Future<T> begun) {
        return get(file, begun);
    }

    private static <T> T get(Path file, Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREADABLE, file.toString(), true, "Stopped while " + file
                    + " was in use.");
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case SQLException sql -> throw Failures.of(file, sql);
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    /** Does something in a transaction of its own: all of it, or nothing. */
    static <T> T inTransaction(DuckDBConnection connection, Work<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION");
            try {
                T result = work.with(connection);
                statement.execute("COMMIT");
                return result;
            } catch (SQLException | RuntimeException failed) {
                try {
                    statement.execute("ROLLBACK");
                } catch (SQLException gone) {
                    failed.addSuppressed(gone);
                }
                throw failed;
            }
        }
    }

    /** Runs statements one after another. */
    static void execute(DuckDBConnection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Leaves the file and its log to their owner only. */
    private void protect() {
        try {
            Private.protect(file);
            Path log = file.resolveSibling(String.format(Locale.ROOT, "%s.wal", file.getFileName()));
            if (Files.exists(log)) {
                Private.protect(log);
            }
        } catch (IOException failed) {
            throw Failures.of(file, failed);
        }
    }

    @Override
    public void close() {
        try {
            get(file, thread.submit(() -> {
                connection.close();
                return file;
            }));
        } finally {
            thread.shutdown();
            if (writes) {
                Holder.remove(file);
            }
        }
    }
}
