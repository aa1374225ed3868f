/**
 * The commits of a git repository: on the items of a tracker that they name, and as items of the repository itself.
 *
 * <p>{@code GitSource} opens a repository; {@code LogFetch} has the program {@code git} tell its commits, {@code
 * WalkFetch} the library, and both tell the same; {@code GitEvents} and all it uses are pure. {@code Message}, {@code
 * Trailers} and {@code Mailmap} say what a commit names and who is who, {@code History} and {@code LoneItems} what came
 * to the main line with what, {@code Ownership} who was declared to own it. Invariants: the repository is only read,
 * nothing in it is run, and no setting of it, of the machine or of the user counts; a commit is the same in every
 * clone; of a message only what it names is kept, of a declaration only whether an author was among those declared.
 * Deliberately absent: lines (no figure needs them), renames.
 */
@NullMarked
package org.desireline.app.source.git;

import org.jspecify.annotations.NullMarked;
