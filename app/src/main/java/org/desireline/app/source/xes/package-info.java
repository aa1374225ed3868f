/**
 * XES event logs (IEEE 1849): one class does the IO, the other is pure.
 *
 * <p>Invariants: a log is read trace by trace and never held whole; a document type or an entity is refused; depth and
 * length of texts are bounded. Deliberately absent: attributes that are lists or nested, roles and groups.
 */
@NullMarked
package org.desireline.app.source.xes;

import org.jspecify.annotations.NullMarked;
