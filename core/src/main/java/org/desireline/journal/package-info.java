/**
 * The append-only, object-centric event log: what sources deliver and what everything else reads.
 *
 * <p>{@link org.desireline.journal.Event} is the sources' shape only; the {@link org.desireline.journal.Journal} port
 * delivers primitive columns ordered by (item, instant, id). Invariants: an event's id is derived from its origin and
 * native id, so appending twice changes nothing; of two events with one id the higher origin version stays, then the
 * larger content hash, never the later import. Deliberately absent: names of people (an actor is an opaque token) and
 * free text.
 */
@NullMarked
package org.desireline.journal;

import org.jspecify.annotations.NullMarked;
