/**
 * Packages that break the rules of the architecture on purpose, so that the rules are seen to catch them.
 *
 * <p>Each is named after the package of the product that it stands for; each class says what is wrong with it.
 */
@NullMarked
package org.desireline.broken;

import org.jspecify.annotations.NullMarked;
