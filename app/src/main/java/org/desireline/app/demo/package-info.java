/**
 * The demo: an invented organisation written as the files that a tracker would export and as the repository in which
 * its people commit, and read like any others.
 *
 * <p>Invariant: the same world gives the same bytes. Deliberately absent: any way round the importer; what the demo
 * shows has passed through the same door as a user's own data.
 */
@NullMarked
package org.desireline.app.demo;

import org.jspecify.annotations.NullMarked;
