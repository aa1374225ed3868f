package org.desireline.instrument.contest;

import org.desireline.part.Choice;

/** Which rules decide what is on a menu, and which choices count. */
enum Setting {
    /** First starts; containers, blocked and parked items are on no menu. */
    RULES("rules", Choice.Family.FIRST_START, Choice.UNFIT),
    /** First starts; every unstarted, open item of the owner is on the menu. */
    OPEN_DESK("openDesk", Choice.Family.FIRST_START, 0),
    /** As the rules, and owned items untouched for 180 days are on no menu either. */
    NO_STALE("noStale", Choice.Family.FIRST_START, Choice.UNFIT | Choice.STALE),
    /** As the rules; only starts that nobody had assigned within the last 15 minutes. */
    PULLED("pulled", Choice.Family.FIRST_START, Choice.UNFIT),
    /** As the rules; only starts that somebody else had assigned within the last 15 minutes. */
    PUSHED("pushed", Choice.Family.FIRST_START, Choice.UNFIT),
    /** As the rules; only starts that a move into work tells of. */
    MOVES("moves", Choice.Family.FIRST_START, Choice.UNFIT),
    /** As the rules; only starts that nothing but the owner's first trace tells of. */
    TOUCHED("touched", Choice.Family.FIRST_START, Choice.UNFIT),
    /** Turns from one item to another; menus by the rules. */
    SWITCH("switch", Choice.Family.SWITCH, Choice.UNFIT),
    /** Items that nobody owned, taken or begun; menus by the rules. */
    POOL("pool", Choice.Family.POOL, Choice.UNFIT);

    private final String label;
    private final Choice.Family family;
    private final int barred;

    Setting(String label, Choice.Family family, int barred) {
        this.label = label;
        this.family = family;
        this.barred = barred;
    }

    /** The name used in line ids. */
    String label() {
        return label;
    }

    Choice.Family family() {
        return family;
    }

    /** Whether an item of which so much is known may be on a menu. */
    boolean admits(byte held) {
        return (held & barred) == 0;
    }

    /** What must not be known of an item that is to be on a menu, as bits. */
    int barred() {
        return barred;
    }

    /** Whether items of which one of some things is known are kept off every menu. */
    boolean bars(int held) {
        return (held & barred) != 0;
    }

    /** Whether a choice of its family counts. */
    boolean counts(boolean pushed, boolean byTouch) {
        return switch (this) {
            case PULLED -> !pushed;
            case PUSHED -> pushed;
            case MOVES -> !byTouch;
            case TOUCHED -> byTouch;
            case RULES, OPEN_DESK, NO_STALE, SWITCH, POOL -> true;
        };
    }

    /** Whether wins by class and by pair are told under it. */
    boolean tellsWins() {
        return switch (this) {
            case RULES, PULLED, PUSHED, SWITCH, POOL -> true;
            case OPEN_DESK, NO_STALE, MOVES, TOUCHED -> false;
        };
    }

    /** Whether it is a family of choices of its own, with menus that no first start has. */
    boolean isApart() {
        return family != Choice.Family.FIRST_START;
    }

    /** The main setting of its family. */
    Setting main() {
        return isApart() ? this : RULES;
    }
}
