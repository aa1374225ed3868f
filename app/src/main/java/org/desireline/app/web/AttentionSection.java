package org.desireline.app.web;

import java.util.List;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;

/** What got attention, beside what came in and what was intended. */
final class AttentionSection {

    private final Telling telling;

    AttentionSection(Telling telling) {
        this.telling = telling;
    }

    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("attention").orElse(null);
        if (reading != null && !telling.head().isLone()) {
            if (reading.refusal() != null) {
                draft.refused(reading.refusal().sentence());
            } else {
                told(draft);
            }
            draft.flags(telling, reading.flags().stream().filter(flag -> !Trap.isFlag(flag)).toList());
        }
        return draft.end("attention", "What got attention", "Attention");
    }

    private void told(Section.Draft draft) {
        draft.addAll(table("priority"));
        draft.addAll(table("team"));
        List<Block> others = List.of("area", "type", "component", "epic", "fixVersion", "label", "project").stream()
                .flatMap(kind -> table(kind).stream()).toList();
        if (!others.isEmpty()) {
            draft.add(new Block.Fold(telling.anchor("fold"), Prose.words("The same by other fields"), others));
        }
    }

    private List<Block> table(String kind) {
        Grid grid = new Grid(telling, "By " + Words.kind(kind) + ": the mean of the weeks", Words.kind(kind))
                .value("came in", "arrivals", As.share).drawn("touches", "touches", As.share, Axis.PART)
                .interval("recorded hours (95\u00a0%)", "hours", As.share).value("intended", "intended", As.share)
                .interval("off by, points (95\u00a0%)", "againstIntended", As.points)
                .interval("reviews an item (95\u00a0%)", "reviews", As.mean)
                .interval("approvals an item (95\u00a0%)", "approvals", As.mean)
                .interval("median wait, hours (95\u00a0%)", "waitHours", As.hours);
        List<String> classes = telling.classes("attention", kind).stream().filter(name -> !name.contains(" over "))
                .toList();
        classes.forEach(name -> grid.row(name, "attention/" + kind + "/" + Line.idPart(name) + "/"));
        return classes.size() < 2 ? List.of() : grid.blocks();
    }
}
