package org.desireline.app.charterfile;

import org.desireline.charter.Declared;

/**
 * A charter and when it came into force.
 *
 * @param name the day it came into force, with a counter where several share the day
 * @param fromMillis the instant it came into force
 * @param declared what it says
 * @param source the file, with the commit where it was read out of git
 */
public record DeclaredVersion(String name, long fromMillis, Declared declared, String source) {}
