package org.desireline.broken.app.cli;

import org.desireline.broken.app.source.two.TwoSource;

/** Reads an export without the run. */
record SeesSource(TwoSource source) {}
