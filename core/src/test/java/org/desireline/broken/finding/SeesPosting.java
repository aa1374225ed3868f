package org.desireline.broken.finding;

import org.desireline.broken.instrument.ledger.Posting;

/** Broken: looks into an instrument. */
public record SeesPosting(Posting posting) {}
