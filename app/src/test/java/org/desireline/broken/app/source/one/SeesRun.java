package org.desireline.broken.app.source.one;

import org.desireline.broken.app.run.Run;

/** Knows what it is read for. */
record SeesRun(Run run) {}
