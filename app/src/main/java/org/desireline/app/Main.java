package org.desireline.app;

import org.desireline.app.cli.Commands;

/** Where the program starts. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
