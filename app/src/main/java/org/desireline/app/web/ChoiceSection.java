package org.desireline.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;

/** What decides which work starts. */
final class ChoiceSection {

    private static final Map<String, String> FAMILIES = Map.of(
            "firstStart", "What is started next",
            "pool", "What is taken out of what nobody owned",
            "switch", "What is turned to when something else was left (a check, of which nothing is claimed)");

    private final Telling telling;
    private final Numbers numbers;

    ChoiceSection(Telling telling) {
        this.telling = telling;
        this.numbers = telling.numbers();
    }

    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("choice").orElse(null);
        if (reading != null && !telling.head().isLone()) {
            if (reading.refusal() != null) {
                draft.refused(reading.refusal().sentence());
            } else {
                List.of("firstStart", "pool", "switch").forEach(family -> family(draft, reading, family));
            }
            draft.quiet(Words.dropped(reading, "decisions of every kind"));
            draft.flags(telling, reading.flags());
        }
        return draft.end("choice", "What decides which work starts", "What decides");
    }

    private void family(Section.Draft draft, Reading reading, String family) {
        String row = "choice/" + family + "/";
        if (reading.lines().stream().noneMatch(line -> line.id().startsWith(row) && line.estimate() != null)) {
            return;
        }
        draft.heading(FAMILIES.getOrDefault(family, family));
        Grid groups = new Grid(telling, "What explains the choices, of what can be explained", "reason")
                .drawn("share", "/explains", As.share, Axis.PART)
                .interval("nats a choice (95\u00a0%)", "/nats", As.fine);
        about(reading, row, "reason", "nats", ChoiceWords.GROUP_ORDER).forEach(name ->
                groups.row(Prose.words(words(ChoiceWords.GROUPS, name)), row + name, false));
        draft.addAll(groups.blocks());
        boolean isClaimed = !family.equals("switch");
        Grid attributes = new Grid(telling, "Of two items alike but for one typical difference, how often the one that"
                + " is \u2026 comes first; 50\u00a0% would be no matter", "the one that is")
                .drawn("comes first", "/shift", As.share, Axis.SHARE).size("choices", "/shift", Part.n);
        if (isClaimed) {
            attributes.words("claim", this::claim);
        }
        about(reading, row, "attribute", "effect", ChoiceWords.ATTRIBUTE_ORDER).forEach(name ->
                attributes.row(Prose.words(words(ChoiceWords.ATTRIBUTES, name)), row + name, false));
        draft.addAll(attributes.blocks());
        rates(draft, reading, row);
        fit(draft, row);
    }

    /** The names of what a family has figures about, in a given order. */
    private static List<String> about(
            Reading reading, String row, String kind, String label, List<String> order) {
        return reading.lines().stream().filter(line -> line.id().startsWith(row) && line.about().kind().equals(kind)
                && line.label().equals(label)).map(line -> line.about().id()).distinct()
                .sorted(Comparator.<String>comparingInt(name -> place(order, name))
                        .thenComparing(Comparator.naturalOrder())).toList();
    }

    private static int place(List<String> order, String name) {
        int place = order.indexOf(name.split("\\+", 2)[0]);
        return place < 0 ? order.size() : place;
    }

    private static String words(Map<String, String> words, String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("\\+", -1)) {
            parts.add(words.getOrDefault(part, part));
        }
        return String.join(" and ", parts);
    }

    private Prose claim(String row) {
        Estimate effect = numbers.estimate(row + "/effect");
        return effect == null ? Prose.NONE : Prose.words(Words.claim(effect.strength()));
    }

    private void rates(Section.Draft draft, Reading reading, String row) {
        List<Prose> entries = new ArrayList<>();
        for (Line line : reading.lines()) {
            if (line.id().startsWith(row + "rate/") && line.label().equals("rate") && line.estimate() != null) {
                entries.add(new Prose.Draft().add(numbers.told(line.id(), As.mean)).words(" ").quoted(line.of())
                        .end());
            }
        }
        draft.entries(entries);
    }

    /** How often each rule would have named what was started. */
    private void fit(Section.Draft draft, String row) {
        String at = row + "fit/";
        Grid grid = new Grid(telling, "Held out: how often each rule names what was started, of the last quarter of"
                + " the choices out of short menus", "rule").drawn("named", "", As.share, Axis.PART)
                .size("choices", "", Part.n);
        grid.row(Prose.words("all of the above together"), at + "hit", false)
                .row(Prose.words("the order alone"), at + "hitByOrder", false)
                .row(Prose.words("oldest first"), at + "hitByAge", false)
                .row(Prose.words("smallest first"), at + "hitBySize", false)
                .row(Prose.words("a blind draw"), at + "hitByChance", false);
        draft.addAll(grid.blocks());
    }
}
