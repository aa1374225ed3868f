/**
 * Fuzz targets for what reads exports.
 */
@NullMarked
package org.desireline.app.source;

import org.jspecify.annotations.NullMarked;
