package org.desireline.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.desireline.journal.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * The folder that remembers between two commands: the secret of the tokens, the guesses, and which exports were looked
 * at. A throw-away workspace keeps nothing.
 */
final class Workspace {

    private static final int SECRET_BYTES = 32;

    private final @Nullable Path folder;

    private Workspace(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The workspace in a folder, created where it is missing. */
    static Workspace in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path ignore = folder.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
            return new Workspace(folder);
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    /** A workspace that keeps nothing. */
    static Workspace throwaway() {
        return new Workspace(null);
    }

    /** Where the guesses stand, or null where nothing is kept. */
    @Nullable Path guesses() {
        return folder == null ? null : folder.resolve("guess.yaml");
    }

    /** Where the guesses stand as they were before the reader's edits, or null where nothing is kept. */
    @Nullable Path lastGuesses() {
        return folder == null ? null : folder.resolve("guess.last");
    }

    /** The secret of the tokens: made on first use, readable by its owner only. */
    byte[] secret() {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        if (folder == null) {
            return fresh;
        }
        Path file = folder.resolve("secret");
        try {
            if (!Files.exists(file)) {
                writePrivately(file, fresh);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length < SECRET_BYTES) {
                throw new SourceException(SourceException.Kind.UNREADABLE, file.toString(), false,
                        file + " is too short to be a secret. Perhaps it was cut off: remove it and run again.");
            }
            return secret;
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    /** The exports looked at so far, in the order of their first look. */
    List<Path> sources() {
        if (folder == null || !Files.exists(folder.resolve("sources"))) {
            return List.of();
        }
        try {
            return Files.readAllLines(folder.resolve("sources")).stream()
                    .filter(line -> !line.isBlank()).map(Path::of).toList();
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    /** Remembers exports; one that is known already is not added again. Gives all that are known now. */
    List<Path> remember(List<Path> more) {
        List<Path> all = new ArrayList<>(sources());
        for (Path path : more) {
            Path absolute = path.toAbsolutePath().normalize();
            if (!all.contains(absolute)) {
                all.add(absolute);
            }
        }
        if (folder != null && !more.isEmpty()) {
            try {
                String lines = String.join("\n", all.stream().map(Path::toString).toList()) + "\n";
                writePrivately(folder.resolve("sources"), lines.getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw unwritable(folder, failed);
            }
        }
        return all;
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    static void writePrivately(Path file, byte[] content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        boolean posix = Files.getFileStore(parent == null ? file : parent).supportsFileAttributeView("posix");
        Path part = posix
                ? Files.createTempFile(parent, ".part", "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(parent, ".part", "");
        Files.write(part, content);
        Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static SourceException unwritable(Path folder, IOException failed) {
        return new SourceException(SourceException.Kind.UNREADABLE, folder.toString(), true,
                "The workspace " + folder + " cannot be used (" + failed.getMessage()
                        + "). Perhaps name another with --home, or keep nothing with --throwaway.");
    }
}
