/**
 * Benchmarks and long runs of the oracles. They print figures; whoever quotes one names machine, JDK, seed and size.
 * Deliberately absent: anything the product needs.
 */
@NullMarked
package org.desireline.bench;

import org.jspecify.annotations.NullMarked;
