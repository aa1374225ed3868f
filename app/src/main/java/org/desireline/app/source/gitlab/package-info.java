/**
 * GitLab, from files: pages as its REST interface and {@code glab} give them. {@code GitlabReader} does the reading,
 * {@code GitlabPages} says what a page shows, and {@code forge} makes events of it.
 *
 * <p>Most pages name an item by a number that only its own page explains, so what was done is kept until all pages are
 * read. Invariants: an issue and a merge request of one number are two items; of a note only the words that GitLab
 * itself wrote are looked at; titles, descriptions and names of branches are looked at for keys only.
 */
@NullMarked
package org.desireline.app.source.gitlab;

import org.jspecify.annotations.NullMarked;
