/**
 * Invented organisations, lived through from a seed, so that what the instruments say can be held against what was
 * planted.
 *
 * <p>Invariants: a world is a function of its arguments and of nothing else; every random number is addressed by what
 * it decides (see {@link org.desireline.number.Keyed}), so two worlds that differ in one habit share everything that
 * the habit does not touch; changes of an item are in order of time. Deliberately absent: trackers and their file
 * formats, and every rule by which the instruments rebuild menus or hours, for a generator that shared those rules
 * could only agree with them.
 */
@NullMarked
package org.desireline.world;

import org.jspecify.annotations.NullMarked;
