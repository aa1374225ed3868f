package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;

/** The organisation's charter beside its teams' own. */
final class IntentSection {

    private static final String ALL = "intent/all/all/";
    private static final int MOST = 20;

    private final Telling telling;

    IntentSection(Telling telling) {
        this.telling = telling;
    }

    /** What the charters say otherwise; nothing where no charter is in force. */
    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("intent").orElse(null);
        if (reading != null && reading.refusal() == null) {
            teams(draft);
            areas(draft);
            List<Prose> entries = differences(reading);
            if (!entries.isEmpty()) {
                draft.entries(entries.subList(0, Math.min(MOST, entries.size())));
                draft.add(new Block.Command("Where it is written: ", telling.show("intent")));
            }
        }
        return draft.end("intent", "The organisation\u2019s charter beside its teams\u2019 own", "Charters of teams");
    }

    private void teams(Section.Draft draft) {
        List<String> teams = telling.classes("intent", "team");
        if (teams.isEmpty()) {
            telling.numbers().reason(ALL + "orders/reversed").ifPresent(draft::refused);
            return;
        }
        Grid grid = new Grid(telling, "By team: entries that differ, of those that can be compared; exact counts of"
                + " what was written", "team").value("pairs reversed", "orders/reversed", As.count)
                .size("of", "orders/reversed", Part.n).value("rules against", "rules/contradicted", As.count)
                .size("of", "rules/contradicted", Part.n).value("not named", "priorities/absent", As.count)
                .size("of", "priorities/absent", Part.n).value("its own", "priorities/own", As.count)
                .size("of", "priorities/own", Part.n);
        teams.forEach(team -> grid.row(team, "intent/team/" + Line.idPart(team) + "/"));
        draft.addAll(grid.total(ALL).blocks());
    }

    private void areas(Section.Draft draft) {
        Grid grid = new Grid(telling, "Areas, of all that are claimed or have items; exact counts", "areas")
                .value("areas", "", As.count).size("of", "", Part.n);
        grid.row(Prose.words("claimed by two teams or more"), ALL + "areas/claimedTwice", false)
                .row(Prose.words("claimed by none"), ALL + "areas/unclaimed", false);
        draft.addAll(grid.blocks());
    }

    private static List<Prose> differences(Reading reading) {
        List<Prose> entries = new ArrayList<>();
        for (Line line : reading.lines()) {
            Estimate estimate = line.estimate();
            if (estimate != null && (line.about().kind().equals("team") || line.label().startsWith("areas"))) {
                line.evidence().forEach(evidence -> entries.add(entry(line, evidence)));
            }
        }
        return entries;
    }

    private static Prose entry(Line line, Evidence evidence) {
        Prose.Draft draft = new Prose.Draft();
        if (line.about().kind().equals("team")) {
            draft.name(line.about().id()).words(", ");
        }
        draft.quoted(evidence.item()).words(": ").quoted(evidence.because());
        evidence.events().forEach(place -> draft.words(" \u00b7 ").quoted(place));
        return draft.end();
    }
}
