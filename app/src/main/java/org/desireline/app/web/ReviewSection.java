package org.desireline.app.web;

import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;

/** How changes to a repository come in. */
final class ReviewSection {

    private static final String ALL = "review/all/all/";

    private final Telling telling;

    ReviewSection(Telling telling) {
        this.telling = telling;
    }

    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("review").orElse(null);
        if (reading != null && reading.refusal() != null) {
            draft.refused(reading.refusal().sentence());
        } else if (reading != null) {
            told(draft);
            draft.flags(telling, reading.flags());
        }
        return draft.end("review", "How changes come in", "Review");
    }

    private void told(Section.Draft draft) {
        Numbers numbers = telling.numbers();
        if (numbers.isTold(ALL + "unreviewed")) {
            draft.plain(new Prose.Draft().words("Of ").add(numbers.part(ALL + "unreviewed", Part.n, As.count))
                    .words(" changes merged in the window and proposed by people, ")
                    .add(numbers.told(ALL + "unreviewed", As.share))
                    .words(" were merged without a review by anybody but their author.").end());
        }
        for (String kind : java.util.List.of("priority", "type", "component", "area", "team", "project")) {
            Grid grid = new Grid(telling, "By " + Words.kind(kind) + ": half of the changes had this within so many"
                    + " hours, by the wall clock", Words.kind(kind))
                    .interval("first review by another (95\u00a0%)", "toFirstReview", As.fineHours)
                    .interval("merge (95\u00a0%)", "toMerge", As.fineHours)
                    .size("changes", "toMerge", Part.n).interval("unreviewed (95\u00a0%)", "unreviewed", As.share);
            java.util.List<String> classes = telling.classes("review", kind);
            classes.forEach(name -> grid.row(name, "review/" + kind + "/" + Line.idPart(name) + "/"));
            if (kind.equals("priority") || !classes.isEmpty()) {
                draft.addAll(grid.total(ALL).blocks());
            }
        }
    }
}
