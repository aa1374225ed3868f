package org.desireline.app.cli;

/** Exit codes. */
final class Exit {

    static final int ANSWERED = 0;
    static final int WRONG_USE = 2;
    static final int UNREADABLE = 3;
    static final int NOTHING_ANSWERED = 4;
    static final int LAW_FAILED = 70;

    private Exit() {}
}
