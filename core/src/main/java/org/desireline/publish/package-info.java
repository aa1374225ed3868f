/**
 * The only door out: what may be shown, and what is withheld and why.
 *
 * <p>Invariants: a line about what people did rests on five of them at least, none above half; a line about structure
 * on five items and a population of five; a cell that subtraction would bare is withheld too; a withheld line stays,
 * with the reason in place of its figure. Nothing to the right accepts anything but {@link
 * org.desireline.publish.Published} and {@link org.desireline.publish.ItemPage}. Deliberately absent: any way to
 * switch this off.
 */
@NullMarked
package org.desireline.publish;

import org.jspecify.annotations.NullMarked;
