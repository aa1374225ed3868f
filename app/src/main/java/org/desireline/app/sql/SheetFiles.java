package org.desireline.app.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.desireline.app.store.Private;
import org.desireline.journal.SourceException;

/** The journal and the ledger of a run, in files. */
public final class SheetFiles {

    /** In what form. */
    public enum Format {
        /** Comma-separated values. */
        CSV,
        /** Columns, packed; read by most tools for tables. */
        PARQUET;

        private String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What to write.
     *
     * @param folder where to
     * @param format in what form
     * @param journal the events
     * @param ledger items, stretches and lines
     * @param withActorIds in the events, also tokens of actors and exact instants
     * @param force whether files that are there may be replaced
     */
    public record Wish(
            Path folder, Format format, boolean journal, boolean ledger, boolean withActorIds, boolean force) {

        public Wish {
            if (withActorIds && !journal) {
                throw new BadInput("--with-actor-ids says more of the journal, which is not exported. Perhaps add"
                        + " --journal.");
            }
        }
    }

    /**
     * A file that was written.
     *
     * @param file where
     * @param rows how many rows it holds
     */
    public record Written(Path file, long rows) {}

    private static final String MEMORY = "1024MiB";

    private SheetFiles() {}

    /** Writes. */
    public static List<Written> write(Analysis analysis, Wish wish) {
        List<Sheet> sheets = new ArrayList<>();
        if (wish.journal()) {
            sheets.add(Events.of(analysis, wish.withActorIds()));
        }
        if (wish.ledger()) {
            Views.of(analysis).stream().filter(sheet -> !sheet.name().equals("troubles")).forEach(sheets::add);
        }
        for (Sheet sheet : sheets) {
            Path file = file(wish, sheet);
            if (Files.exists(file) && !wish.force()) {
                throw new BadInput(file + " is there already. Perhaps name another folder, or replace it with"
                        + " --force.");
            }
        }
        try {
            Files.createDirectories(wish.folder());
            Path part = Files.createTempDirectory(wish.folder(), ".part");
            try {
                List<Written> written = new ArrayList<>();
                for (Sheet sheet : sheets) {
                    written.add(write(sheet, wish, part));
                }
                return written;
            } finally {
                remove(part);
            }
        } catch (IOException failed) {
            throw new SourceException(SourceException.Kind.UNREADABLE, wish.folder().toString(), true, "The export"
                    + " cannot be written to " + wish.folder() + " (" + failed.getMessage()
                    + "). Perhaps name another folder, or free some space.");
        }
    }

    private static Path file(Wish wish, Sheet sheet) {
        return wish.folder().resolve(sheet.name() + wish.format().ending());
    }

    private static Written write(Sheet sheet, Wish wish, Path part) throws IOException {
        long[] rows = {0};
        Sheet counted = new Sheet(sheet.name(), sheet.columns(), sink -> sheet.rows().each(row -> {
            rows[0]++;
            sink.row(row);
        }));
        Path file = part.resolve(sheet.name());
        switch (wish.format()) {
            case CSV -> {
                Files.createFile(file);
                Private.protect(file);
                Csv.write(counted, file);
            }
            case PARQUET -> parquet(counted, file, part);
        }
        if (wish.withActorIds()) {
            Private.protect(file);
        } else {
            share(file);
        }
        Files.move(file, file(wish, sheet), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Written(file(wish, sheet), rows[0]);
    }

    /** What is meant to be passed on has the permissions that any new file has here. */
    private static void share(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Path any = Files.createFile(file.resolveSibling("any"));
            Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(any));
            Files.delete(any);
        }
    }

    private static void parquet(Sheet sheet, Path file, Path part) throws IOException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("export").daemon().factory())) {
            thread.submit(() -> {
                try (Database database = Database.open(MEMORY, part.resolve("spill").toString())) {
                    database.fill(sheet);
                    database.execute("COPY " + sheet.name() + " TO '" + file.toString().replace("'", "''")
                            + "' (FORMAT parquet, COMPRESSION zstd)");
                }
                return file;
            }).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case SQLException sql -> throw new IOException(
                        String.valueOf(sql.getMessage()).lines().findFirst().orElse(""), sql);
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
