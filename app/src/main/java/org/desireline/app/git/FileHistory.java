package org.desireline.app.git;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Wants the history of some of the files of a repository, and is told it once all commits were read. */
public interface FileHistory {

    /** Wants no file. */
    FileHistory NONE = new FileHistory() {
        @Override
        public boolean wants(String path) {
            return false;
        }

        @Override
        public void read(Told told) {
            throw new IllegalStateException("No file was asked for, and one is told: " + told.versions().size());
        }

        @Override
        public void finish() {
            // There was nothing to keep.
        }
    };

    /** Whether the versions of a file are asked for. */
    boolean wants(String path);

    /** Hears of them, while what they held can be asked for; not called where there is none. */
    void read(Told told);

    /** Hands on what came of them. */
    void finish();

    /**
     * What is told.
     *
     * @param repository its name as shown
     * @param root the first commit of its main line: what the repository is known by in every clone
     * @param versions those that came to the main line, in the order in which they were committed: by the time of the
     *     committer, what builds on another after it
     * @param texts gives what a file held by the name of that; null where it is not there; empty where it is too large
     */
    record Told(String repository, String root, List<Version> versions, Function<String, @Nullable String> texts) {

        public Told {
            versions = List.copyOf(versions);
        }
    }

    /**
     * A file as a commit left it.
     *
     * @param path its path, from the top of the repository
     * @param before the name of what it held in the first parent of the commit; zeros where it was not there
     * @param now the name of what it holds; zeros where it is gone
     * @param commit the name of the commit
     * @param atMillis when that was committed
     * @param account who wrote it, with the source before a colon; empty where that is nobody
     * @param called what they are called, empty where that is not said
     */
    record Version(
            String path, String before, String now, String commit, long atMillis, String account, String called) {

        private static boolean isThere(String blob) {
            return !blob.isEmpty() && blob.chars().anyMatch(c -> c != '0');
        }

        /** Whether the file was there before. */
        public boolean wasThere() {
            return isThere(before);
        }

        /** Whether the file is there now. */
        public boolean isThere() {
            return isThere(now);
        }
    }
}
