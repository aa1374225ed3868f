/** Broken examples: stands where {@code charter} stands in the product. */
@NullMarked
package org.desireline.broken.charter;

import org.jspecify.annotations.NullMarked;
