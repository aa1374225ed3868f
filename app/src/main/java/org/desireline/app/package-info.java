/**
 * Everything that touches the world: files, the command line, the process. Depends on the core, never the reverse.
 */
@NullMarked
package org.desireline.app;

import org.jspecify.annotations.NullMarked;
