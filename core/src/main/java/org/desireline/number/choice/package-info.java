/**
 * Kernels of choice: what decides which of several things is taken, and which of two wins.
 *
 * <p>Invariants: sums over situations are taken in blocks of a fixed size, in a fixed order, so that one thread and
 * many give the same bits; nothing is estimated that the data do not identify, and where that is so the answer is an
 * empty one. Deliberately absent: random coefficients and nests, which small organisations cannot identify.
 */
@NullMarked
package org.desireline.number.choice;

import org.jspecify.annotations.NullMarked;
