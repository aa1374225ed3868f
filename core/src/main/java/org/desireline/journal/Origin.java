package org.desireline.journal;

/**
 * Where an event was read, so that every number can be walked back to a page.
 *
 * @param source the kind of source
 * @param versionMillis when the source last changed the record, for choosing between two copies
 * @param pointer the file, and the entry inside it after an exclamation mark
 * @param record the native number of the record inside the pointer, or -1
 */
public record Origin(String source, long versionMillis, String pointer, long record) {

    /** A place as it is shown: the pointer, and the record inside it after a number sign. */
    public static String shown(String pointer, long record) {
        return record < 0 ? pointer : pointer + "#" + record;
    }
}
