/**
 * Instants as UTC milliseconds, half-open spans, working calendars and reporting windows.
 *
 * <p>Invariants: every length is an exact {@code long}; a span is {@code [from, to)}; no rule adds 24 hours to cross a
 * day. Deliberately absent: the wall clock and the default zone.
 */
@NullMarked
package org.desireline.time;

import org.jspecify.annotations.NullMarked;
