/**
 * How changes to a repository come in: how long until somebody else reviews them, how long until they are merged, and
 * how many come in without a review.
 *
 * <p>Invariants: a change counts once, in the window in which it was merged; whoever proposed it is no reviewer of it.
 * Deliberately absent: who reviews.
 */
@NullMarked
package org.desireline.instrument.review;

import org.jspecify.annotations.NullMarked;
