package org.desireline.app.cli;

/** Colours for a terminal, or none. */
enum Ink {
    TITLE("1"),
    QUIET("2"),
    WARN("33"),
    NAME("36"),
    SAY("1;35");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The text in this colour, or as it is. */
    String paint(String text, boolean colour) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
