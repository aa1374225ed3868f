package org.desireline.app.cli;

/** Exit codes. */
final class Exit {

    static final int ANSWERED = 0;
    static final int GATE_BROKEN = 1;
    static final int WRONG_USE = 2;
    static final int UNREADABLE = 3;
    static final int NOTHING_ANSWERED = 4;
    static final int LAW_FAILED = 70;

    /** The gravest first. */
    private static final int[] BY_GRAVITY =
            {LAW_FAILED, WRONG_USE, UNREADABLE, GATE_BROKEN, NOTHING_ANSWERED, ANSWERED};

    private Exit() {}

    /** Of two codes, the one that a caller has to know of first. */
    static int worst(int one, int other) {
        for (int code : BY_GRAVITY) {
            if (code == one || code == other) {
                return code;
            }
        }
        throw new IllegalArgumentException("No exit codes: " + one + ", " + other + ".");
    }
}
