package org.desireline.broken.app.run;

/** A run. */
public record Run(String name) {}
