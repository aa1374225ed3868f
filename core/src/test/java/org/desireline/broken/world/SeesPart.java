package org.desireline.broken.world;

import org.desireline.broken.part.Grain;

/** Broken: knows how it will be measured. */
public record SeesPart(Grain grain) {}
