package org.desireline.broken.app.cli;

import org.desireline.instrument.ledger.Ledger;

/** Asks an instrument behind the publisher's back. */
record SeesLedger(Ledger ledger) {}
