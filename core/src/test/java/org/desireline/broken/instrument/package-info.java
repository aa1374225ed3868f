/** Broken examples: stands where {@code instrument} stands in the product. */
@NullMarked
package org.desireline.broken.instrument;

import org.jspecify.annotations.NullMarked;
