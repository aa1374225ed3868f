/** Broken examples: stands where {@code time} stands in the product. */
@NullMarked
package org.desireline.broken.time;

import org.jspecify.annotations.NullMarked;
