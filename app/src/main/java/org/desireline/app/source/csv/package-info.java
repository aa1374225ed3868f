/**
 * Tables of any tool: CSV, and JSON Lines of flat objects. What each column says is guessed from the names of the
 * columns and the values in them, shown, and can be edited.
 *
 * <p>Invariants: rows are read one at a time; a guess that fails is a trouble, never a wild one; what somebody said of
 * the columns is gone by or refused, never corrected. Deliberately absent: tables that belong together.
 */
@NullMarked
package org.desireline.app.source.csv;

import org.jspecify.annotations.NullMarked;
