/**
 * Promises and what became of them: kept by the day first given and by the last, moved back and when that was said,
 * withdrawn, or gone quiet.
 *
 * <p>Invariants: a promise counts once, in the window in which its first day lies; what was written down on that day or
 * later is a record and counts in no figure. Deliberately absent: who promised.
 */
@NullMarked
package org.desireline.instrument.commitment;

import org.jspecify.annotations.NullMarked;
