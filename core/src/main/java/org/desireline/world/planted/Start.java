package org.desireline.world.planted;

/**
 * A first start that was the owner's own choice among items of more than one class.
 *
 * @param atMillis when
 * @param passedOver whether something more important was ready, and could be started
 * @param byChance the share of what was ready that a more important item stood beside
 */
record Start(long atMillis, boolean passedOver, double byChance) {
}
