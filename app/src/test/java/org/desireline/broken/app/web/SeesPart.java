package org.desireline.broken.app.web;

import org.desireline.part.Assembly;

/** Looks behind the publisher. */
record SeesPart(Assembly assembly) {}
