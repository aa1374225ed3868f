/**
 * What GitHub and GitLab have in common: issues, and requests to take in a change. No source of its own: their readers
 * say what pages show, and {@code ForgeEvents}, which is pure, makes events of it once all pages are read.
 *
 * <p>Pages of one repository come in many documents and in any order, and several tell the same. So everything is
 * gathered by item first. Invariants: what two pages tell is one event; the order of documents changes nothing; a
 * person is handed on as a token only; titles, bodies and names of branches are asked for keys and not handed on.
 */
@NullMarked
package org.desireline.app.source.forge;

import org.jspecify.annotations.NullMarked;
