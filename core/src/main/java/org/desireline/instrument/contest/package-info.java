/**
 * Contests: when work of different classes lay ready on the same desk, which was started, what classes are worth to
 * whoever starts work, and whether declared tradeoff rules were kept.
 *
 * <p>Invariants: a choice is counted once for the order and once for each pair of classes that met; families of choices
 * are never mixed; what is on a menu is decided by stated rules, and the answer under other rules is shown beside it;
 * what has no finite estimate is drawn but never tested. Deliberately absent: why something was chosen, which is the
 * choice model's question.
 */
@NullMarked
package org.desireline.instrument.contest;

import org.jspecify.annotations.NullMarked;
