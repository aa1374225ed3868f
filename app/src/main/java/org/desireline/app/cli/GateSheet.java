package org.desireline.app.cli;

import java.util.List;
import org.desireline.charter.Gate;
import org.desireline.watch.Kept;
import org.desireline.watch.Verdict;

/** Whether figures keep the limits of the charter: a section of {@code report}. */
final class GateSheet {

    private final Kept kept;
    private final String command;
    private final String again;

    /**
     * The section of a run.
     *
     * @param command how this program is called here
     * @param again what to add to a command so that it sees what this one saw
     */
    GateSheet(Kept kept, String command, String again) {
        this.kept = kept;
        this.command = command;
        this.again = again;
    }

    /** The verdicts, the broken ones first; nothing where the charter names no gate. */
    void judged(Sheet sheet) {
        if (kept.isEmpty()) {
            return;
        }
        sheet.heading("The gates of the charter");
        for (String word : List.of("broken", "unknown", "holds")) {
            kept.verdicts().stream().filter(verdict -> verdict.word().equals(word)).forEach(verdict ->
                    verdict(sheet, verdict));
        }
        List<String> windows = kept.elsewhere().stream().map(Gate::window).distinct().sorted().toList();
        if (!windows.isEmpty()) {
            sheet.quiet((kept.elsewhere().size() == 1 ? "1 gate is" : kept.elsewhere().size() + " gates are") + " about"
                    + " another window (" + String.join(", ", windows) + ") and not judged here.");
            sheet.command("All of them: ", command + " check" + Options.withoutWindow(again));
        }
    }

    private void verdict(Sheet sheet, Verdict verdict) {
        String said = verdict.word() + ", " + verdict.gate().name() + ": " + verdict.sentence();
        if (verdict instanceof Verdict.Broken) {
            sheet.say(said);
        } else {
            sheet.entry(said);
        }
        if (verdict.judged().isPresent() && !(verdict instanceof Verdict.Holds)) {
            sheet.command("evidence: ", command + " show '" + verdict.line() + "'" + again);
        }
    }
}
