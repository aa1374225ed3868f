package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.desireline.app.run.Intake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings exports into the workspace and measures nothing. */
@Command(name = "import", description = {
    "Brings exports into the workspace. The same export twice changes nothing; an import that was stopped goes on where"
            + " it is run again.", ""},
        footer = {"", "Examples:",
            "  desireline import issues.zip            a Jira export (file, folder, zip)",
            "  desireline import january/ february/    several",
            "  desireline import issues.zip --again    read it though it has not changed", "",
            "Then: desireline look"})
final class Import implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--home", paramLabel = "DIR", defaultValue = ".desireline",
            description = "The workspace. Default: ${DEFAULT-VALUE}")
    private Path home = Path.of(".desireline");

    @Option(names = "--again", description = "Read also exports that have not changed since they were imported.")
    private boolean again;

    @Option(names = {"-v", "--verbose"}, description = "Say what is being done.")
    private boolean verbose;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Exports.")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter talk = spec.commandLine().getErr();
        Intake.Report report;
        try (Progress progress = new Progress(talk, verbose)) {
            report = Intake.run(home, paths, again, progress);
            progress.end();
        }
        Output.imported(report, home, talk);
        talk.flush();
        return report.failures().isEmpty() ? Exit.ANSWERED : Exit.UNREADABLE;
    }
}
