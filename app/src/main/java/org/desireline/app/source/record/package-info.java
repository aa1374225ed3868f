/**
 * Text records kept in a git repository, such as proposals, decisions and goals, followed through the history of their
 * files: items, and what was promised of them by which day.
 *
 * <p>A {@code Mapping} says which files are records and what their fields mean; {@code MappingText} reads one, {@code
 * Mappings} holds those in force. {@code Form} and the readers it names make a text into {@code Fields}; {@code State}
 * is what a mapping finds in them; {@code RecordHistory} compares the versions of a record, and {@code RecordEvents}
 * makes the events. Invariants: a version is compared with what its own commit changed, so a branch that is behind
 * moves nothing back; no text of a record is handed on but the values of mapped fields, cut to a length, and never its
 * title; nothing is read that the repository does not hold. Deliberately absent: what a merge itself changed, what a
 * record says in sentences.
 */
@NullMarked
package org.desireline.app.source.record;

import org.jspecify.annotations.NullMarked;
