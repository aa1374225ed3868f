package org.desireline.app.source.forge;

/**
 * Where something was read.
 *
 * @param pointer the document
 * @param newestMillis nothing in it can be later than this
 */
public record Place(String pointer, long newestMillis) {}
