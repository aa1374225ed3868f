package org.desireline.app.source.record;

/** Says that a text is not of the form it should be; caught where the text is read, and told as a trouble. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;

    /**
     * What is wrong.
     *
     * @param line where, from 1
     * @param what what, as the end of a sentence; without any of the text
     */
    Unreadable(int line, String what) {
        super(what, null, false, false);
        this.line = line;
        this.what = what;
    }

    /** The line. */
    int line() {
        return line;
    }

    /** What is wrong. */
    String what() {
        return what;
    }
}
