package org.desireline.app.web;

/** A piece of running text, or of a cell. */
sealed interface Piece {

    /** The page's own words. */
    record Words(String text) implements Piece {}

    /** A text from outside: it turns no other text around. */
    record Name(String text) implements Piece {}

    /** Words of a run that stand in its JSON letter by letter: a refusal, a flag, a reason. */
    record Quoted(String text) implements Piece {}

    /**
     * A number of a line.
     *
     * @param line id of the line
     * @param part which number of it
     * @param exact its digits as in JSON
     * @param as how it is written
     * @param shown as it is read
     */
    record Figure(String line, String part, String exact, String as, String shown) implements Piece {}

    /**
     * A number of the run.
     *
     * @param path where it stands in JSON
     * @param exact its digits there
     * @param as how it is written
     * @param shown as it is read
     */
    record Count(String path, String exact, String as, String shown) implements Piece {}

    /**
     * A number of an item.
     *
     * @param item its key
     * @param path where it stands in the item's JSON
     * @param exact its digits there
     * @param as how it is written
     * @param shown as it is read
     */
    record OfItem(String item, String path, String exact, String as, String shown) implements Piece {}

    /** A day. */
    record Day(String iso) implements Piece {}

    /** A command to type. */
    record Typed(String text) implements Piece {}

    /** A way to another place of the page. */
    record Way(String target, Prose text) implements Piece {}

    /** A figure that may not be shown. */
    record Withheld() implements Piece {}

    /** A figure that there is none of. */
    record Nothing() implements Piece {}
}
