package org.desireline.broken.finding;

import org.desireline.broken.instrument.ledger.Account;
import org.desireline.broken.part.Grain;

/** Looks to its left, at the one type of an instrument that is meant to be seen. */
public record Allowed(Account account, Grain grain) {}
