/**
 * Fuzz targets for files of settings.
 */
@NullMarked
package org.desireline.app.run;

import org.jspecify.annotations.NullMarked;
