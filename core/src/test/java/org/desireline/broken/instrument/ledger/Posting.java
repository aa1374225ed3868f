package org.desireline.broken.instrument.ledger;

/** A type of one instrument; nothing is wrong with it. */
public record Posting(Account account) {}
