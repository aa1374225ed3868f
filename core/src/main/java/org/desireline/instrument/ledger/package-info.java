/**
 * The delay ledger at its first level: every hour of every item's life, posted to the party that was awaited.
 *
 * <p>Invariants: one posting an instant, so accounts add up to elapsed time; off-hours, parked time and closed gaps
 * have accounts of their own. Deliberately absent at this level: what the owner was doing meanwhile.
 */
@NullMarked
package org.desireline.instrument.ledger;

import org.jspecify.annotations.NullMarked;
