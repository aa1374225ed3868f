package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;

/** A run of pieces. */
record Prose(List<Piece> pieces) {

    /** No text. */
    static final Prose NONE = new Prose(List.of());

    Prose {
        pieces = List.copyOf(pieces);
    }

    /** The page's own words. */
    static Prose words(String text) {
        return new Prose(List.of(new Piece.Words(text)));
    }

    /** A text from outside. */
    static Prose name(String text) {
        return new Draft().name(text).end();
    }

    /** Words of the run, as they are in its JSON. */
    static Prose quoted(String text) {
        return new Draft().quoted(text).end();
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** A text that is being written. */
    static final class Draft {

        private static final int LONGEST_QUOTE = 2000;

        private final List<Piece> pieces = new ArrayList<>();

        Draft words(String text) {
            pieces.add(new Piece.Words(text));
            return this;
        }

        Draft name(String text) {
            pieces.add(new Piece.Name(Clean.name(text)));
            return this;
        }

        Draft quoted(String text) {
            String clean = Clean.text(text);
            if (clean.length() <= LONGEST_QUOTE) {
                pieces.add(new Piece.Quoted(clean));
                return this;
            }
            pieces.add(new Piece.Quoted(clean.substring(0, clean.offsetByCodePoints(0, LONGEST_QUOTE / 2))));
            return words("\u2026");
        }

        Draft typed(String text) {
            pieces.add(new Piece.Typed(Clean.text(text)));
            return this;
        }

        Draft day(String iso) {
            pieces.add(new Piece.Day(iso));
            return this;
        }

        /** A number of the run, by its place in JSON. */
        Draft count(String path, double value, As as) {
            pieces.add(new Piece.Count(path, Digits.text(value), as.name(), as.write(value)));
            return this;
        }

        Draft count(String path, long value) {
            return count(path, (double) value, As.count);
        }

        Draft add(Prose other) {
            pieces.addAll(other.pieces());
            return this;
        }

        Draft add(Piece piece) {
            pieces.add(piece);
            return this;
        }

        boolean isEmpty() {
            return pieces.isEmpty();
        }

        Prose end() {
            return new Prose(pieces);
        }
    }
}
