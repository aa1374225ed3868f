/**
 * GitHub, from files: pages as its REST interface and {@code gh} give them, and {@code archive.json}. {@code
 * GithubReader} does the reading, {@code GithubPages} says what a page shows, and {@code forge} makes events of it.
 *
 * <p>Invariants: an item is known by repository and number, whether it is an issue or a pull request; what two kinds of
 * page tell is one event; titles, bodies and names of branches are looked at for keys only.
 */
@NullMarked
package org.desireline.app.source.github;

import org.jspecify.annotations.NullMarked;
