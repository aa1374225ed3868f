package org.desireline.broken.app.cli;

/** Something printed. */
public record Shown(String text) {}
