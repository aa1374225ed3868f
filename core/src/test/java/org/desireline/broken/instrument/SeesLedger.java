package org.desireline.broken.instrument;

import org.desireline.broken.instrument.ledger.Posting;

/** Broken: no catalogue, and yet it sees an instrument. */
public record SeesLedger(Posting posting) {}
