/**
 * Published results as tables: to be asked in SQL, and to be written to files.
 *
 * <p>Views: {@code items}, {@code stretches}, {@code lines}, {@code troubles}. They are filled from what a run
 * published, and from items and stretches by the party awaited, recorded work being left with the owner. A
 * question is asked of a database in memory that never held anything else: it is filled, then shut off from files,
 * network, extensions and its own settings, and only then does it see the question, which must be one SELECT.
 *
 * <p>Invariants: no actor is in any view, and no exact instant; a withheld line is there with its reason and no figure;
 * the file of the journal is never attached. A file is written beside its place and moved there when it is whole, and
 * one that is there is replaced only when that was asked for. A cell of a CSV file that came out of the data and that a
 * spreadsheet would compute begins with an apostrophe.
 *
 * <p>The one exception is {@link org.desireline.app.sql.SheetFiles}: a journal with actor ids: tokens and instants, in
 * files for nobody but their owner. Deliberately absent: a way to ask the journal itself in SQL.
 */
@NullMarked
package org.desireline.app.sql;

import org.jspecify.annotations.NullMarked;
