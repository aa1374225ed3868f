package org.desireline.app.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, where the file system knows such a thing; written whole or not at all. */
public final class Private {

    private static final String OWNER_ONLY = "rw-------";

    private Private() {}

    /** Writes a file in place of the one that may be there. */
    public static void write(Path file, byte[] content) throws IOException {
        Files.move(part(file, content), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a file unless one is there: of two processes at once, one wins. */
    static void writeOnce(Path file, byte[] content) throws IOException {
        Path part = part(file, content);
        try {
            Files.createLink(file, part);
        } catch (UnsupportedOperationException | FileAlreadyExistsException otherwise) {
            if (!Files.exists(file)) {
                Files.move(part, file);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Leaves a file that is there to its owner only. */
    public static void protect(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }

    /** Makes a folder, and the ones above it; a new one is its owner's only. */
    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Path part(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = isPosix(folder == null ? file : folder);
        Path part = posix
                ? Files.createTempFile(folder, ".part", "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))
                : Files.createTempFile(folder, ".part", "");
        try {
            Files.write(part, content);
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
        return part;
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
