/**
 * What can be said: one sentence chosen from published figures by stated rules, with the command that proves it.
 *
 * <p>Invariants: a sentence says only what its lines carry; where no line carries one, it says what is missing.
 */
@NullMarked
package org.desireline.finding;

import org.jspecify.annotations.NullMarked;
