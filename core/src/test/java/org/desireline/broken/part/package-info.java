/** Broken examples: stands where {@code part} stands in the product. */
@NullMarked
package org.desireline.broken.part;

import org.jspecify.annotations.NullMarked;
