/**
 * How often what is said of planted organisations is true: many seeds of each world, imported as anybody's export
 * would be, and what was published held against the truth.
 *
 * <p>A mark is judged by the interval of what was measured: it passes when it lies inside the interval or on its good
 * side. Refusals are scored beside releases. {@link org.desireline.bench.rates.Bias} holds a wrong estimator that the
 * marks must catch.
 */
@NullMarked
package org.desireline.bench.rates;

import org.jspecify.annotations.NullMarked;
