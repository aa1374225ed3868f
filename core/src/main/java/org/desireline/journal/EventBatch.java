package org.desireline.journal;

/**
 * Columns of consecutive events, ordered by (item, instant, id).
 *
 * <p>Row i has item {@code item[i]}, and the attributes {@code attributeStart[i]} to {@code attributeStart[i + 1]} of
 * {@code attributeName} and {@code attributeValue}, which are text codes; links likewise, with targets that are item or
 * actor numbers by their qualifier. 62 bytes a row, 8 an attribute, 8 a link.
 *
 * @param size number of rows
 * @param item item number
 * @param atMillis instant
 * @param verb ordinal of {@link Verb}
 * @param actor actor number, or -1
 * @param idHigh upper half of the id
 * @param idLow lower half of the id
 * @param pointer text code of the origin's pointer
 * @param record native record number
 * @param versionMillis origin's version
 * @param attributeStart offsets, one more than rows
 * @param attributeName text codes
 * @param attributeValue text codes
 * @param linkStart offsets, one more than rows
 * @param linkQualifier text codes
 * @param linkTarget item number for item links (-1 when the item is not in the journal), else actor number
 */
public record EventBatch(
        int size,
        int[] item,
        long[] atMillis,
        byte[] verb,
        int[] actor,
        long[] idHigh,
        long[] idLow,
        int[] pointer,
        long[] record,
        long[] versionMillis,
        int[] attributeStart,
        int[] attributeName,
        int[] attributeValue,
        int[] linkStart,
        int[] linkQualifier,
        int[] linkTarget) {

    /** The verb of a row. */
    public Verb verbAt(int row) {
        return Verb.of(verb[row]);
    }
}
