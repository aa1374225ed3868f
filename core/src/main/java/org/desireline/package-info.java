/**
 * Desireline's pure core: six verbs (declare, observe, measure, explain, adjust, sustain), a package each, and one
 * rule.
 *
 * <p>The rule: {@code time → number → journal → charter → part → instrument → publish → finding}; each package uses
 * only what stands to its left, and {@code world} stands beside {@code charter}, seen by none of them. The core does
 * no IO, reads no clock, rolls no dice and knows no default zone or locale; {@code ArchitectureTest} holds all of
 * this.
 */
@NullMarked
package org.desireline;

import org.jspecify.annotations.NullMarked;
