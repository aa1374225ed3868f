package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.desireline.app.run.Analysis;
import org.desireline.app.sql.SheetFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the journal and the ledger to files. */
@Command(name = "export", description = {
    "Writes the journal (events) and the ledger (items, stretches, lines) to a folder, as CSV or Parquet. Without an"
            + " option, both.", "",
    "Cells of a CSV file that a spreadsheet would compute begin with an apostrophe.", ""},
        footer = {"", "Examples:",
            "  desireline export tables/",
            "  desireline export tables/ --format parquet --ledger",
            "  desireline export tables/ --force      replace what is there"})
final class Export implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Mixin
    private CharterOption charter = new CharterOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description =
            "csv or parquet. Default: ${DEFAULT-VALUE}")
    private SheetFiles.Format format = SheetFiles.Format.CSV;

    @Option(names = "--journal", description = "Events: item, day, verb, what changed, where it was read.")
    private boolean journal;

    @Option(names = "--ledger", description = "Items, stretches with their hours, and the lines that were published.")
    private boolean ledger;

    @Option(names = "--with-actor-ids", description = "With --journal: also tokens of actors and exact instants. Such a"
            + " file is about people; it is readable by its owner only.")
    private boolean withActorIds;

    @Option(names = "--force", description = "Replace files that are there.")
    private boolean force;

    @Option(names = "--from", paramLabel = "PATH", description = "Exports to import first.")
    private List<Path> from = List.of();

    @Parameters(paramLabel = "DIR", arity = "1", description = "The folder to write to.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        PrintWriter talk = spec.commandLine().getErr();
        boolean both = !journal && !ledger && !withActorIds;
        SheetFiles.Wish wish = new SheetFiles.Wish(
                folder, format, journal || both, ledger || both, withActorIds, force);
        Analysis analysis = options.measure(from, charter.file, talk);
        List<SheetFiles.Written> written = SheetFiles.write(analysis, wish);
        for (SheetFiles.Written file : written) {
            talk.println(Output.shown(file.file()) + ": " + Page.count(file.rows()) + " rows");
        }
        if (withActorIds) {
            talk.println("The events hold a token for everybody who did something, and when to the second. Whoever"
                    + " knows the organisation can tell who is who: treat this file as you treat the tracker itself,"
                    + " and pass it to nobody who may not see that.");
        }
        talk.flush();
        return Exit.ANSWERED;
    }
}
