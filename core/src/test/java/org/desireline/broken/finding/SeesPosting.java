package org.desireline.broken.finding;

import org.desireline.broken.instrument.ledger.Posting;

/** Broken: takes more of an instrument than the names of its accounts. */
public record SeesPosting(Posting posting) {}
