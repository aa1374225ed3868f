/**
 * Parts: the grains in which instruments receive what happened, and the assembler that makes them.
 *
 * <p>Three passes: {@link org.desireline.part.Profile} (mergeable counts, from which words and calendars are guessed),
 * timelines (what each actor had on the desk, package-private), parts ({@link org.desireline.part.Trace}, {@link
 * org.desireline.part.Choice}, {@link org.desireline.part.Promise}, {@link org.desireline.part.Decision}, the
 * weeks). The assembler holds the only cross-item joins of the product. Invariants, asserted on every run by {@link
 * org.desireline.part.Laws}: the stretches of an item add up to its life; hours posted equal the stock of items
 * integrated over time; work counted by item equals work counted by actor. Deliberately absent: any way for an
 * instrument to see an actor's timeline.
 */
@NullMarked
package org.desireline.part;

import org.jspecify.annotations.NullMarked;
