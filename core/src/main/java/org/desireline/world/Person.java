package org.desireline.world;

/**
 * Somebody who works in an invented organisation. The name is made up, and stands here only because tracker exports
 * hold names that a reader of exports must learn to leave out.
 *
 * @param account the name they log in with
 * @param name the invented full name
 * @param team the component whose items they own
 */
public record Person(String account, String name, String team) {
}
