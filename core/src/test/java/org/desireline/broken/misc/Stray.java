package org.desireline.broken.misc;

/** Broken: its package has no place in the order, and is not null-marked. */
public record Stray(int size) {}
