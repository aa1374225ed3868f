/** Broken examples: stands where {@code instrument.contest} stands in the product. */
@NullMarked
package org.desireline.broken.instrument.contest;

import org.jspecify.annotations.NullMarked;
