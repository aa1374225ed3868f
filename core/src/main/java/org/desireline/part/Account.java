package org.desireline.part;

/** The accounts of the ledger's first level; {@link Doing} is the second. Names as in JSON. */
public enum Account {
    nobody("waited for nobody: no owner"),
    owner("in the hands of its owner"),
    reviewer("waited for a reviewer"),
    decider("waited for a decision"),
    otherItem("blocked by another item"),
    ownerUnknown("owner not recorded"),
    worked("recorded work"),
    rework("recorded work after a reopening"),
    parked("parked: untouched for 180 days, unowned"),
    closedGap("closed, and reopened later");

    private static final Account[] ALL = values();

    private final String phrase;

    Account(String phrase) {
        this.phrase = phrase;
    }

    /** What an hour on it means, in words. */
    public String phrase() {
        return phrase;
    }

    /** Whether its hours belong to the open life of an item that somebody could move. */
    public boolean isLive() {
        return this != parked && this != closedGap;
    }

    /** Whether an item waits while its hours are posted to it. */
    public boolean isWait() {
        return isLive() && this != worked && this != rework;
    }

    /** The account that a stretch is posted to. */
    public static Account of(Stretch stretch) {
        return stretch.parked() ? parked : of(stretch.cause(), stretch.cycle());
    }

    /** The account of a wait, parked or not. */
    public static Account of(Wait wait, int cycle) {
        return switch (wait) {
            case worked -> cycle > 1 ? rework : worked;
            case closedGap -> closedGap;
            case blocked -> otherItem;
            case decision -> decider;
            case review -> reviewer;
            case unowned -> nobody;
            case ownerUnknown -> ownerUnknown;
            case owner -> owner;
        };
    }

    /** The account of an ordinal, as tallies store it. */
    public static Account of(int ordinal) {
        return ALL[ordinal];
    }
}
