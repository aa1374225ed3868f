/**
 * What all that touch git share: where a repository lies, and what the git library may know of the machine.
 *
 * <p>Invariants: a repository is found without loading the library; the library starts no process, reads no settings of
 * the user or the system, and measures nothing by writing. Deliberately absent: what is read out of a repository.
 */
@NullMarked
package org.desireline.app.git;

import org.jspecify.annotations.NullMarked;
