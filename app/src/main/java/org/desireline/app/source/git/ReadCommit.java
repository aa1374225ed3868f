package org.desireline.app.source.git;

import java.util.List;

/**
 * What is kept of a commit while a history is read: people as the repository calls them now, of the message what it
 * names.
 *
 * @param hash its name
 * @param parents the names of its parents
 * @param author who wrote it
 * @param authorEmail the address that the author goes by
 * @param committer who brought it in; nobody where that is the author, or a server
 * @param authoredMillis when it was written
 * @param recordedMillis when it came in
 * @param offset the author's offset, empty where it is not said
 * @param message what the message names
 * @param authors who wrote it besides, each once
 * @param reviewers others who let it pass, each once
 * @param paths the files it changes, sorted, up to a number
 * @param wrong what is wrong with its time; null where nothing is
 */
record ReadCommit(
        String hash, List<String> parents, Person author, String authorEmail, Person committer, long authoredMillis,
        long recordedMillis, String offset, Message message, List<Person> authors, List<Person> reviewers,
        List<String> paths, Wrong wrong) {

    /** What may be wrong with a time. */
    enum Wrong {
        NOTHING, EARLY, LATE
    }

    ReadCommit {
        parents = List.copyOf(parents);
        authors = List.copyOf(authors);
        reviewers = List.copyOf(reviewers);
        paths = List.copyOf(paths);
    }

    /** Whether it brings histories together. */
    boolean isMerge() {
        return parents.size() > 1;
    }
}
