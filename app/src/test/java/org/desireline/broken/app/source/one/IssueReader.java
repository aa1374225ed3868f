package org.desireline.broken.app.source.one;

import java.net.URI;

/** Takes an address apart, which is no IO. */
record IssueReader(URI address) {}
