package org.desireline.app.charterfile;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks for git without loading anything of git. */
final class GitFolder {

    private GitFolder() {}

    /** The folder or file {@code .git} of the work tree that a file lies in, or null. */
    static @Nullable Path of(Path file) {
        Path at = file.toAbsolutePath().normalize().getParent();
        while (at != null) {
            Path git = at.resolve(".git");
            if (Files.isRegularFile(git) || Files.exists(git.resolve("HEAD"))) {
                return git;
            }
            at = at.getParent();
        }
        return null;
    }
}
