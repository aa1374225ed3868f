package org.desireline.part;

/** Who would have to act next. */
public enum Awaited {
    /** No owner and no queue of a team: nobody. */
    nobody,
    owner,
    reviewer,
    decider,
    /** Another item, or somebody outside, that blocks this one. */
    otherItem,
    /** The source does not prove who owned the item. */
    unknown,
    /** Nobody is awaited: work was under way, or the item was closed. */
    none
}
