package org.desireline.number;

/** What may be claimed on a figure. */
public enum Strength {
    /** A count of what was recorded; nothing is estimated. */
    EXACT("exact"),
    /** The interval excludes the reference, and so does every sensitivity setting. */
    SHOWS("shows"),
    /** The interval excludes the reference; some sensitivity setting does not. */
    SUGGESTS("suggests"),
    /** The interval contains the reference, or the data do not reach the bar. */
    CANNOT_TELL("cannotTell");

    private final String label;

    Strength(String label) {
        this.label = label;
    }

    /** The name used in JSON. */
    public String label() {
        return label;
    }
}
