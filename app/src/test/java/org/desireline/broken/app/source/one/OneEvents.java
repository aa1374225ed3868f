package org.desireline.broken.app.source.one;

import java.nio.file.Path;

/** Reads files where it should only translate. */
record OneEvents(Path path) {}
