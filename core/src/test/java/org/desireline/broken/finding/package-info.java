/** Broken examples: stands where {@code finding} stands in the product. */
@NullMarked
package org.desireline.broken.finding;

import org.jspecify.annotations.NullMarked;
