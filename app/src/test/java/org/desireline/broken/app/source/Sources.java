package org.desireline.broken.app.source;

import org.desireline.broken.app.source.two.TwoSource;

/** Names every source, as the catalogue may. */
record Sources(TwoSource two) {}
