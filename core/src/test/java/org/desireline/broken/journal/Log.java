package org.desireline.broken.journal;

/** Stands where the journal stands; nothing is wrong with it. */
public record Log(int size) {}
