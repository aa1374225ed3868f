package org.desireline.charter;

/**
 * Where something is written.
 *
 * @param file the file as the reader named it, or its path inside a repository with the commit
 * @param line first line is 1
 * @param column first column is 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, as editors and build logs understand it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
