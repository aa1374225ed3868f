/**
 * What the kernels of choice cost on large data sets of others, whether they find what others found in them, and how
 * often their intervals hold the truth.
 */
@NullMarked
package org.desireline.bench.choice;

import org.jspecify.annotations.NullMarked;
