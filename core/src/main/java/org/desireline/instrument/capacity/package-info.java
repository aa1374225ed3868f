/**
 * Whether each part of the organisation gets done as much as comes to it, by the growth of what lies there.
 *
 * <p>Invariants: what came is what was finished and what was added to the stock; a part that is not judged stands there
 * with the reason. Deliberately absent: hours of capacity and forecasts, for which a declared capacity would be needed.
 */
@NullMarked
package org.desireline.instrument.capacity;

import org.jspecify.annotations.NullMarked;
