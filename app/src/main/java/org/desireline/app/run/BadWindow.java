package org.desireline.app.run;

/** The reader asked for a window that these data do not hold. */
public final class BadWindow extends BadInput {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and, where it can be guessed, what was meant. */
    public BadWindow(String message) {
        super(message);
    }
}
