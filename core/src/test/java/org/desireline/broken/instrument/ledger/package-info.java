/** Broken examples: stands where {@code instrument.ledger} stands in the product. */
@NullMarked
package org.desireline.broken.instrument.ledger;

import org.jspecify.annotations.NullMarked;
