/**
 * Organisations whose problem is known because it was put there: simulated piece of work by piece of work, so that the
 * true account of every hour can be written down beside what a tracker would have kept of it.
 *
 * <p>Invariants: an organisation is a function of its plan and seed; the truth is read off the simulation's own state
 * and never off the record; what is recorded is chosen afterwards ({@link org.desireline.world.planted.Tier},
 * {@link org.desireline.world.planted.Flaws}), so that one life can be looked at through traces of every quality.
 * People here know things that no record tells: what they cannot start, when they are away, what took their attention
 * beside the items. What they choose from, and by what weights, is kept beside it
 * ({@link org.desireline.world.planted.Choices}); an organisation may be of any size
 * ({@link org.desireline.world.planted.Layout}). Deliberately absent: every class by which the instruments rebuild
 * hours or menus.
 *
 * <p>Source of the parameters: METHODS, the generator of planted truth.
 */
@NullMarked
package org.desireline.world.planted;

import org.jspecify.annotations.NullMarked;
