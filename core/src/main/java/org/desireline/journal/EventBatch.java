package org.desireline.journal;

/**
 * Columns of consecutive events, ordered by (item, instant, id). Ids and versions have done their work by then: they
 * chose and ordered the rows, and stand in no column.
 *
 * <p>Row i has item {@code item[i]}, and the attributes {@code attributeStart[i]} to {@code attributeStart[i + 1]} of
 * {@code attributeName} and {@code attributeValue}, which are text codes; links likewise, with targets that are item or
 * actor numbers by their qualifier. 38 bytes a row, 8 an attribute, 8 a link.
 *
 * @param size number of rows
 * @param item item number
 * @param atMillis instant
 * @param verb ordinal of {@link Verb}
 * @param actor actor number, or -1
 * @param pointer text code of the origin's pointer
 * @param record native record number
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
        int[] pointer,
        long[] record,
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
