package org.desireline.app.web;

/** Commands as they are typed. */
final class Shell {

    private Shell() {}

    /** A text as a shell takes it for one word: in quotes where it must be. */
    static String word(String text) {
        return Clean.text(text).matches("[\\w./:@%+=,~-]+") ? Clean.text(text) : quoted(text);
    }

    /** A text in quotes. */
    static String quoted(String text) {
        return "'" + Clean.text(text).replace("'", "'\\''") + "'";
    }
}
