/**
 * The commits of a git repository that name items of a tracker.
 *
 * <p>{@code GitSource} walks the branches; {@code GitEvents} is pure. Invariants: the repository is only read, nothing
 * in it is run, and no setting of the machine or the user counts; a commit is the same in every clone; of a message
 * only the keys in it are kept. Deliberately absent: files and lines (no figure needs them), merges, and {@code
 * .mailmap}: who is who stands in {@code people.yaml}.
 */
@NullMarked
package org.desireline.app.source.git;

import org.jspecify.annotations.NullMarked;
