package org.desireline.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.desireline.app.charterfile.CharterFiles;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.desireline.app.run.Declaration;
import org.desireline.finding.LivedOrder;
import org.desireline.journal.SourceException;
import org.desireline.publish.Published;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the draft of a charter from what was seen. */
@Command(name = "init", description = {
    "Writes charter.yaml, a draft to change: the priorities in the order in which they were lived, the calendar and"
            + " the statuses as guessed.",
    ""},
        footer = {"", "Examples:",
            "  desireline look issues.zip          first, what there is to see",
            "  desireline init                     then, a draft from it",
            "  desireline init --window all        from the whole history",
            "  desireline init --charter draft.yaml --force"})
final class Init implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Option(names = "--charter", paramLabel = "FILE", defaultValue = "charter.yaml",
            description = "Where to write. Default: ${DEFAULT-VALUE}")
    private Path file = Path.of("charter.yaml");

    @Option(names = "--force", description = "Overwrite what is there.")
    private boolean force;

    @Option(names = "--from", paramLabel = "PATH", description = "Exports to read, besides those looked at before.")
    private List<Path> from = List.of();

    @Override
    public Integer call() {
        if (Files.exists(file) && !force) {
            throw new BadInput(file + " is there already. Perhaps write elsewhere with --charter FILE, or over it with"
                    + " --force.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter talk = spec.commandLine().getErr();
        Analysis analysis = options.run(from, talk);
        Published published = analysis.published();
        LivedOrder order = LivedOrder.of(published);
        Output.write(file, new CharterSketch(published.head(), analysis.rules(), order, schema()).text(),
                "--charter");
        if (options.json) {
            out.print(Json.of(order, published.head(), file.toString(), Version.text()));
        } else {
            out.print(page(order, published.head().priorities()));
        }
        out.flush();
        analysis.intake().failures().forEach(failure -> talk.println(Page.clean(String.valueOf(failure.getMessage()))));
        talk.flush();
        return analysis.intake().failures().isEmpty() ? Exit.ANSWERED : Exit.UNREADABLE;
    }

    private String page(LivedOrder order, List<String> declared) {
        Page page = new Page(options.colour());
        page.title("The lived order");
        page.hang("the tracker's   " + String.join(" > ", declared), 0, 16);
        if (order.isKnown()) {
            page.hang("as lived        " + String.join(" > ", order.names()), 0, 16);
            List<String> untold = order.ranks().stream().filter(rank -> !rank.isTold()).map(LivedOrder.Rank::name)
                    .toList();
            if (!untold.isEmpty()) {
                page.hang("not enough evidence for " + String.join(", ", untold) + ": kept beside the tracker's"
                        + " neighbours", 0, 2);
            }
        } else {
            page.wrap(order.lack(), 0);
        }
        page.title("What to do next");
        String again = options.again(from);
        page.hang("1. Open " + file + " and move the lines of the priorities into the order you mean.", 0, 3);
        String charter = file.equals(Declaration.USUAL) ? "" : " --charter " + Output.typed(file.toString());
        page.line("2. " + Output.command() + " report" + again + charter);
        page.line("3. " + Output.command() + " check" + Options.withoutWindow(again) + charter);
        return page.toString();
    }

    /**
     * Puts the schema into the workspace, unless nothing is kept, and gives its path as seen from the charter, by which
     * editors find it.
     */
    private String schema() {
        Path schema = options.home.resolve(CharterFiles.SCHEMA_FILE).toAbsolutePath().normalize();
        try {
            if (!options.throwaway) {
                Files.writeString(schema, CharterFiles.schema(), StandardCharsets.UTF_8);
            }
        } catch (IOException failed) {
            throw new SourceException(SourceException.Kind.UNREADABLE, schema.toString(), true, schema
                    + " cannot be written (" + failed.getMessage() + "). Perhaps name another workspace with --home.");
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Objects.equals(folder.getRoot(), schema.getRoot())) {
            return CharterFiles.SCHEMA_FILE;
        }
        return Output.shown(folder.relativize(schema)).replace('\\', '/').replace(" ", "%20");
    }
}
