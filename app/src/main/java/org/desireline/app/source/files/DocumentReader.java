package org.desireline.app.source.files;

import java.io.IOException;
import java.io.InputStream;

/** Reads documents of one kind into events; made anew for every import. */
public interface DocumentReader {

    /** Short lower-case name, such as {@code jira}; the ids of its items and its accounts begin with it. */
    String name();

    /** What it reads, as said where nothing was understood. */
    String reads();

    /**
     * Whether a document is of its kind. Readers are asked in the order of the catalogue, and the first that says so
     * gets it.
     */
    boolean understands(Beginning beginning);

    /**
     * Reads a document of its kind.
     *
     * @param in its bytes from the first on, buffered; whoever called closes it
     * @return how many records it held: issues, cases, rows; those that could not be used are troubles
     */
    long read(Document document, InputStream in) throws IOException;

    /** Hands on what had to wait for the last document. */
    void finish();
}
