/**
 * How fast files become events, and how fast the same files are read by others.
 */
@NullMarked
package org.desireline.bench.imports;

import org.jspecify.annotations.NullMarked;
