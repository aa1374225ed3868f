/**
 * The map of what is easy and what is hard: how long work waits for each hour that is worked on it, path by path, and
 * where the important work of one part of the organisation waits for somebody more than that of the others.
 *
 * <p>Invariants: the resistance of a path is the sum of those of its accounts; an hour counts in one account of one
 * path; every claim is held against all others made at once. Deliberately absent: a figure for the organisation as a
 * whole, and any ranking of parts by how much they did.
 */
@NullMarked
package org.desireline.instrument.resistance;

import org.jspecify.annotations.NullMarked;
