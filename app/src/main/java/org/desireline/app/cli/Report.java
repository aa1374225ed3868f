package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.Declaration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What was declared beside what was lived. */
@Command(name = "report", description = {
    "What was declared beside what was lived: the order, where the hours went by priority, team and version of the"
            + " charter, and what owners were doing while items waited for them.",
    ""},
        footer = {"", "Examples:",
            "  desireline init                       first, a draft of a charter",
            "  desireline report                     charter.yaml, and what was looked at before",
            "  desireline report --window all        the whole history",
            "  desireline report --html report.html  to read in a browser, to print or to hand on",
            "  desireline report --md > report.md    to paste into a page or a ticket",
            "  desireline report --json > report.json"})
final class Report implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Option(names = "--charter", paramLabel = "FILE", defaultValue = "charter.yaml",
            description = "The charter. Default: ${DEFAULT-VALUE}")
    private Path file = Declaration.USUAL;

    @Option(names = "--md", description = "Print Markdown.")
    private boolean markdown;

    @Mixin
    private HtmlOption html = new HtmlOption();

    @Option(names = "--from", paramLabel = "PATH", description = "Exports to read, besides those looked at before.")
    private List<Path> from = List.of();

    @Override
    public Integer call() {
        PrintWriter talk = spec.commandLine().getErr();
        Analysis analysis = options.run(from, file, talk);
        String again = options.again(from);
        int code = Output.report(analysis, options, file, markdown, spec.commandLine().getOut(), talk, again);
        html.write(analysis, file, again + " --charter " + Output.typed(file.toString()), talk);
        return code;
    }
}
