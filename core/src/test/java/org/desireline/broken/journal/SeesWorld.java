package org.desireline.broken.journal;

import org.desireline.broken.world.Planted;

/** Broken: sees the planted organisations. */
public record SeesWorld(Planted planted) {}
