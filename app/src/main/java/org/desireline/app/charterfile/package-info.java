/**
 * Charters as files: YAML read into {@code charter.Declared} with the place of every entry, versions out of folders and
 * git, expressions compiled, and all of it resolved into {@code charter.Intent} and {@code charter.Membership}.
 *
 * <p>Invariants: all mistakes of a file are told at once, each with its line; a key that the schema accepts is read;
 * nothing is written into a repository, and nothing out of one is run. Deliberately absent: anything printed, and
 * following a charter through renames.
 */
@NullMarked
package org.desireline.app.charterfile;

import org.jspecify.annotations.NullMarked;
