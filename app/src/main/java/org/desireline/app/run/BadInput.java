package org.desireline.app.run;

/** The reader asked for something that cannot be done, or wrote a file of settings that cannot be read. */
public sealed class BadInput extends RuntimeException permits BadWindow {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and, where it can be guessed, what was meant. */
    public BadInput(String message) {
        super(message);
    }
}
