/**
 * Whether everybody is busy, beside whether all pull the same way: activity team by team, and what two teams start
 * first where they had the same to choose between.
 *
 * <p>Invariants: activity is never averaged over teams; a pair of priorities counts as decided in a team only where its
 * people, and not one of them, decide it. Deliberately absent: which of two teams is right; whether anybody ought to be
 * busier.
 */
@NullMarked
package org.desireline.instrument.coherence;

import org.jspecify.annotations.NullMarked;
