package org.desireline.broken.instrument.contest;

import org.desireline.broken.instrument.ledger.Account;

/** Broken: one instrument sees another. */
public record SeesLedger(Account account) {}
