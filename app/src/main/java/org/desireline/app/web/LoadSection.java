package org.desireline.app.web;

import java.util.List;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;

/** Whether teams and areas get done what comes to them. */
final class LoadSection {

    private final Telling telling;

    LoadSection(Telling telling) {
        this.telling = telling;
    }

    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("capacity").orElse(null);
        if (reading != null && !telling.head().isLone()) {
            if (reading.refusal() != null) {
                draft.refused(reading.refusal().sentence());
            }
            for (String kind : List.of("team", "area", "component")) {
                Grid grid = new Grid(telling, "By " + Words.kind(kind) + ": what came over what was finished; above 1"
                        + " it falls behind", Words.kind(kind)).interval("load (95\u00a0%)", "load", As.ratio)
                        .size("finished", "load", Part.n).value("open before", "openBefore", As.count)
                        .value("open afterwards", "openAfter", As.count)
                        .words("claim", this::claim);
                telling.classes("capacity", kind).forEach(name -> grid.row(name, "capacity/" + kind + "/"
                        + Line.idPart(name) + "/"));
                draft.addAll(grid.blocks());
            }
            draft.flags(telling, reading.flags());
        }
        return draft.end("capacity", "What comes, and what is finished", "Load");
    }

    private Prose claim(String row) {
        Estimate load = telling.numbers().estimate(row + "load");
        return load == null ? Prose.NONE : Prose.words(Words.claim(load.strength()));
    }
}
