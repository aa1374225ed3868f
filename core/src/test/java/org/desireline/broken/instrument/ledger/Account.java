package org.desireline.broken.instrument.ledger;

/** The one type of an instrument that others may use. */
public enum Account { worked }
