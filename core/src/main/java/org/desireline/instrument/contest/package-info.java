/**
 * Contests at their first level: when work of different classes lay ready on the same desk, which was started.
 *
 * <p>Invariants: a choice is counted once for the order and once for each pair of classes that met; what is on a menu
 * is decided by stated rules, and the answer under other rules is shown beside it. Deliberately absent at this level:
 * a choice model.
 */
@NullMarked
package org.desireline.instrument.contest;

import org.jspecify.annotations.NullMarked;
