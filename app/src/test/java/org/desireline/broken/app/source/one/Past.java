package org.desireline.broken.app.source.one;

import java.io.InputStream;

/** Reads a stream where it should only order. */
record Past(InputStream in) {}
