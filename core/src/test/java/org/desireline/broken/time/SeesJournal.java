package org.desireline.broken.time;

import org.desireline.broken.journal.Log;

/** Broken: looks to its right. */
public record SeesJournal(Log log) {}
