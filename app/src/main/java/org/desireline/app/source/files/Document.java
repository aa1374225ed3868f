package org.desireline.app.source.files;

import java.io.InputStream;

/**
 * A file or an archive entry to be read.
 *
 * @param pointer its name as shown: the file, and the entry after an exclamation mark
 * @param newestMillis no event in it can be later than this, by the file's own time; {@code Long.MAX_VALUE} if untold
 * @param content its unpacked bytes, to be closed by the reader
 */
public record Document(String pointer, long newestMillis, InputStream content) {}
