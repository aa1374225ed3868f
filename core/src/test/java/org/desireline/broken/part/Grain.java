package org.desireline.broken.part;

/** Stands where parts stand; nothing is wrong with it. */
public record Grain(int size) {}
