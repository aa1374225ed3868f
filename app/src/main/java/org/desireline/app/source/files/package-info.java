/**
 * Reads files, folders, zip and gzip archives as a stream of documents.
 *
 * <p>Invariants: nothing is written to disk; an archive entry that points outside, that is too large or that grows too
 * much on unpacking is refused and counted; the order of documents does not depend on the file system. Deliberately
 * absent: any knowledge of what the documents say.
 */
@NullMarked
package org.desireline.app.source.files;

import org.jspecify.annotations.NullMarked;
