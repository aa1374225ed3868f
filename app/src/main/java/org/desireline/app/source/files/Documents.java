package org.desireline.app.source.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;

/**
 * Walks a path and delivers every document under it: the file itself, the files of a folder, the entries of a zip, each
 * unpacked if it is gzip.
 */
public final class Documents {

    /** A document may unpack to this many bytes. */
    static final long MOST_BYTES = 1L << 30;

    /** A document that has grown past {@link #FREE_BYTES} may be at most this many times its packed size. */
    private static final long MOST_GROWTH = 200;

    private static final long FREE_BYTES = 16L << 20;
    private static final int MOST_ENTRIES = 2_000_000;

    private final Consumer<Document> sink;
    private final Consumer<Trouble> troubles;

    private Documents(Consumer<Document> sink, Consumer<Trouble> troubles) {
        this.sink = sink;
        this.troubles = troubles;
    }

    /**
     * Delivers the documents under a path.
     *
     * @throws SourceException when the path itself cannot be read
     */
    public static void read(Path path, Consumer<Document> sink, Consumer<Trouble> troubles) {
        Documents documents = new Documents(sink, troubles);
        if (!Files.exists(path)) {
            throw new SourceException(SourceException.Kind.MISSING, path.toString(), false,
                    "There is no file or folder " + path
                            + ". Perhaps the name is misspelt, or the current folder is another"
                            + " one.");
        }
        try {
            if (Files.isDirectory(path)) {
                documents.folder(path);
            } else {
                documents.file(path, name(path));
            }
        } catch (ZipException broken) {
            throw new SourceException(SourceException.Kind.UNREADABLE, path.toString(), true, broken(path, broken));
        } catch (IOException failed) {
            throw new SourceException(SourceException.Kind.UNREADABLE, path.toString(), true,
                    path + " cannot be read: " + reason(failed) + ".");
        }
    }

    private static String broken(Path path, Exception cause) {
        return path + " is not a whole zip archive (" + reason(cause)
                + "). Perhaps the download was cut off: fetch it again.";
    }

    private static String reason(Exception failed) {
        String message = failed.getMessage();
        return failed instanceof NoSuchFileException ? "it is gone" : message == null ? failed.toString() : message;
    }

    private static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private void folder(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile).filter(file -> !hidden(folder, file)).forEach(files::add);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        files.sort(Comparator.comparing(file -> folder.relativize(file).toString()));
        if (files.isEmpty()) {
            throw new SourceException(SourceException.Kind.NOT_UNDERSTOOD, folder.toString(), false,
                    "The folder " + folder + " holds no file. Perhaps the export went to another folder.");
        }
        String root = name(folder);
        for (Path file : files) {
            String pointer = root + "/" + folder.relativize(file);
            try {
                file(file, pointer);
            } catch (ZipException broken) {
                troubles.accept(new Trouble(Severity.ERROR, pointer, "not a whole zip archive; left out", 1));
            } catch (IOException failed) {
                troubles.accept(new Trouble(Severity.ERROR, pointer, "cannot be read (" + reason(failed)
                        + "); left out", 1));
            }
        }
    }

    private static boolean hidden(Path root, Path file) {
        for (Path part : root.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void file(Path file, String pointer) throws IOException {
        long newest = Footprint.latestPlausibleMillis(Files.getLastModifiedTime(file).toMillis());
        String lower = pointer.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            zip(file, pointer, newest);
            return;
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            deliver(pointer, newest, raw, Files.size(file));
        }
    }

    private void zip(Path file, String pointer, long newest) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new ZipException("it has " + zip.size() + " entries");
            }
            List<ZipEntry> entries = new ArrayList<>(zip.stream().filter(entry -> !entry.isDirectory()).toList());
            entries.sort(Comparator.comparing(ZipEntry::getName));
            if (entries.isEmpty()) {
                troubles.accept(new Trouble(Severity.ERROR, pointer, "the archive is empty", 1));
            }
            for (ZipEntry entry : entries) {
                entry(zip, entry, pointer + "!" + entry.getName(), newest);
            }
        }
    }

    private void entry(ZipFile zip, ZipEntry entry, String pointer, long newest) {
        String name = entry.getName();
        if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
            troubles.accept(new Trouble(Severity.ERROR, pointer,
                    "the entry's name points outside the archive; left out", 1));
            return;
        }
        if (name.startsWith("__MACOSX/")) {
            return;
        }
        try (InputStream raw = new BufferedInputStream(zip.getInputStream(entry))) {
            deliver(pointer, newest, raw, entry.getCompressedSize());
        } catch (IOException failed) {
            troubles.accept(new Trouble(Severity.ERROR, pointer, "cannot be unpacked (" + reason(failed)
                    + "); left out", 1));
        }
    }

    private void deliver(String pointer, long newest, InputStream raw, long packed) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        InputStream content;
        try {
            content = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
        } catch (EOFException cut) {
            throw new IOException("the gzip data are cut off", cut);
        }
        sink.accept(new Document(pointer, newest, new Bounded(content, Math.max(packed, 0))));
    }

    /** Stops a stream that unpacks to more than any export would. */
    private static final class Bounded extends FilterInputStream {

        private final long packed;
        private long count;

        Bounded(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            counted(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            counted(Math.max(0, n));
            return n;
        }

        private void counted(int n) throws IOException {
            count += n;
            if (count > MOST_BYTES || (count > FREE_BYTES && count > packed * MOST_GROWTH)) {
                throw new TooLarge(count);
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** A document unpacks to more than any export would. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(long bytes) {
            super("it unpacks to more than " + (bytes >> 20) + " MiB, far more than its packed size allows for");
        }
    }
}
