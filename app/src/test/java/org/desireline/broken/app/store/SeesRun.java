package org.desireline.broken.app.store;

import org.desireline.broken.app.run.Run;

/** Knows what it is kept for. */
record SeesRun(Run run) {}
