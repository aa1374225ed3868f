package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.Intake;
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
            out.print(Json.of(published, Version.text()));
        } else {
            out.print(new LookPage(published, options.colour(), options.dimensions(),
                    Page.clean(analysis.guesses()), options.limit, command(), again).text());
        }
        out.flush();
        if (!options.throwaway) {
            analysis.intake().taken().forEach(taken -> talk.println(taken(taken)));
            talk.println("Kept in " + shown(options.home) + ": " + exports(analysis.intake().exports())
                    + " to look at again, and the guesses.");
        }
        analysis.intake().failures().forEach(failure -> talk.println(Page.clean(String.valueOf(failure.getMessage()))));
        talk.flush();
        if (!analysis.intake().failures().isEmpty()) {
            return Exit.UNREADABLE;
        }
        return published.hasFigures() ? Exit.ANSWERED : Exit.NOTHING_ANSWERED;
    }

    /** What became of an export, in a line. */
    static String taken(Intake.Taken taken) {
        String events = Page.count(taken.events()) + " events";
        if (taken.unchanged()) {
            return Page.clean(taken.name()) + ": unchanged since it was imported, " + events;
        }
        return Page.clean(taken.name()) + ": " + events + ", " + Page.count(taken.added()) + " of them new"
                + (taken.troubles() == 0 ? "" : ", " + Page.count(taken.troubles()) + " troubles");
    }

    static String exports(int count) {
        return count + (count == 1 ? " export" : " exports");
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
