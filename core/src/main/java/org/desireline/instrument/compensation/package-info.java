/**
 * What keeps an organisation going that its structure does not provide for: work outside the calendar, and work in
 * areas by those who do not own them.
 *
 * <p>Invariants: an hour that is not dated within its day counts on neither side; how few people make it up is told in
 * bands. Deliberately absent: items as evidence of work outside the calendar, for with the tracker beside it an item
 * would tell whose evening it was; any word on whether somebody ought to have stopped.
 */
@NullMarked
package org.desireline.instrument.compensation;

import org.jspecify.annotations.NullMarked;
