/**
 * What was declared, or, where nothing was, what is assumed and said to be: calendar, status words, priority order.
 *
 * <p>Invariants: everything assumed is marked so and can be edited by the reader. Deliberately absent: files and their
 * formats, which live in the application.
 */
@NullMarked
package org.desireline.charter;

import org.jspecify.annotations.NullMarked;
