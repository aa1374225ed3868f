package org.desireline.broken.app.cli;

import org.desireline.journal.Journal;

/** Reads the events themselves. */
record SeesJournal(Journal journal) {}
