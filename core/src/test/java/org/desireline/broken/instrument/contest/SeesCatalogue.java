package org.desireline.broken.instrument.contest;

import org.desireline.broken.instrument.Instruments;

/** Broken: an instrument sees all others through the catalogue. */
public record SeesCatalogue(Instruments all) {}
