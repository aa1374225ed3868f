/**
 * The journal as an object-centric event log (OCEL 2.0), in JSON, XML and SQLite.
 *
 * <p>Every event is there with all that the journal keeps of it, so that the source {@code ocel} reads the same journal
 * back. People are there only where it is asked for, and then as tokens; without them an item whose owner was named has
 * one that is not known. A file is its owner's only, for its events have exact instants, and it is there whole or not
 * at all.
 */
@NullMarked
package org.desireline.app.ocel;

import org.jspecify.annotations.NullMarked;
