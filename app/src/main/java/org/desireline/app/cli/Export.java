package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.desireline.app.ocel.OcelFile;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.desireline.app.run.KeptEvents;
import org.desireline.app.sql.SheetFiles;
import org.desireline.publish.Deadline;
import org.jspecify.annotations.Nullable;
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
    "With --ocel, the journal as one object-centric event log (OCEL 2.0) instead: everything that Desireline keeps of"
            + " the events, as of everything that was imported. The ending says in which form: .jsonocel or .json,"
            + " .xmlocel or .xml, .sqlite. Read it again with look or import; programs for process mining read it too."
            + " It holds exact instants and is readable by its owner only.", "",
    "Cells of a CSV file that a spreadsheet would compute begin with an apostrophe.", ""},
        footer = {"", "Examples:",
            "  desireline export tables/",
            "  desireline export tables/ --format parquet --ledger",
            "  desireline export tables/ --force      replace what is there",
            "  desireline export --ocel journal.sqlite",
            "  desireline export --ics due.ics --charter charter.yaml"})
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

    @Option(names = "--ocel", paramLabel = "FILE", description = "The journal as an object-centric event log, in this"
            + " file and nothing else: .jsonocel, .xmlocel or .sqlite.")
    private @Nullable Path ocel;

    @Option(names = "--ics", paramLabel = "FILE", description = "The days by which something that is open was promised,"
            + " as a calendar, in this file and nothing else: commitments of the charter, those written down with"
            + " record, and due dates of items, by key.")
    private @Nullable Path ics;

    @Option(names = "--with-actor-ids", description = "With --journal: also tokens of actors and exact instants. Such a"
            + " file is about people; it is readable by its owner only.")
    private boolean withActorIds;

    @Option(names = "--force", description = "Replace files that are there.")
    private boolean force;

    @Option(names = "--from", paramLabel = "PATH", description = "Exports to import first.")
    private List<Path> from = List.of();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder to write to.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        PrintWriter talk = spec.commandLine().getErr();
        if (ics != null) {
            return calendar(ics, talk);
        }
        if (ocel == null) {
            tables(talk);
        } else {
            log(ocel, talk);
        }
        if (withActorIds) {
            talk.println("The events hold a token for everybody who did something, and when to the second. Whoever"
                    + " knows the organisation can tell who is who: treat this file as you treat the tracker itself,"
                    + " and pass it to nobody who may not see that.");
        }
        talk.flush();
        return Exit.ANSWERED;
    }

    private void tables(PrintWriter talk) {
        if (folder == null) {
            throw new BadInput("There is no folder to write to. Perhaps: desireline export tables/, or desireline"
                    + " export --ocel journal.jsonocel.");
        }
        boolean both = !journal && !ledger && !withActorIds;
        SheetFiles.Wish wish = new SheetFiles.Wish(
                folder, format, journal || both, ledger || both, withActorIds, force);
        Analysis analysis = options.measure(from, charter.file, talk);
        List<SheetFiles.Written> written = SheetFiles.write(analysis, wish);
        for (SheetFiles.Written file : written) {
            talk.println(Output.shown(file.file()) + ": " + Page.count(file.rows()) + " rows");
        }
    }

    private int calendar(Path file, PrintWriter talk) {
        if (folder != null || ledger || journal || ocel != null || withActorIds) {
            throw new BadInput("--ics writes one calendar and nothing else. Perhaps leave the rest out.");
        }
        if (Files.exists(file) && !force) {
            throw new BadInput(file + " is there already. Perhaps add --force to replace it.");
        }
        Analysis analysis = options.measure(from, charter.file, talk);
        List<Deadline> deadlines = analysis.deadlines();
        if (deadlines.isEmpty()) {
            talk.println("Nothing that is open was promised for a day, so that there is no calendar to write."
                    + " Perhaps write a commitment down: desireline record commitment \"Alert fatigue halved\" --due"
                    + " 2026-10-01");
            talk.flush();
            return Exit.NOTHING_ANSWERED;
        }
        Output.write(file, CalendarText.of(deadlines, analysis.published().head().asOfMillis()), "--ics");
        long declared = deadlines.stream().filter(Deadline::declared).count();
        talk.println(Output.shown(file) + ": " + Page.count(deadlines.size()) + (deadlines.size() == 1 ? " day, "
                : " days, ") + Page.count(declared) + " of commitments that were declared");
        talk.flush();
        return Exit.ANSWERED;
    }

    private void log(Path file, PrintWriter talk) {
        if (folder != null || ledger || options.asOf != null) {
            throw new BadInput("--ocel writes the whole journal to one file: it takes no folder, no --ledger and no"
                    + " --as-of. Perhaps leave them out.");
        }
        if (withActorIds && !journal) {
            throw new BadInput("--with-actor-ids says more of the journal. Perhaps add --journal.");
        }
        OcelFile.Wish wish = new OcelFile.Wish(file, withActorIds, force);
        OcelFile.Written written;
        try (Progress progress = new Progress(talk, options.verbose)) {
            written = KeptEvents.of(options.home, options.throwaway, from, progress,
                    events -> OcelFile.write(events, wish));
            progress.end();
        }
        talk.println(Output.shown(written.file()) + ": " + Page.count(written.events()) + " events of "
                + Page.count(written.objects()) + " objects");
        if (!withActorIds) {
            talk.println("It holds exact instants and is readable by you only. Nobody is named in it: who did"
                    + " something, and who owned an item, is left out.");
        }
    }
}
