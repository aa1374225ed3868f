package org.desireline.instrument.choice;

import org.desireline.part.Choice;

/** Under which rules choices and menus are read: the first is the main one, the others make the range. */
enum Setting {
    /** Containers, blocked and parked items are on no menu; classes are those of a day before. */
    RULES(Setting.BARRED),
    /** Another draw from the menus that are too long to be used whole. */
    OTHER_DRAW(Setting.BARRED),
    /** Everything that lay there is on the menu. */
    OPEN_DESK(0),
    /** Owned items untouched for 180 days are on no menu either. */
    NO_STALE(Setting.BARRED | Choice.STALE),
    /** Only what nobody had assigned within the last 15 minutes. */
    PULLED(Setting.BARRED),
    /** Only what is on record as a move into work. */
    MOVES(Setting.BARRED),
    /** Classes are those of the very moment. */
    JUST_THEN(Setting.BARRED);

    static final int BARRED = Choice.CONTAINER | Choice.BLOCKED | Choice.PARKED;

    private final int barred;

    Setting(int barred) {
        this.barred = barred;
    }

    /** Whether an item may be on a menu. */
    boolean admits(byte held) {
        return (held & barred) == 0;
    }

    /** Whether a choice counts. */
    boolean counts(Decision decision) {
        return switch (this) {
            case PULLED -> !decision.pushed();
            case MOVES -> !decision.byTouch();
            case RULES, OTHER_DRAW, OPEN_DESK, NO_STALE, JUST_THEN -> true;
        };
    }

    /** The draw that long menus are taken from. */
    int draw() {
        return this == OTHER_DRAW ? 1 : 0;
    }
}
