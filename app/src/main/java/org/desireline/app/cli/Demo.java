package org.desireline.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.desireline.app.demo.JiraFiles;
import org.desireline.app.run.Analysis;
import org.desireline.journal.SourceException;
import org.desireline.world.Riverbank;
import org.desireline.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the export of an invented organisation with one planted problem, and looks at it. */
@Command(name = "demo", description = {
    "An invented organisation with one planted problem: writes its tracker export and looks at it, as at yours.", ""},
        footer = {"", "Examples:",
            "  desireline demo", "  desireline demo --seed 7 --window all",
            "  desireline show RB-14 --home desireline-demo/.desireline"})
final class Demo implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed, another history.")
    private long seed = 1;

    @Option(names = "--into", paramLabel = "DIR", defaultValue = "desireline-demo",
            description = "Where its export is written. Default: ${DEFAULT-VALUE}")
    private Path into = Path.of("desireline-demo");

    @Override
    public Integer call() {
        PrintWriter talk = spec.commandLine().getErr();
        World world = Riverbank.make(seed, Riverbank.WEEKS);
        Path export = into.resolve("export");
        try {
            Files.createDirectories(export);
            talk.println("Riverbank is invented. Its " + JiraFiles.write(world, export)
                    + " issues are in " + Output.shown(export) + ", as Jira would export them.");
        } catch (IOException failed) {
            throw new SourceException(SourceException.Kind.UNREADABLE, export.toString(), true,
                    "The demo cannot be written to " + export + " (" + failed.getMessage()
                            + "). Perhaps name another folder with --into.");
        }
        talk.flush();
        boolean home = spec.commandLine().getParseResult().hasMatchedOption("--home");
        options.home = home ? options.home : into.resolve(".desireline");
        Analysis analysis = options.run(List.of(export), talk);
        return Output.look(analysis, options, spec.commandLine().getOut(), talk,
                options.again(List.of(export)));
    }
}
