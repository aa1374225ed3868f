/**
 * The page: one file of HTML that a leader opens, made of what was published and of nothing else.
 *
 * <p>{@link org.desireline.app.web.HtmlPage} lays out sections; a section is made of blocks, a block of pieces, and a
 * piece that is a number knows which line it was read from. Templates turn pieces into HTML and escape them.
 *
 * <p>Invariant: a number is written with the id of its line and the very digits that JSON gives for it; a text from
 * outside is never markup, and turns no other text around.
 */
@NullMarked
package org.desireline.app.web;

import org.jspecify.annotations.NullMarked;
