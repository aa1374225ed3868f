package org.desireline.broken.app.cli;

/** Prints past the commands. */
final class Prints {

    private Prints() {}

    static void print() {
        System.err.flush();
    }
}
