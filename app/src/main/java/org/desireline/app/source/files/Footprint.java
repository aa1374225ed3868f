package org.desireline.app.source.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.desireline.app.git.GitFolder;

/**
 * What tells cheaply whether a file, a folder or a repository is the one that was read before.
 *
 * @param bytes its size, or that of all files in it
 * @param newestMillis when it, or the newest file in it, was last written
 * @param stamp a hash of the names, sizes and times of all files; empty where there is nothing
 */
public record Footprint(long bytes, long newestMillis, String stamp) {

    private static final int BUFFER = 1 << 16;
    private static final long EARLIEST_FILE_TIME = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long GRACE_MILLIS = 2L * 24 * 3_600_000;
    /** What says in a repository which commits it holds; the rest follows from them. */
    private static final List<String> BRANCHES = List.of("HEAD", "packed-refs", "refs", "reftable", "shallow");

    /** The footprint of what lies at a path; nothing there, or nothing that can be seen, leaves none. */
    public static Footprint of(Path path) {
        MessageDigest digest = sha256();
        Path base = base(path);
        long bytes = 0;
        long newest = 0;
        try {
            for (Path file : files(base)) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                long written = attributes.lastModifiedTime().toMillis();
                bytes += attributes.size();
                newest = Math.max(newest, written);
                text(digest, base.relativize(file) + "\n" + attributes.size() + "\n" + written + "\n");
            }
        } catch (IOException | java.io.UncheckedIOException unseen) {
            return new Footprint(0, 0, "");
        }
        return new Footprint(bytes, newest, HexFormat.of().formatHex(digest.digest()));
    }

    /** A hash of the names and contents of all files at a path; empty where they cannot be read. */
    public static String content(Path path) {
        MessageDigest digest = sha256();
        Path base = base(path);
        byte[] buffer = new byte[BUFFER];
        try {
            for (Path file : files(base)) {
                text(digest, base.relativize(file) + "\n" + Files.size(file) + "\n");
                try (InputStream in = Files.newInputStream(file)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        digest.update(buffer, 0, n);
                    }
                }
            }
        } catch (IOException | java.io.UncheckedIOException unread) {
            return "";
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** An event later than this, by the time of the newest file, cannot be true; {@code Long.MAX_VALUE} if untold. */
    public long latestPlausibleMillis() {
        return latestPlausibleMillis(newestMillis);
    }

    /** The same of a file that was last written at an instant. */
    static long latestPlausibleMillis(long writtenMillis) {
        return writtenMillis < EARLIEST_FILE_TIME ? Long.MAX_VALUE : writtenMillis + GRACE_MILLIS;
    }

    /** Where the files lie that are looked at: of a repository those that name its branches. */
    private static Path base(Path path) {
        Path repository = GitFolder.at(path);
        return repository == null ? path : GitFolder.common(repository);
    }

    private static List<Path> files(Path base) throws IOException {
        List<Path> roots = GitFolder.at(base) == null ? List.of(base)
                : BRANCHES.stream().map(base::resolve).filter(Files::exists).toList();
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        files.sort(Comparator.comparing(file -> base.relativize(file).toString()));
        return files;
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
