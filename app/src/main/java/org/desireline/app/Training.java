package org.desireline.app;

import java.io.PrintWriter;
import java.io.Writer;
import org.desireline.app.cli.Commands;

/**
 * What the launcher runs once after a build, so that the machine's cache knows the classes of the common commands.
 */
public final class Training {

    private Training() {}

    /** Prints help and looks at the demo's organisation, silently; the argument is a folder to write it into. */
    public static void main(String[] arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int help = Commands.run(nowhere, nowhere, "--help");
        int demo = Commands.run(nowhere, nowhere, "demo", "--throwaway", "--into", arguments[0]);
        System.exit(Math.max(help, demo));
    }
}
