package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.desireline.app.run.Analysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads exports and prints what they tell before anything was declared. */
@Command(name = "look", description = {
    "What an export, a repository or a log tells before anything was declared: what it can support, the order of"
            + " priorities against the lived one, where the hours went, and one sentence to say.",
    ""},
        footer = {"", "Examples:",
            "  desireline look issues.zip                a Jira export (file, folder, zip)",
            "  desireline look issues.zip repository     with the commits of a git repository on its items",
            "  desireline look issues.zip --window all   its whole history",
            "  desireline look                           what was imported before",
            "  desireline look --html page.html          the same as a page for a browser",
            "  desireline look issues.zip --throwaway --json > readings.json"})
final class Look implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Mixin
    private CharterOption charter = new CharterOption();

    @Mixin
    private HtmlOption html = new HtmlOption();

    @Parameters(paramLabel = "PATH", arity = "0..*",
            description = "Exports, repositories or logs to import first, and NAME.records.yaml, which says what the"
                    + " records in a repository mean; without one, what the workspace holds.")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter talk = spec.commandLine().getErr();
        Analysis analysis = options.run(paths, charter.file, talk);
        String again = options.again(paths) + charter.again();
        int code = Output.look(analysis, options, out, talk, again);
        html.write(analysis, charter.file, again, talk);
        return code;
    }
}
