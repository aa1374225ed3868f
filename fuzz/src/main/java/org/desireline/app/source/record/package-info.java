/**
 * Fuzz targets for records and their mappings.
 */
@NullMarked
package org.desireline.app.source.record;

import org.jspecify.annotations.NullMarked;
