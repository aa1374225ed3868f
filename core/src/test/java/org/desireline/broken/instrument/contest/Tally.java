package org.desireline.broken.instrument.contest;

/** A type of another instrument; nothing is wrong with it. */
public record Tally(int size) {}
