/**
 * The source {@code ocel}: object-centric event logs, version 2.0 as JSON, XML and SQLite, and version 1.0 as JSON and
 * XML.
 *
 * <p>Each form is brought into an {@link org.desireline.app.source.ocel.OcelLog}; what it means is decided there once,
 * so that three forms of a log give one journal. A log that Desireline wrote is told by its attributes and read back as
 * it was. A database is copied, opened for reading only, and asked for nothing but rows of the tables it names.
 */
@NullMarked
package org.desireline.app.source.ocel;

import org.jspecify.annotations.NullMarked;
