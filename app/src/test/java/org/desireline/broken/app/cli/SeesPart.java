package org.desireline.broken.app.cli;

import org.desireline.part.Assembly;

/** Looks behind the publisher. */
record SeesPart(Assembly assembly) {}
