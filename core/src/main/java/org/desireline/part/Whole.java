package org.desireline.part;

/**
 * What a table tells of a promise of a whole, such as a sprint.
 *
 * @param difference sign of what was delivered less what was planned: below 0, less; 0, as planned; above 0, more
 * @param shortfall thousandths by which less was delivered than planned, 0 where it was not
 * @param isTold whether any row tells how much was delivered
 * @param isDated whether it is known by when it was due
 * @param parts of how many parts it is, 0 where nothing tells
 * @param people how many people were at it, 0 where nothing tells
 * @param again how often it was told another time; the first counts
 */
public record Whole(
        int difference, long shortfall, boolean isTold, boolean isDated, long parts, long people, int again) {

    /** Nothing told yet. */
    static final Whole NONE = new Whole(0, 0, false, false, 0, 0, 0);
}
