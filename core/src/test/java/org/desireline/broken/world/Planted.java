package org.desireline.broken.world;

/** Stands where the planted organisations stand; nothing is wrong with it. */
public record Planted(int size) {}
