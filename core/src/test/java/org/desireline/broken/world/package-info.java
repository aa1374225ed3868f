/** Broken examples: stands where {@code world} stands in the product. */
@NullMarked
package org.desireline.broken.world;

import org.jspecify.annotations.NullMarked;
