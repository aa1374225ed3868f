/**
 * What all that touch git share: where a repository lies, what the git library may know of the machine, and how the
 * program {@code git} is asked.
 *
 * <p>Invariants: a repository is found without loading the library; the library starts no process, reads no settings of
 * the user or the system, and measures nothing by writing. One class starts a process, and only {@code git log}; that
 * never sees a setting of the repository, the user or the machine. Deliberately absent: what is read out of a
 * repository.
 */
@NullMarked
package org.desireline.app.git;

import org.jspecify.annotations.NullMarked;
