package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.Gap;
import org.desireline.app.web.HtmlPage;
import org.desireline.app.web.Richer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that write what they found as a page, too. */
final class HtmlOption {

    private static final int MOST_GAPS = 3;

    @Option(names = "--html", paramLabel = "FILE",
            description = "Write the page, too: one file of HTML that needs no other file and no network.")
    @Nullable Path file;

    /**
     * Writes the page where one was asked for, and says where it is.
     *
     * @param charter the charter that was gone by, or null for none
     * @param again what to add to a command so that it sees what this one saw
     */
    void write(Analysis analysis, @Nullable Path charter, String again, PrintWriter talk) {
        if (file == null) {
            return;
        }
        String page = HtmlPage.of(analysis.published(), new HtmlPage.Around(Version.text(),
                charter == null ? "" : Output.shown(charter), analysis.guesses(),
                analysis.gaps().stream().limit(MOST_GAPS).map(Gap::commands).map(Richer::new).toList(),
                Output.command(), again, analysis.kept(), analysis::item));
        Output.write(file, page, "--html");
        talk.println("The page: " + Page.clean(file.toAbsolutePath().normalize().toUri().toString()));
        talk.flush();
    }
}
