package org.desireline.broken.app.source.two;

/** A source. */
public record TwoSource(String name) {}
