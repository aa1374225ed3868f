package org.desireline.broken.instrument;

import org.desireline.broken.instrument.contest.Tally;
import org.desireline.broken.instrument.ledger.Posting;

/** The catalogue, which may see every instrument. */
public record Instruments(Posting first, Tally second) {}
