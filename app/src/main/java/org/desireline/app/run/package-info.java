/**
 * One run: workspace, sources, guesses, assembly, instruments, publisher.
 *
 * <p>Invariants: the same journal, guesses, window and as-of give the same published bytes on any number of threads
 * and under any secret. Deliberately absent: anything printed.
 */
@NullMarked
package org.desireline.app.run;

import org.jspecify.annotations.NullMarked;
