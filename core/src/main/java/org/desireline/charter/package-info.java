/**
 * What was declared, or, where nothing was, what is assumed and said to be: calendar, status words, priority order.
 * {@code Declared} is a charter as it was written, {@code CharterCheck} what is wrong with it; {@code Intent} and
 * {@code Membership} are the same resolved into codes.
 *
 * <p>Invariants: everything assumed is marked so and can be edited by the reader; every entry knows its place.
 * Deliberately absent: files and their formats, which live in the application.
 */
@NullMarked
package org.desireline.charter;

import org.jspecify.annotations.NullMarked;
