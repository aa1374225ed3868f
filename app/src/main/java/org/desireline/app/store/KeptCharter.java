package org.desireline.app.store;

/**
 * A version of a charter, as it was written.
 *
 * @param fromDay the ISO day from which it is in force
 * @param name where it came from: a file, or a commit and a file
 * @param sha256 hash of the text
 * @param text the text itself
 */
public record KeptCharter(String fromDay, String name, String sha256, String text) {}
