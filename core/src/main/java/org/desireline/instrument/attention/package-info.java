/**
 * What got attention, week after week, beside what came in for it, and what each class of work was made to pass.
 *
 * <p>Invariants: the shares of the classes of a dimension add up to one; a week counts once, however much happened in
 * it; whom a figure rests on is known of every figure. Deliberately absent: any claim that attention ought to be
 * spread otherwise where no share of it was declared, and anything about one person's week.
 */
@NullMarked
package org.desireline.instrument.attention;

import org.jspecify.annotations.NullMarked;
