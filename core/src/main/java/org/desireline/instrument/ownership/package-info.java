/**
 * Who was declared to own what, beside who acts there, by areas and teams.
 *
 * <p>Invariants: an act counts once, for one area; every figure of people rests on five of them or is withheld; an area
 * that is not judged stands there with the reason. Deliberately absent: any figure of a single person, whose name would
 * be known from a declaration; any hour of its own, for how loaded owners are is the ledger's figure, only held against
 * a half here; and any word on whether sharing an area is good or bad.
 */
@NullMarked
package org.desireline.instrument.ownership;

import org.jspecify.annotations.NullMarked;
