package org.desireline.number;

import java.util.Locale;

/** How a figure came to be known, best first; a figure carries the worst grade behind at least 20 % of it. */
public enum Grade {
    /** An event says so. */
    OBSERVED,
    /** Derived by a stated rule from events that were recorded for something else. */
    INFERRED,
    /** Rests on a default that nobody declared, such as the calendar. */
    ASSUMED,
    /** Several causes are compatible with what was recorded. */
    AMBIGUOUS;

    /** The name used in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
