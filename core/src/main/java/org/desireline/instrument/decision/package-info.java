/**
 * What comes up for decision: whether those decide who were declared to, and what force it takes.
 *
 * <p>Invariants: a decision counts once, in the window in which it came up; who decided is compared with the charter in
 * force at that instant. Deliberately absent: who decided, any figure of one person or of two, and any word on whether
 * a decision was a good one.
 */
@NullMarked
package org.desireline.instrument.decision;

import org.jspecify.annotations.NullMarked;
