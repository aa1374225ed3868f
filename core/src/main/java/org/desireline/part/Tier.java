package org.desireline.part;

/** How recorded work came to be known, best first; of one person and local day only the best there is counts. */
public enum Tier {
    /** Somebody logged it, or said when it began and ended. */
    LOGGED,
    /** The item stood in a working status, where such statuses are moved as work is. */
    STATUS,
    /** Told from what people left behind while they worked. */
    SESSION
}
