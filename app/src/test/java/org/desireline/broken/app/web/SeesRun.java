package org.desireline.broken.app.web;

import org.desireline.broken.app.run.Run;

/** Asks the run for more than was published. */
record SeesRun(Run run) {}
