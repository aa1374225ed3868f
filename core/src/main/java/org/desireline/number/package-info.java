/**
 * Numbers that may be shown: estimates with an interval, a sample size and a grade, and the exact sums behind them.
 *
 * <p>Invariants: tallies hold longs or {@link org.desireline.number.ExactSum}, so that any split and order gives the
 * same bits; doubles appear only when a tally is closed. Deliberately absent: bare doubles as results, and scores.
 */
@NullMarked
package org.desireline.number;

import org.jspecify.annotations.NullMarked;
