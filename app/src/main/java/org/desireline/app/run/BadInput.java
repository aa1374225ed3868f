package org.desireline.app.run;

/** The reader asked for something that cannot be done, or wrote a file of settings that cannot be read. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and, where it can be guessed, what was meant. */
    public BadInput(String message) {
        super(message);
    }
}
