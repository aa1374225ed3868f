/**
 * Jira: REST JSON as it is exported, and the CSV that people export by hand. {@code JiraReader} and {@code
 * JiraCsvReader} do the reading, {@code JiraEvents} is pure.
 *
 * <p>Understood: one issue a document, pages of a search, arrays, JSON Lines with a REST or a flat issue a line; in
 * files, folders, zip and gzip archives. An issue is identified by its id (its key where there is none), so a moved
 * issue keeps its history and its old keys. Invariants: a person is handed on as a token only; titles, descriptions
 * and comment bodies are not handed on at all.
 */
@NullMarked
package org.desireline.app.source.jira;

import org.jspecify.annotations.NullMarked;
