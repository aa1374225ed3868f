/**
 * The choice model: what decides which work is taken up.
 *
 * <p>Invariants: an attribute is what was known of an item an instant before; families of choices are never mixed; the
 * order of parts moves no figure; what could not be told apart is named as one and not told apart. Deliberately absent:
 * any coefficient of a person, and models of people's differences in taste: an average with its flag instead.
 */
@NullMarked
package org.desireline.instrument.choice;

import org.jspecify.annotations.NullMarked;
