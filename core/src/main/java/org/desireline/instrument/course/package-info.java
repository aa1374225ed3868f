/**
 * How the hours of all work went from week to week, by the party that was awaited.
 *
 * <p>Invariant: the weeks of a party add up to its hours in the window, recorded work counted as its owner's.
 */
@NullMarked
package org.desireline.instrument.course;

import org.jspecify.annotations.NullMarked;
