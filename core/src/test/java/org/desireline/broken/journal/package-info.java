/** Broken examples: stands where {@code journal} stands in the product. */
@NullMarked
package org.desireline.broken.journal;

import org.jspecify.annotations.NullMarked;
