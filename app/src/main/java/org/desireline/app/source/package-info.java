/**
 * The catalogue of sources: each a folder in which one class does the IO and the others are pure.
 */
@NullMarked
package org.desireline.app.source;

import org.jspecify.annotations.NullMarked;
