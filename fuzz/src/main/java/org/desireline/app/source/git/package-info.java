/**
 * Fuzz targets for what a repository holds.
 */
@NullMarked
package org.desireline.app.source.git;

import org.jspecify.annotations.NullMarked;
