/**
 * Fuzz targets for charters.
 */
@NullMarked
package org.desireline.app.charterfile;

import org.jspecify.annotations.NullMarked;
