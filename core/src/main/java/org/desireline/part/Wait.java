package org.desireline.part;

/** Why an item did not move at an instant of its life; {@code worked} and {@code closedGap} are no delay. */
public enum Wait {
    worked(Awaited.none),
    closedGap(Awaited.none),
    blocked(Awaited.otherItem),
    decision(Awaited.decider),
    review(Awaited.reviewer),
    unowned(Awaited.nobody),
    ownerUnknown(Awaited.unknown),
    owner(Awaited.owner);

    private static final Wait[] ALL = values();

    private final Awaited awaited;

    Wait(Awaited awaited) {
        this.awaited = awaited;
    }

    /** Who would have to act next. */
    public Awaited awaited() {
        return awaited;
    }

    /** The wait of an ordinal, as tallies store it. */
    public static Wait of(int ordinal) {
        return ALL[ordinal];
    }
}
