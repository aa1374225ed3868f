package org.desireline.app.git;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks for git without loading anything of git. */
public final class GitFolder {

    private static final String POINTS_TO = "gitdir:";
    /** Longer than any path: a larger file {@code .git} is something else. */
    private static final long MOST_BYTES = 1 << 16;

    private GitFolder() {}

    /** The folder or file {@code .git} of the work tree that a file lies in, or null. */
    public static @Nullable Path of(Path file) {
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

    /**
     * The folder of the repository that a path itself is, or null: a work tree, the folder {@code .git} of one, or a
     * bare repository. A folder further down in a work tree is no repository.
     */
    public static @Nullable Path at(Path path) {
        Path here = path.toAbsolutePath().normalize();
        if (isRepository(here)) {
            return here;
        }
        Path git = here.resolve(".git");
        return isRepository(git) ? git : pointedTo(git, POINTS_TO);
    }

    /** Whether a path is meant as a repository, be it whole or broken. */
    public static boolean isAt(Path path) {
        return Files.exists(path.resolve(".git")) || isRepository(path);
    }

    /** What people call the repository at a path: the name of its folder. */
    public static String shown(Path path) {
        Path here = path.toAbsolutePath().normalize();
        Path parent = here.getParent();
        if (here.endsWith(".git") && parent != null) {
            here = parent;
        }
        Path last = here.getFileName();
        return last == null ? File.separator : last.toString().replaceFirst("(?<=.)[.]git$", "");
    }

    /** The folder that holds the branches, which linked work trees share. */
    public static Path common(Path repository) {
        Path common = pointedTo(repository.resolve("commondir"), "");
        return common == null ? repository : common;
    }

    private static boolean isRepository(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD")) && (Files.isDirectory(folder.resolve("objects"))
                || Files.isRegularFile(folder.resolve("commondir")));
    }

    /** The folder that a small file names after a word, or null. */
    private static @Nullable Path pointedTo(Path file, String after) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return null;
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            return text.startsWith(after) ? file.resolveSibling(text.substring(after.length()).strip()).normalize()
                    : null;
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
    }
}
