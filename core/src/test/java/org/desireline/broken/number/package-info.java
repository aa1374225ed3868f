/** Broken examples: stands where {@code number} stands in the product. */
@NullMarked
package org.desireline.broken.number;

import org.jspecify.annotations.NullMarked;
