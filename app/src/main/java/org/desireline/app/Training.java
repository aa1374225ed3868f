package org.desireline.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.stream.IntStream;
import org.desireline.app.cli.Commands;

/**
 * What the launcher runs once after a build, so that the machine's cache knows the classes of the common commands.
 */
public final class Training {

    private Training() {}

    /**
     * Prints help, imports the demo's organisation, looks at it, drafts a charter and reports by it, silently; the
     * argument is a folder to write into.
     */
    public static void main(String[] arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int help = Commands.run(nowhere, nowhere, "--help");
        int demo = Commands.run(nowhere, nowhere, "demo", "--into", arguments[0], "--no-browser");
        String home = arguments[0] + "/.desireline";
        int look = Commands.run(nowhere, nowhere, "look", "--home", home);
        int sql = Commands.run(nowhere, nowhere, "sql", "SELECT key FROM items LIMIT 1", "--home", home);
        String charter = arguments[0] + "/charter.yaml";
        int init = Commands.run(nowhere, nowhere, "init", "--home", home, "--charter", charter);
        int report = Commands.run(nowhere, nowhere, "report", "--home", home, "--charter", charter);
        System.exit(IntStream.of(help, demo, look, sql, init, report).max().orElse(0));
    }
}
