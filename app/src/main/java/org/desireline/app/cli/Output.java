package org.desireline.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.Intake;
import org.desireline.journal.SourceException;
import org.desireline.publish.Published;

/** Prints an analysis and gives the exit code. */
final class Output {

    private Output() {}

    /**
     * Prints the page of {@code look}, or its JSON.
     *
     * @param options how to print
     * @param again what to add to a command so that it sees what this one saw
     */
    static int look(Analysis analysis, Options options, PrintWriter out, PrintWriter talk, String again) {
        Published published = analysis.published();
        if (options.json) {
            out.print(Json.of(published, analysis.kept(), Version.text()));
        } else {
            out.print(new LookPage(published, options.colour(), options.dimensions(),
                    Page.clean(analysis.guesses()), analysis.gaps(), options.limit, command(), again).text());
        }
        out.flush();
        if (!options.throwaway) {
            imported(analysis.intake(), options.home, talk);
        } else {
            failures(analysis.intake(), talk);
        }
        talk.flush();
        if (!analysis.intake().failures().isEmpty()) {
            return Exit.UNREADABLE;
        }
        return published.hasFigures() ? Exit.ANSWERED : Exit.NOTHING_ANSWERED;
    }

    /**
     * Prints the page of {@code report}, or its Markdown or JSON.
     *
     * @param charter the charter it went by
     * @param again what to add to a command so that it sees what this one saw, but for the charter
     */
    static int report(
            Analysis analysis, Options options, Path charter, boolean markdown, PrintWriter out, PrintWriter talk,
            String again) {
        if (options.json) {
            out.print(Json.of(analysis.published(), analysis.kept(), Version.text()));
        } else {
            String whole = again + " --charter " + typed(charter.toString());
            Sheet sheet = new ReportPage(analysis.published(), analysis.kept(), shown(charter), command(), whole)
                    .sheet();
            out.print(markdown ? sheet.markdown() : sheet.terminal(options.colour()));
        }
        out.flush();
        failures(analysis.intake(), talk);
        talk.flush();
        if (!analysis.intake().failures().isEmpty()) {
            return Exit.UNREADABLE;
        }
        return analysis.published().hasFigures() ? Exit.ANSWERED : Exit.NOTHING_ANSWERED;
    }

    /** Says what was imported, what could not be, and where it is kept. */
    static void imported(Intake.Report report, Path home, PrintWriter talk) {
        report.taken().forEach(taken -> talk.println(line(taken)));
        int count = report.exports();
        talk.println("Kept in " + shown(home) + ": " + count + (count == 1 ? " export" : " exports")
                + " to look at again.");
        failures(report, talk);
    }

    private static void failures(Intake.Report report, PrintWriter talk) {
        report.failures().forEach(failure -> talk.println(Page.clean(String.valueOf(failure.getMessage()))));
    }

    private static String line(Intake.Taken taken) {
        String name = Page.clean(taken.name()) + ": ";
        if (taken.unchanged()) {
            return name + "unchanged since it was imported, " + Page.count(taken.events()) + " events";
        }
        return name + Page.count(taken.added()) + " new events, " + Page.count(taken.events() - taken.added())
                + " known before" + (taken.troubles() == 0 ? ""
                        : taken.troubles() == 1 ? ", 1 trouble" : ", " + Page.count(taken.troubles()) + " troubles");
    }

    /**
     * Writes a file that was asked for, its folder too.
     *
     * @param option the option that names it
     */
    static void write(Path file, String text, String option) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new SourceException(SourceException.Kind.UNREADABLE, file.toString(), true, file
                    + " cannot be written (" + failed.getMessage() + "). Perhaps name another file with " + option
                    + ".");
        }
    }

    /** How this program was called, so that the commands a page names can be typed as they stand. */
    static String command() {
        String called = System.getenv("DESIRELINE_COMMAND");
        return called == null ? "desireline" : typed(called);
    }

    /** A text as a shell takes it for one word: in quotes where it must be. */
    static String typed(String text) {
        String clean = Page.clean(text);
        return clean.matches("[\\w./:@%+=,~-]+") ? clean : "'" + clean.replace("'", "'\\''") + "'";
    }

    /** A path as the reader named it. */
    static String shown(Path path) {
        return Page.clean(path.toString());
    }
}
