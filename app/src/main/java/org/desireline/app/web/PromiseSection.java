package org.desireline.app.web;

import java.util.List;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;

/** What was promised, and what became of it. */
final class PromiseSection {

    private static final String ALL = "commitment/all/all/";
    private static final List<String> LEADS =
            List.of("all", "under 60 d", "60 to 120 d", "120 to 240 d", "240 d or more");

    private final Telling telling;
    private final Numbers numbers;

    PromiseSection(Telling telling) {
        this.telling = telling;
        this.numbers = telling.numbers();
    }

    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("commitment").orElse(null);
        if (reading != null && (reading.partsSeen() > 0 || reading.refusal() != null)) {
            if (reading.refusal() != null) {
                draft.refused(reading.refusal().sentence());
            } else {
                told(draft, reading);
            }
            draft.quiet(Words.dropped(reading, "promises on record"));
            draft.flags(telling, reading.flags());
        }
        return draft.end("commitments", "What was promised", "Commitments");
    }

    private void told(Section.Draft draft, Reading reading) {
        Grid whole = new Grid(telling, "All promises that fell due", "of those due")
                .drawn("share", "", As.share, Axis.PART).size("due", "", Part.n);
        whole.row(Prose.words("kept by the day first given"), ALL + "kept", false)
                .row(Prose.words("kept by the last day given"), ALL + "keptAtLast", false)
                .row(Prose.words("never moved back"), ALL + "neverMovedBack", false)
                .row(Prose.words("moved back only once the old day had passed"), ALL + "pushedLate", false)
                .row(Prose.words("gone quiet"), ALL + "quiet", false)
                .row(Prose.words("withdrawn within a year"), ALL + "withdrawn", false);
        draft.addAll(whole.blocks());
        for (String kind : List.of("promise", "lead")) {
            Grid grid = new Grid(telling, kind.equals("lead") ? "By how long ahead they were made"
                    : "By kind of promise", kind.equals("lead") ? "made ahead" : "promised")
                    .value("due", "due", As.count).interval("kept (95\u00a0%)", "kept", As.share)
                    .interval("by the last day (95\u00a0%)", "keptAtLast", As.share)
                    .interval("never put back (95\u00a0%)", "neverMovedBack", As.share)
                    .interval("gone quiet (95\u00a0%)", "quiet", As.share);
            classes(reading, kind).forEach(name -> grid.row(name, "commitment/" + kind + "/" + Line.idPart(name)
                    + "/"));
            draft.addAll(grid.total(ALL).blocks());
        }
        Grid days = new Grid(telling, "In days of 24 hours", "days").interval("days (95\u00a0%)", "", As.slip)
                .size("promises", "", Part.n);
        days.row(Prose.words("from the end of the first day until half are kept"), ALL + "slip", false)
                .row(Prose.words("until 85 of 100 are kept"), ALL + "slip85", false);
        draft.addAll(days.blocks());
        if (numbers.isTold(ALL + "firstAction")) {
            draft.plain(new Prose.Draft().words("Half saw a first action within ")
                    .add(numbers.told(ALL + "firstAction", As.mean)).words(" days.").end());
        }
    }

    private static List<String> classes(Reading reading, String kind) {
        List<String> found = reading.lines().stream().filter(line -> line.id().startsWith("commitment/" + kind + "/"))
                .map(line -> line.about().id()).distinct().toList();
        return found.stream().sorted(java.util.Comparator.<String>comparingInt(LEADS::indexOf)
                .thenComparing(java.util.Comparator.naturalOrder())).toList();
    }
}
