package org.desireline.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;

/** Priorities in competition: how far the order decides, pair by pair, class by class, rule by rule. */
final class OrderSection {

    private static final String PULL = "contest/priority/pullIndex";
    private static final Map<String, String> SETTINGS = Map.of(
            "pulled", "taken up by the owner\u2019s own choice",
            "pushed", "just assigned by somebody else",
            "openDesk", "every open item on the menu",
            "noStale", "without items untouched for 180 days",
            "switch", "turns to other work",
            "pool", "taken out of what nobody owned");

    private final Telling telling;
    private final Numbers numbers;

    OrderSection(Telling telling) {
        this.telling = telling;
        this.numbers = telling.numbers();
    }

    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("contest").orElse(null);
        if (reading != null && !telling.head().isLone()) {
            if (reading.refusal() != null) {
                draft.refused(reading.refusal().sentence());
            } else {
                pull(draft);
            }
            pairs(draft, reading);
            classes(draft, reading);
            teams(draft, reading);
            tradeoffs(draft, reading);
            dropped(draft, reading);
            draft.flags(telling, reading.flags());
        }
        return draft.end("competition", "Priorities in competition", "Priorities in competition");
    }

    private void pull(Section.Draft draft) {
        if (!numbers.isTold(PULL)) {
            numbers.reason(PULL).ifPresent(reason -> draft.plain(new Prose.Draft().words("Withheld: ").quoted(reason)
                    .words(".").end()));
            return;
        }
        Prose.Draft say = new Prose.Draft().words("Of ").add(numbers.part(PULL, Part.n, As.count))
                .words(" choices of what to start next");
        if (numbers.isTold(PULL + "/passedOver") && numbers.isTold(PULL + "/passedOverByChance")) {
            say.words(", ").add(numbers.part(PULL + "/passedOver", Part.value, As.count))
                    .words(" passed over something of higher priority that lay ready on the same desk; a blind draw"
                            + " would have passed over ")
                    .add(numbers.part(PULL + "/passedOverByChance", Part.value, As.count));
        } else {
            say.words(" between ranks, this is how far the order decided");
        }
        draft.plain(say.words(".").end());
        Grid grid = new Grid(telling, "The pull index \u03a0: 1 the order is followed, 0 it is ignored, below 0 it is"
                + " reversed", "choices").drawn("\u03a0", "", As.ratio, Axis.INDEX).size("choices", "", Part.n)
                .size("people", "", Part.actors);
        grid.row(Prose.words("all of them"), PULL, false);
        new TreeMap<>(SETTINGS).forEach((setting, words) -> grid.row(Prose.words(words), PULL + "/" + setting, false));
        draft.addAll(grid.blocks());
    }

    /** Pairs of priorities, the declared order of the first deciding where each stands. */
    private List<Line> pairs(Reading reading, String label) {
        List<String> order = telling.head().priorities();
        return telling.lines(reading, "pair", label).stream().sorted(Comparator
                .<Line>comparingInt(line -> rank(order, line, 0)).thenComparingInt(line -> rank(order, line, 1))
                .thenComparing(Line::id)).toList();
    }

    private static int rank(List<String> order, Line line, int side) {
        String[] names = line.about().id().split(" over ", -1);
        return side < names.length ? order.indexOf(names[side]) : -1;
    }

    private static String row(Line line, String suffix) {
        return line.id().substring(0, line.id().length() - suffix.length());
    }

    private void pairs(Section.Draft draft, Reading reading) {
        List<Line> wins = pairs(reading, "wins");
        Grid won = new Grid(telling, "Both ready on one desk: how often the first was started", "pair")
                .drawn("the first won", "/wins", As.share, Axis.SHARE, "/winsByChance")
                .value("blindly", "/winsByChance", As.share).size("occasions", "/wins", Part.n);
        wins.forEach(line -> won.row(line.about().id(), row(line, "/wins")));
        draft.addAll(won.blocks());
        if (wins.stream().anyMatch(line -> line.estimate() != null)) {
            draft.quiet("Exact counts; their intervals take choices as independent, those of \u03a0 and of the odds"
                    + " below do not. The ring is what a blind draw would give.");
        }
        worths(draft, reading);
        never(draft, reading);
    }

    private void worths(Section.Draft draft, Reading reading) {
        List<Line> worths = pairs(reading, "worth");
        List<Line> told = worths.stream().filter(line -> line.estimate() != null).toList();
        Axis axis = Axis.odds(told.stream().map(Line::estimate).filter(java.util.Objects::nonNull)
                .flatMap(estimate -> java.util.stream.Stream.of(estimate.low(), estimate.high())).toList());
        Grid grid = new Grid(telling, "One item of each on the menu: how many times as likely the first is to be"
                + " started as the second", "pair").drawn("first : second", "/worth", As.odds, axis)
                .size("people", "/worth", Part.actors).words("the order here", this::verdict);
        worths.forEach(line -> grid.row(line.about().id(), row(line, "/worth")));
        List<Block> blocks = grid.blocks();
        draft.addAll(blocks);
        if (!told.isEmpty()) {
            draft.add(Charts.forest(telling, "Pairs of priorities, one item of each on the menu",
                    new Prose.Draft().words("Right of the middle the first of a pair is started rather than the"
                            + " second, left of it the second. Lines are 95\u00a0% intervals, people as clusters; the"
                            + " scale is of odds. The figures are those of the table above.").end(), told));
        }
    }

    private Prose verdict(String row) {
        Estimate odds = numbers.estimate(row + "/inversion");
        if (odds == null) {
            return numbers.isKnown(row + "/inversion") ? Prose.words("withheld") : Prose.NONE;
        }
        return Prose.words(switch (odds.strength()) {
            case SHOWS -> "reversed: shows";
            case SUGGESTS -> "reversed: suggests";
            case CANNOT_TELL -> odds.high() < 1 ? "followed" : "cannot tell";
            case EXACT -> "";
        });
    }

    private void never(Section.Draft draft, Reading reading) {
        List<Prose> entries = new ArrayList<>();
        pairs(reading, "occasions").stream().filter(line -> line.estimate() != null && line.estimate().value() == 0)
                .forEach(line -> entries.add(new Prose.Draft().name(line.about().id()).words(": the two never competed"
                        + " (").add(numbers.part(line.id(), Part.value, As.count)).words(" occasions, an exact count)")
                        .end()));
        pairs(reading, "neverChosen").stream().filter(line -> line.estimate() != null && line.estimate().value() > 0)
                .forEach(line -> entries.add(new Prose.Draft().name(line.about().id())
                        .words(": one of the two was never chosen in ")
                        .add(numbers.part(line.id(), Part.value, As.count)).words(" opportunities").end()));
        draft.entries(entries);
    }

    /** What wins among the classes of each kind. */
    private void classes(Section.Draft draft, Reading reading) {
        List<Block> blocks = new ArrayList<>();
        for (String kind : List.of("priority", "type", "component", "epic", "fixVersion", "label", "area", "project")) {
            Grid grid = new Grid(telling, new Prose.Draft().words("Ready beside another " + Words.kind(kind)
                    + ": how often it was started").end(), Words.kind(kind))
                    .drawn("started", "/wins", As.share, Axis.PART, "/winsByChance")
                    .value("blindly", "/winsByChance", As.share).size("occasions", "/wins", Part.n);
            telling.lines(reading, kind, "wins").forEach(line -> grid.row(line.about().id(), row(line, "/wins")));
            blocks.addAll(grid.blocks());
        }
        fold(draft, "Class by class", blocks);
    }

    private void fold(Section.Draft draft, String summary, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            draft.add(new Block.Fold(telling.anchor("fold"), Prose.words(summary), blocks));
        }
    }

    private void teams(Section.Draft draft, Reading reading) {
        List<Line> lines = reading.lines().stream().filter(line -> line.id().startsWith("contest/team/")
                && line.id().endsWith("/worth")).toList();
        Axis axis = Axis.odds(lines.stream().map(Line::estimate).filter(java.util.Objects::nonNull)
                .flatMap(estimate -> java.util.stream.Stream.of(estimate.low(), estimate.high())).toList());
        Grid grid = new Grid(telling, "By team, drawn towards the whole: how many times as likely the first is to be"
                + " started as the second", "team and pair").drawn("first : second", "", As.odds, axis)
                .size("people", "", Part.actors);
        lines.forEach(line -> grid.row(line.about().id() + ", " + line.label().replace("worth: ", ""), line.id()));
        fold(draft, "Team by team", grid.blocks());
    }

    private void tradeoffs(Section.Draft draft, Reading reading) {
        Grid grid = new Grid(telling, "Tradeoff rules: occasions on which work of both lay on one menu while the rule"
                + " was in force, and one of the two was started", "rule")
                .value("occasions", "/occasions", As.count).drawn("kept", "/kept", As.share, Axis.SHARE);
        telling.lines(reading, "tradeoff", "occasions").forEach(line ->
                grid.row(line.about().id(), row(line, "/occasions")));
        draft.addAll(grid.blocks());
    }

    private void dropped(Section.Draft draft, Reading reading) {
        draft.quiet(Words.dropped(reading, "starts"));
    }
}
