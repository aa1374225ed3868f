package org.desireline.broken.app.run;

import org.desireline.broken.app.cli.Shown;

/** Knows how it will be printed. */
record SeesCli(Shown shown) {}
