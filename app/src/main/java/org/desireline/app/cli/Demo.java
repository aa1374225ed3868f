package org.desireline.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.desireline.app.demo.JiraFiles;
import org.desireline.app.demo.PlantedFiles;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.desireline.journal.SourceException;
import org.desireline.world.Riverbank;
import org.desireline.world.World;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what an invented organisation has at hand, one problem planted in it, and looks at it. */
@Command(name = "demo", description = {
    "An invented organisation with one planted problem: writes its tracker export and looks at it, as at yours.",
    "With --world, a larger one whose every hour is known: its export, its repository and its charter, and the report"
            + " on them.",
    "Writes page.html besides, and opens it where there is a desktop.", ""},
        footer = {"", "Examples:",
            "  desireline demo", "  desireline demo --seed 7 --window all",
            "  desireline show RB-14 --home desireline-demo/.desireline",
            "  desireline demo --world orphan-area --into four-trades"})
final class Demo implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Option(names = "--world", paramLabel = "NAME", completionCandidates = Worlds.class,
            description = "What is planted: ${COMPLETION-CANDIDATES}.")
    private @Nullable String world;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed, another history.")
    private long seed = 1;

    @Option(names = "--weeks", paramLabel = "W", description = "Weeks on record. Default: 40; with --world, 26.")
    private @Nullable Integer weeks;

    @Option(names = "--into", paramLabel = "DIR", defaultValue = "desireline-demo",
            description = "Where its files are written. Default: ${DEFAULT-VALUE}")
    private Path into = Path.of("desireline-demo");

    @Option(names = "--no-browser", description = "Write the page, and do not open it.")
    private boolean noBrowser;

    /** The names of the planted worlds. */
    static final class Worlds implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }

        static List<String> names() {
            return new ArrayList<>(Plan.all().stream().map(Plan::name).toList());
        }
    }

    @Override
    public Integer call() {
        boolean home = spec.commandLine().getParseResult().hasMatchedOption("--home");
        options.home = home ? options.home : into.resolve(".desireline");
        try {
            Files.createDirectories(into);
            return world == null ? riverbank() : planted(world);
        } catch (IOException failed) {
            throw new SourceException(SourceException.Kind.UNREADABLE, into.toString(), true,
                    "The demo cannot be written to " + into + " (" + failed.getMessage()
                            + "). Perhaps name another folder with --into.");
        }
    }

    private int riverbank() throws IOException {
        PrintWriter talk = spec.commandLine().getErr();
        World lived = weeks(() -> Riverbank.make(seed, weeks == null ? Riverbank.WEEKS : weeks));
        Path export = into.resolve("export");
        talk.println("Riverbank is invented. Its " + JiraFiles.write(lived, export)
                + " issues are in " + Output.shown(export) + ", as Jira would export them.");
        talk.flush();
        Analysis analysis = options.run(List.of(export), talk);
        String again = options.again(List.of(export));
        int code = Output.look(analysis, options, spec.commandLine().getOut(), talk, again);
        page(analysis, null, again);
        return code;
    }

    private int planted(String name) throws IOException {
        PrintWriter talk = spec.commandLine().getErr();
        if (!Worlds.names().contains(name)) {
            throw new BadInput("There is no world '" + name + "'. Perhaps you meant one of "
                    + String.join(", ", Worlds.names()) + ".");
        }
        Planted lived = weeks(() -> Planted.live(Plan.of(name), seed, weeks == null ? Planted.WEEKS : weeks));
        PlantedFiles.Written written = PlantedFiles.write(lived, Tier.TRACED, Flaws.NONE, into);
        talk.println("Four Trades is invented. Planted: " + lived.plan().problem());
        talk.println("Written: " + String.join(", ", written.sources().stream().map(Output::shown).toList()) + " and "
                + Output.shown(written.charter()) + ".");
        talk.flush();
        Analysis analysis = options.run(written.sources(), written.charter(), talk);
        String again = options.again(written.sources());
        int code = Output.report(analysis, options, written.charter(), false, spec.commandLine().getOut(), talk, again);
        page(analysis, written.charter(), again + " --charter " + Output.typed(written.charter().toString()));
        return code;
    }

    /** Writes the page, and opens it where there is a desktop. */
    private void page(Analysis analysis, @Nullable Path charter, String again) {
        PrintWriter talk = spec.commandLine().getErr();
        HtmlOption html = new HtmlOption();
        html.file = into.resolve("page.html");
        html.write(analysis, charter, again, talk);
        if (!noBrowser && Browser.open(html.file)) {
            talk.println("It is being opened in the browser.");
        }
        talk.flush();
    }

    /** A length that cannot be is the reader's mistake. */
    private static <T> T weeks(Supplier<T> lives) {
        try {
            return lives.get();
        } catch (IllegalArgumentException bad) {
            throw new BadInput(String.valueOf(bad.getMessage()));
        }
    }
}
