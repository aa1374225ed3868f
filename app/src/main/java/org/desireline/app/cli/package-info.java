/**
 * The command line: pages as text, readings as JSON, and what went wrong in words.
 *
 * <p>Invariants: data go to standard output, talk to standard error; what is printed comes from {@link
 * org.desireline.publish.Published} or {@link org.desireline.publish.ItemPage} and nothing else; a text out of the
 * data cannot steer the terminal. Deliberately absent: any figure computed here.
 */
@NullMarked
package org.desireline.app.cli;

import org.jspecify.annotations.NullMarked;
