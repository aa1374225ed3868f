package org.desireline.world.planted;

/** An unbroken piece of attention that somebody gave to an item. */
record Sitting(int person, Job job, long fromMillis, long toMillis) {
}
