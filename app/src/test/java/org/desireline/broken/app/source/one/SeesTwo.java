package org.desireline.broken.app.source.one;

import org.desireline.broken.app.source.two.TwoSource;

/** Leans on another source. */
record SeesTwo(TwoSource other) {}
