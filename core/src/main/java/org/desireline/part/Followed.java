package org.desireline.part;

import org.desireline.charter.Undertaking;
import org.jspecify.annotations.Nullable;

/**
 * A commitment or decision that was declared, and what became of it.
 *
 * @param undertaking what was declared
 * @param promise what became of it, null where it was made only after the instant up to which the data are read
 * @param linked how many items show what becomes of it
 */
public record Followed(Undertaking undertaking, @Nullable Promise promise, int linked) {}
