package org.desireline.world.planted;

/** How much of an organisation's work its tools keep: the tiers of touch, best first. */
public enum Tier {
    /** Every piece of work is logged. */
    LOGGED,
    /** An item is moved into a working status when somebody sits down to it and out of it when they get up. */
    PAUSED,
    /** Work shows by commits, remarks and moves between stages only. */
    TRACED,
    /** Items are created, assigned and done; what lies between is not recorded. */
    ENDS
}
