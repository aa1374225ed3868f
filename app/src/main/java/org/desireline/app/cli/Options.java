package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.desireline.charter.Dimension;
import org.desireline.time.Window;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class Options {

    private static final Path HOME = Path.of(".desireline");

    @Option(names = "--home", paramLabel = "DIR", defaultValue = ".desireline",
            description = "The workspace: journal, secret, guesses. Default: .desireline;"
                    + " of demo, in its own folder.")
    Path home = HOME;

    @Option(names = "--throwaway", description = "Keep nothing on disk.")
    boolean throwaway;

    @Option(names = "--window", paramLabel = "WINDOW", defaultValue = Window.DEFAULT,
            description = "52w, 26w, a month 2026-03, a quarter 2026Q1, or all. Default: ${DEFAULT-VALUE}")
    String window = Window.DEFAULT;

    @Option(names = "--as-of", paramLabel = "DAY",
            description = "Read the data up to the end of this day. Default: the latest event.")
    @Nullable String asOf;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Zone of the calendar, such as Europe/Zurich.")
    @Nullable String zone;

    @Option(names = "--by", paramLabel = "FIELD", split = ",",
            description = "Besides priority, print only: type, component, epic, fixVersion, label, project,"
                    + " team, area.")
    @Nullable List<String> by;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description =
            "Rows in a list. Default: 10, of show 20.")
    int limit = 10;

    @Option(names = "--json", description = "Print the readings as JSON.")
    boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: one a processor.")
    @Nullable Integer threads;

    @Option(names = "--no-color", description = "Print without colour.")
    boolean noColor;

    @Option(names = {"-v", "--verbose"}, description = "Say what is being done.")
    boolean verbose;

    /** Runs by the tracker's own order, for a command that prints lists and evidence. */
    Analysis run(List<Path> paths, PrintWriter talk) {
        return run(paths, null, talk);
    }

    /**
     * Runs for a command that prints lists and evidence.
     *
     * @param charter the charter to go by, or null for the tracker's own order
     */
    Analysis run(List<Path> paths, @Nullable Path charter, PrintWriter talk) {
        if (limit < 1 || limit > 20) {
            throw new BadInput("--limit takes a number from 1 to 20, not " + limit
                    + ": evidence keeps 20 cases a line. Perhaps you meant 20.");
        }
        dimensions();
        return measure(paths, charter, talk);
    }

    /**
     * Runs.
     *
     * @param charter the charter to go by, or null for the tracker's own order
     */
    Analysis measure(List<Path> paths, @Nullable Path charter, PrintWriter talk) {
        int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (count < 1 || count > 1024) {
            throw new BadInput("--threads takes a number from 1 to 1024, not " + count
                    + ". Perhaps leave it out: one a processor.");
        }
        try (Progress progress = new Progress(talk, verbose)) {
            Analysis analysis = Analysis.run(
                    new Analysis.Request(paths, home, throwaway, window, asOf, zone, charter, count), progress);
            progress.end();
            return analysis;
        }
    }

    /**
     * What to add to a command so that it sees what this one saw.
     *
     * @param paths the exports this one named
     */
    String again(List<Path> paths) {
        StringBuilder again = new StringBuilder();
        if (throwaway) {
            again.append(" --throwaway");
            paths.forEach(path -> again.append(" --from ").append(Output.typed(path.toString())));
        } else if (!home.equals(HOME)) {
            again.append(" --home ").append(Output.typed(home.toString()));
        }
        return again + elsewhere();
    }

    /** The same on another machine, which has a workspace of its own. */
    String elsewhere() {
        StringBuilder again = new StringBuilder();
        if (!window.equals(Window.DEFAULT)) {
            again.append(" --window ").append(Output.typed(window));
        }
        if (asOf != null) {
            again.append(" --as-of ").append(Output.typed(asOf));
        }
        if (zone != null) {
            again.append(" --zone ").append(Output.typed(zone));
        }
        return again.toString();
    }

    /** The same for a command that takes no window: gates name their own. */
    static String withoutWindow(String again) {
        return again.replaceFirst(" --window \\S+", "");
    }

    /** The dimensions to print besides priority. */
    List<Dimension> dimensions() {
        if (by == null) {
            return List.of(Dimension.TYPE, Dimension.COMPONENT, Dimension.EPIC, Dimension.FIX_VERSION, Dimension.LABEL);
        }
        return by.stream().map(name -> {
            for (Dimension dimension : Dimension.values()) {
                if (dimension.label().equalsIgnoreCase(name.strip())) {
                    return dimension;
                }
            }
            throw new BadInput("--by knows no '" + name + "'. Perhaps you meant one of "
                    + String.join(", ", List.of(Dimension.values()).stream().map(Dimension::label).toList()) + ".");
        }).filter(dimension -> dimension != Dimension.PRIORITY).toList();
    }

    /** Whether to print in colour: the launcher says whether standard output is a terminal. */
    boolean colour() {
        return !noColor && System.getenv("NO_COLOR") == null && "yes".equals(System.getenv("DESIRELINE_TERMINAL"));
    }
}
