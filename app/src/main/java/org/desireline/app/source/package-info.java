/**
 * The catalogue of sources: each a folder with a fetch, which does IO, and events, which are pure.
 */
@NullMarked
package org.desireline.app.source;

import org.jspecify.annotations.NullMarked;
