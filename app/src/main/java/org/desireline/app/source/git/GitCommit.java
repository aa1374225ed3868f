package org.desireline.app.source.git;

/**
 * A commit as a repository shows it.
 *
 * @param hash its name, in hexadecimal
 * @param author the author's name, empty where it is not said
 * @param email the author's address, likewise
 * @param authoredMillis when the work was done, as its author's clock had it
 * @param recordedMillis when it came into this history: later where it was rebased, applied or picked
 * @param merge whether it brings histories together
 * @param message subject, body and trailers
 */
record GitCommit(
        String hash, String author, String email, long authoredMillis, long recordedMillis, boolean merge,
        String message) {}
