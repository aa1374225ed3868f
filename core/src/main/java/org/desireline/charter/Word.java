package org.desireline.charter;

/**
 * A word of a charter: an id, a value or an expression, and where it is written.
 *
 * @param text the word
 * @param place where its first character stands
 */
public record Word(String text, Place place) {

    @Override
    public String toString() {
        return text;
    }
}
