package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Gate;
import org.desireline.watch.Kept;
import org.desireline.watch.Verdict;

/** Whether figures keep the limits of the charter. */
final class GateSection {

    private final Telling telling;

    GateSection(Telling telling) {
        this.telling = telling;
    }

    /** The verdicts, the broken ones first; nothing where the charter names no gate. */
    Section section(Kept kept) {
        Section.Draft draft = new Section.Draft();
        List<Prose> entries = new ArrayList<>();
        for (String word : List.of("broken", "unknown", "holds")) {
            kept.verdicts().stream().filter(verdict -> verdict.word().equals(word))
                    .forEach(verdict -> entries.add(entry(verdict)));
        }
        if (!entries.isEmpty()) {
            draft.entries(entries);
        }
        List<String> windows = kept.elsewhere().stream().map(Gate::window).distinct().sorted().toList();
        if (!windows.isEmpty()) {
            Prose.Draft others = new Prose.Draft().words("Gates about other windows are not judged here: ");
            for (int i = 0; i < windows.size(); i++) {
                others.words(i == 0 ? "" : ", ").quoted(windows.get(i));
            }
            draft.quiet(others.words(".").end());
        }
        if (!kept.isEmpty()) {
            draft.add(new Block.Command("All of them: ", telling.check()));
        }
        return draft.end("gates", "Do the gates of the charter hold?", "Gates");
    }

    private Prose entry(Verdict verdict) {
        Prose.Draft draft = new Prose.Draft().words(verdict.word() + ", ").quoted(verdict.gate().name()).words(": ");
        new Spoken(telling.published(), List.of(verdict.line())).of(verdict.sentence()).pieces().forEach(draft::add);
        return draft.end();
    }
}
