/**
 * The way into the one-file form of the program. It runs on any Java since 8, to say on an older one what is needed; so
 * it knows no other package of Desireline, whose classes such a Java could not read, nor the annotations of nullness.
 */
package org.desireline.dist;
