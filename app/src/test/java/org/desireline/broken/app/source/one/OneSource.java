package org.desireline.broken.app.source.one;

import java.io.InputStream;
import java.nio.file.Path;

/** Reads files, as a source may. */
record OneSource(Path path, InputStream in) {}
