/**
 * Whether the charters that teams have of their own say what the organisation's charter says.
 *
 * <p>Invariants: counts only, exact, of what was written; each difference stands there with its places. Deliberately
 * absent: any sum of the kinds of differences, and what anybody does about them.
 */
@NullMarked
package org.desireline.instrument.intent;

import org.jspecify.annotations.NullMarked;
