package org.desireline.broken.finding;

import org.desireline.broken.part.Grain;

/** Looks to its left. */
public record Allowed(Grain grain) {}
