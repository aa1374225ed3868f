package org.desireline.app.source.git;

import java.util.List;

/**
 * A commit as a repository shows it.
 *
 * @param hash its name, in hexadecimal
 * @param parents the names of its parents, the first of them first
 * @param author who wrote it, and when: the day of the work
 * @param committer who brought it into this history, and when: later where it was rebased, applied or picked
 * @param message subject, body and trailers
 * @param changes files that differ from its first parent, or that it begins with; none of a merge, as {@code git log}
 *     has it
 */
record GitCommit(
        String hash, List<String> parents, GitIdent author, GitIdent committer, String message,
        List<Change> changes) {

    GitCommit {
        parents = List.copyOf(parents);
        changes = List.copyOf(changes);
    }

    /**
     * A file that differs.
     *
     * @param path its path, from the top of the repository
     * @param before the name of what it held before, in hexadecimal; zeros where it was not there
     * @param blob the name of what it holds now, in hexadecimal; zeros where it is gone
     */
    record Change(String path, String before, String blob) {}

    /** Whether it brings histories together. */
    boolean isMerge() {
        return parents.size() > 1;
    }

    /** The same with the parents that it names, and no changes: a shallow clone ends here, and shows whole trees. */
    GitCommit atTheEnd(List<String> named) {
        return new GitCommit(hash, named, author, committer, message, List.of());
    }
}
