package org.desireline.broken.app.cli;

/** Prints, as it alone may. */
final class Commands {

    private Commands() {}

    static void print() {
        System.out.flush();
    }
}
