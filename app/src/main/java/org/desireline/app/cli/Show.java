package org.desireline.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.publish.ItemPage;
import org.desireline.watch.Draft;
import org.desireline.watch.Gatekeeper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens an item or a line. */
@Command(name = "show", description = {
    "An item's life, hour by account; or the evidence behind a line.", ""},
        footer = {"", "Examples:",
            "  desireline show ABC-123                      an item, by its key",
            "  desireline show contest/priority/pullIndex   the choices behind the pull index",
            "  desireline show ledger/priority/Major        every figure about Major work",
            "  desireline show contest/priority/pullIndex --gate >> charter.yaml   a gate, after 'gates:'",
            "  desireline show ABC-123 --from issues.zip    without a look before"})
final class Show implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Option(names = "--from", paramLabel = "PATH", description = "Exports to import first.")
    private List<java.nio.file.Path> from = List.of();

    @Mixin
    private CharterOption charter = new CharterOption();

    @Option(names = "--gate", description = "Print the entry of a charter that keeps this line from getting worse.")
    private boolean gate;

    @Parameters(paramLabel = "ITEM|LINE", arity = "1",
            description = "The key of an item, the id of a line, or the beginning of one, to list what there is.")
    private String what = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Analysis analysis = options.run(from, charter.file, spec.commandLine().getErr());
        ShowPage page = new ShowPage(options.colour(), spec.commandLine().getParseResult().hasMatchedOption("--limit")
                ? options.limit : 20);
        Optional<Line> line = analysis.published().line(what);
        if (gate) {
            return gate(analysis, line.orElseThrow(() -> new BadInput("There is no line '" + Page.clean(what) + "'. "
                    + perhaps(analysis))), out);
        }
        if (line.isPresent()) {
            out.print(options.json ? Json.of(line.get(), Version.text()) : page.line(line.get()));
            out.flush();
            return line.get().withheld() == null ? Exit.ANSWERED : Exit.NOTHING_ANSWERED;
        }
        String prefix = what.endsWith("/") ? what : what + "/";
        List<Line> under = analysis.published().readings().stream().flatMap(reading -> reading.lines().stream())
                .filter(each -> each.id().startsWith(prefix)).toList();
        if (!under.isEmpty()) {
            out.print(options.json ? Json.of(under, Version.text()) : page.lines(what, under));
            out.flush();
            return Exit.ANSWERED;
        }
        Reading refused = analysis.published().reading(what.replaceFirst("/.*", "")).orElse(null);
        if (refused != null && refused.refusal() != null) {
            spec.commandLine().getErr().println(Page.clean(refused.refusal().sentence()));
            return Exit.NOTHING_ANSWERED;
        }
        Optional<ItemPage> item = analysis.item(what);
        if (item.isEmpty()) {
            throw new BadInput("There is no item and no line '" + Page.clean(what) + "'. " + perhaps(analysis));
        }
        out.print(options.json ? Json.of(item.get(), Version.text()) : page.item(item.get()));
        out.flush();
        return Exit.ANSWERED;
    }

    /** Prints the gate for a line; a comment says what the limit was taken from. */
    private int gate(Analysis analysis, Line line, PrintWriter out) {
        Draft draft = Draft.of(line, analysis.published()).orElse(null);
        if (draft == null) {
            String why = line.withheld();
            spec.commandLine().getErr().println(Page.clean(why == null
                    ? "No limit can be set on this line: what it may be goes beyond what a limit can say."
                    : why.startsWith("Not enough evidence") ? why : "The figure is withheld: " + why + "."));
            return Exit.NOTHING_ANSWERED;
        }
        if (options.json) {
            out.print(Json.of(draft, Version.text()));
        } else {
            if (charter.file == null) {
                out.println("  # Read without a charter; gates are judged by one. Perhaps add --charter charter.yaml.");
            }
            out.println("  # " + Page.clean(Gatekeeper.judge(draft.gate(), analysis.published()).sentence()));
            out.print(draft.entry());
        }
        out.flush();
        return Exit.ANSWERED;
    }

    private String perhaps(Analysis analysis) {
        if (what.contains("/")) {
            List<String> ids = analysis.published().readings().stream().flatMap(reading -> reading.lines().stream())
                    .map(Line::id).toList();
            return analysis.nearest(what, ids) + ".";
        }
        List<String> keys = analysis.similar(what);
        return keys.isEmpty() ? "Perhaps it is not in this export." : "Perhaps you meant one like "
                + Page.clean(String.join(", ", keys)) + ".";
    }
}
