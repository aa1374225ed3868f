package org.desireline.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.desireline.instrument.Card;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;

/** Readings that no section of their own tells of: their figures as they are, under the question of their card. */
final class OtherSections {

    private static final Set<String> TOLD =
            Set.of("contest", "choice", "attention", "ledger", "review", "commitment", "ownership", "resistance",
                    "course", "capacity", "coherence", "compensation", "intent");
    private static final int MOST_ROWS = 40;

    private final Telling telling;

    OtherSections(Telling telling) {
        this.telling = telling;
    }

    List<Section> sections(List<Card> cards) {
        List<Section> sections = new ArrayList<>();
        for (Reading reading : telling.published().readings()) {
            if (!TOLD.contains(reading.instrument())) {
                String question = cards.stream().filter(card -> card.name().equals(reading.instrument()))
                        .map(Card::question).findFirst().orElse(reading.instrument());
                sections.add(section(reading, question));
            }
        }
        return sections;
    }

    private Section section(Reading reading, String question) {
        Section.Draft draft = new Section.Draft();
        if (reading.refusal() != null) {
            draft.refused(reading.refusal().sentence());
        }
        Map<String, List<Line>> kinds = new LinkedHashMap<>();
        reading.lines().stream().filter(line -> line.period().equals("window")).forEach(line ->
                kinds.computeIfAbsent(line.about().kind() + ", " + line.of(), none -> new ArrayList<>()).add(line));
        List<Block> tables = new ArrayList<>();
        kinds.values().forEach(lines -> tables.addAll(table(lines)));
        draft.addAll(tables.subList(0, Math.min(4, tables.size())));
        if (tables.size() > 4) {
            draft.add(new Block.Fold(telling.anchor("fold"), Prose.words("More of it"),
                    tables.subList(4, tables.size())));
        }
        draft.quiet(Words.dropped(reading, "parts"));
        draft.flags(telling, reading.flags());
        String name = reading.instrument();
        return draft.end(name, question, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    private List<Block> table(List<Line> lines) {
        Line first = lines.getFirst();
        Estimate any = lines.stream().map(Line::estimate).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        if (any == null) {
            return List.of();
        }
        Grid grid = new Grid(telling, new Prose.Draft().words("By " + Words.kind(first.about().kind()) + ": ")
                .quoted(first.of()).end(), Words.kind(first.about().kind()));
        As as = As.of(any.unit());
        if (as == As.share) {
            grid.drawn("share", "", as, Axis.PART);
        } else {
            grid.interval("value (95\u00a0%)", "", as);
        }
        grid.size("rests on", "", Part.n);
        lines.stream().limit(MOST_ROWS).forEach(line -> grid.row(new Prose.Draft().name(line.about().id())
                .words(", ").quoted(Words.label(line.label())).end(), line.id(), false));
        List<Block> blocks = new ArrayList<>(grid.blocks());
        if (lines.size() > MOST_ROWS) {
            blocks.add(new Block.Command("All of them: ", telling.show(first.id().replaceFirst("/.*", ""))));
        }
        return blocks;
    }
}
