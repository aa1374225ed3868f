package org.desireline.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.desireline.finding.Finding;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Unit;

/** The question, what may be said in answer to it, and the map of what is hard. */
final class TopSection {

    static final String QUESTION = "What is the system currently making easy or hard?";

    private static final int MOST_PATHS = 12;
    private static final String RATIO = "ratio";

    private final Telling telling;

    TopSection(Telling telling) {
        this.telling = telling;
    }

    /** The section. */
    Section section(Said said) {
        Section.Draft draft = new Section.Draft();
        sentence(draft, said.sentence());
        Reading map = telling.published().reading("resistance").orElse(null);
        if (map != null && !telling.head().isLone()) {
            draft.heading("What the system makes hard");
            if (said.findings().isEmpty()) {
                if (map.refusal() != null) {
                    draft.refused(map.refusal().sentence());
                } else {
                    draft.plain(Prose.words("Nothing that could be claimed of teams, areas, owners, order or promises"
                            + " stands out."));
                }
            }
            for (int i = 0; i < said.findings().size(); i++) {
                finding(draft, said.findings().get(i), "findings/" + i + "/");
            }
            paths(draft, map);
            draft.flags(telling, map.flags());
        }
        return draft.end("answer", "What you can say", "The answer");
    }

    private void sentence(Section.Draft draft, Sentence sentence) {
        draft.add(new Block.Paragraph(sentence.line().isEmpty() ? Block.Tone.refused : Block.Tone.say,
                new Spoken(telling.published(), List.of(sentence.line())).of(sentence.text())));
        telling.published().line(sentence.line()).ifPresent(line -> proof(draft, line));
    }

    /** The figure behind a sentence, drawn, and the command that opens it. */
    private void proof(Section.Draft draft, Line line) {
        Estimate estimate = line.estimate();
        if (estimate != null) {
            Axis axis = estimate.unit() == Unit.INDEX ? Axis.INDEX : estimate.unit() == Unit.SHARE ? Axis.PART : null;
            Grid grid = new Grid(telling, "The figure behind it", "figure");
            Prose name = new Prose.Draft().name(line.about().id()).words(", ").quoted(Words.label(line.label())).end();
            if (axis == null) {
                grid.interval("value (95\u00a0%)", "", As.of(estimate.unit()));
            } else {
                grid.drawn("value", "", As.of(estimate.unit()), axis);
            }
            grid.size("rests on", "", Part.n).size("people", "", Part.actors);
            grid.words("claim", row -> Prose.words(Words.claim(estimate.strength())))
                    .words("grade", row -> Prose.words(estimate.grade().label()));
            draft.addAll(grid.row(name, line.id(), false).blocks());
            draft.quiet(new Prose.Draft().words(estimate.low() == estimate.high() ? "" : "The line is the 95\u00a0%"
                    + " interval, the dot the value. ").words("Of: ").quoted(line.of()).words(".").end());
        }
        draft.add(new Block.Command("Proof: ", telling.proof(line.id())));
    }

    private void finding(Section.Draft draft, Finding finding, String path) {
        List<String> lines = new ArrayList<>(List.of(finding.line()));
        lines.addAll(finding.lines());
        draft.add(new Block.Paragraph(Block.Tone.say, new Spoken(telling.published(), lines).of(finding.sentence())));
        Prose.Draft grounds = new Prose.Draft().words("Structure: ").quoted(finding.structure().label())
                .words("; ").quoted(finding.strength().label());
        if (finding.hours() > 0) {
            grounds.words("; ").count(path + "hours", finding.hours(), As.count)
                    .words(" working hours of important work at stake");
        }
        list(grounds, "; not ruled out: ", finding.rivals());
        list(grounds, "; ruled out: ", finding.ruledOut());
        draft.entries(List.of(grounds.end(), new Prose.Draft().words("Next: ").quoted(finding.step()).end()));
        draft.add(new Block.Command("Proof: ", telling.proof(finding.line())));
        draft.add(new Block.Command("A gate that keeps it from getting worse: ", telling.gate(finding.line())));
        telling.published().line(finding.line()).ifPresent(telling.proofs()::carry);
    }

    private static void list(Prose.Draft draft, String lead, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            draft.words(i == 0 ? lead : ", ").quoted(texts.get(i));
        }
    }

    /** The map: paths of work by how many hours they wait for each hour of work, the hardest first. */
    private void paths(Section.Draft draft, Reading map) {
        List<Line> told = new ArrayList<>(map.lines().stream()
                .filter(line -> line.label().equals(RATIO) && line.estimate() != null).toList());
        told.sort(Comparator.comparingDouble(TopSection::value).reversed().thenComparing(Line::id));
        List<Line> shown = told.subList(0, Math.min(MOST_PATHS, told.size()));
        double longest = shown.stream().map(Line::estimate).filter(Objects::nonNull)
                .mapToDouble(Estimate::high).max().orElse(1);
        Grid grid = new Grid(telling, "The map: hours that work waited for each hour of work on it, path by path, the"
                + " hardest first", "path").value("waited, hours", "waiting", As.hours)
                .drawn("waiting for an hour of work", RATIO, As.mean, Axis.upTo(longest))
                .words("most of it", this::most).interval("place, like for like (95\u00a0%)", "rank", As.count);
        shown.forEach(line -> grid.row(line.about().id(), line.id().substring(0, line.id().length()
                - RATIO.length())));
        draft.addAll(grid.blocks());
        if (told.size() > shown.size()) {
            draft.add(new Block.Command("All paths: ", telling.show("resistance")));
        }
    }

    private static double value(Line line) {
        Estimate estimate = line.estimate();
        return estimate == null ? 0 : estimate.value();
    }

    /** The party with the largest part in a path's waiting. */
    private Prose most(String row) {
        return telling.published().reading("resistance").stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> line.id().startsWith(row + RATIO + "/") && line.estimate() != null)
                .max(Comparator.comparingDouble(TopSection::value).thenComparing(Line::id))
                .map(line -> Prose.words(line.label().substring(line.label().indexOf('/') + 1))).orElse(Prose.NONE);
    }
}
