/**
 * Whether what was declared still holds: limits that figures are to keep.
 *
 * <p>Invariants: a gate is judged on published figures only, and on the whole of what a figure may be, its interval
 * and its range under other settings; where that does not lie on one side of the limit, nothing is claimed.
 * Deliberately absent: the wall clock, any score over several gates, and a way to judge a gate in another window than
 * its own.
 */
@NullMarked
package org.desireline.watch;

import org.jspecify.annotations.NullMarked;
