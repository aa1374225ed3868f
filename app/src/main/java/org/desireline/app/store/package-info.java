/**
 * What is remembered between two commands, behind the port {@link org.desireline.app.store.Workspace}: a folder, or
 * nothing at all.
 *
 * <p>A folder holds a few texts, a secret, and {@code journal.duckdb}, a DuckDB file of these tables. A code is an
 * integer that stands for a text, an item or an actor; {@code seq} numbers events in the order of their arrival.
 *
 * <table>
 * <caption>Tables, and what a row of each is</caption>
 * <tr><td>{@code meta(name, value)}</td><td>product, format, and a check value of the secret</td></tr>
 * <tr><td>{@code text(code, value)}</td><td>a text: attribute names and values, verbs, pointers</td></tr>
 * <tr><td>{@code item(code, id)}, {@code actor(code, token)}</td><td>an item by native id; an actor by token</td></tr>
 * <tr><td>{@code event(seq, id_high, id_low, content_high, content_low, item, at_millis, verb, actor, kind, pointer,
 * record, version)}</td><td>an event; actor is -1 where nobody is said</td></tr>
 * <tr><td>{@code attribute(seq, name, value)}</td><td>an attribute of an event</td></tr>
 * <tr><td>{@code link(seq, place, qualifier, target, on_item)}</td><td>a link of an event, in its place</td></tr>
 * <tr><td>{@code contested(id_high, id_low)}</td><td>an id that events of differing content share</td></tr>
 * <tr><td>{@code source(path, given, bytes, newest, stamp, content, latest, events, finished)}</td><td>an export, as
 * it was last read; {@code latest} is the instant of its last event</td></tr>
 * <tr><td>{@code trouble(path, severity, place, what, count)}</td><td>a trouble of an export's last reading</td></tr>
 * <tr><td>{@code charter(from_day, name, sha256, content)}</td><td>a version of a charter that was in force</td></tr>
 * </table>
 *
 * <p>Invariants:
 * <ul>
 * <li>Events, texts, items, actors and charters are only ever added. An event is its id and a hash of its content: one
 * that is there already is not added again. Of several with one id, all are kept, and whoever reads sees the one of the
 * highest version, then of the largest hash: never the later import.
 * <li>Events arrive in transactions of at most 50,000 rows, each begun in so many words before the first row is
 * appended, for the driver begins none for an appender. The last one of an export writes its troubles and marks it
 * finished. So a killed import leaves whole transactions and an unfinished export, and the same import, run again, adds
 * what is missing and ends as if it had never been killed.
 * <li>The journal that is read is that of {@link org.desireline.journal.MemoryJournal} over the same events: same
 * numbers, same order, by Java's order of texts, which is not the database's.
 * <li>No account, no name and no free text is in the file, only tokens. Who is who stands in {@code people.yaml}.
 * <li>{@code meta} says the format. An older one is brought up to date in one transaction when the file is opened
 * (formats below); a newer one is refused. A new file is made beside its place and moved there when it is whole.
 * <li>One process writes at a time; several may read. Who finds the file taken waits five seconds, and then says whose
 * it is. All work on it is done by one platform thread, for native calls would pin a virtual one.
 * </ul>
 *
 * <p>Formats: 1 held everything but charters and {@code contested}; 2 added both, and fills the second.
 *
 * <p>Deliberately absent: an index (ids are found by joining whole batches), a sum of fractions in SQL (its order is
 * not fixed), encryption (none that deserves the name is in the driver: encrypt the disk), deletion of events.
 */
@NullMarked
package org.desireline.app.store;

import org.jspecify.annotations.NullMarked;
