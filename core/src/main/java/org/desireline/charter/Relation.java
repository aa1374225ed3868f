package org.desireline.charter;

/** How one class of work stands to another in what was declared. */
public enum Relation {
    HIGHER,
    EQUAL,
    LOWER,
    /** One of the two is in no declared class. */
    UNKNOWN;

    /** The relation seen from the other side. */
    public Relation reversed() {
        return switch (this) {
            case HIGHER -> LOWER;
            case LOWER -> HIGHER;
            case EQUAL, UNKNOWN -> this;
        };
    }
}
