package org.desireline.app.source.forge;

/**
 * A kind of place where repositories lie with their issues.
 *
 * @param name its short name, with which ids begin
 * @param request what it calls a request to take in a change
 * @param oneRow whether issues and requests are numbered in one row
 */
public record Forge(String name, String request, boolean oneRow) {

    /** The id of an item. */
    String id(ItemName item) {
        return name + ":" + item.project() + ":" + (oneRow ? item.local().substring(1) : item.local());
    }
}
