package org.desireline.app.web;

import java.util.List;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;

/** How busy teams are, whether they pull the same way, and what rests on somebody stepping in. */
final class TogetherSection {

    private final Telling telling;

    TogetherSection(Telling telling) {
        this.telling = telling;
    }

    /** Whether teams pull together; nothing where nothing was declared. */
    Section together() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("coherence").orElse(null);
        if (reading != null && telling.head().isDeclared()) {
            if (reading.refusal() != null) {
                draft.refused(reading.refusal().sentence());
            } else {
                activity(draft);
                directions(draft, reading);
            }
            draft.flags(telling, reading.flags());
        }
        return draft.end("coherence", "Busy, and pulling together?", "Pulling together");
    }

    private void activity(Section.Draft draft) {
        Grid grid = new Grid(telling, "By team: recorded work on calendar over what it can do in a week; never averaged"
                + " over teams", "team").drawn("activity", "activity", As.share, Axis.PART)
                .range("at least\u2013most", "activity", As.share).value("of hours a week", "capacity", As.hours)
                .size("weeks", "activity", Part.n).size("people", "activity", Part.actors);
        telling.classes("coherence", "team").forEach(team ->
                grid.row(team, "coherence/team/" + Line.idPart(team) + "/"));
        draft.addAll(grid.blocks());
    }

    private void directions(Section.Draft draft, Reading reading) {
        Grid grid = new Grid(telling, "Pairs of priorities that both teams met ten times or more on one desk: which of"
                + " the two is started first", "teams").size("pairs", "opposite", Part.n)
                .value("opposite", "opposite", As.share).value("the same", "same", As.share)
                .value("undecided", "undecided", As.share)
                .words("claim", row -> claim(row + "opposite"));
        rows(reading, "opposite").forEach(line -> grid.row(line.about().kind().equals("all")
                ? Prose.words("any two") : Prose.name(line.about().id()), row(line, "opposite"), false));
        draft.addAll(grid.blocks());
        Grid apart = new Grid(telling, "Where opposite ones win: how far the two teams lie apart", "teams, pair")
                .interval("points (95\u00a0%)", "", As.points).size("occasions", "", Part.n)
                .words("claim", this::claim);
        reading.lines().stream().filter(line -> line.label().startsWith("apart: ")).forEach(line ->
                apart.row(new Prose.Draft().name(line.about().id()).words(", ")
                        .quoted(line.label().substring("apart: ".length())).end(), line.id(), false));
        draft.addAll(apart.blocks());
    }

    /** What is done outside working hours, and for areas of others. */
    Section steppingIn() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("compensation").orElse(null);
        if (reading != null && (reading.refusal() == null || telling.head().isDeclared())) {
            if (reading.refusal() != null) {
                draft.refused(reading.refusal().sentence());
            }
            portions(draft, reading, "outside", "Recorded work outside working hours; at least: had each person\u2019s"
                    + " week been moved as a whole by the hours that fit best", "whose");
            portions(draft, reading, "byOthers", "Recorded work in areas with a declared owner that nobody of that team"
                    + " did; areas without any are left out", "area");
            draft.flags(telling, reading.flags());
        }
        return draft.end("compensation", "What rests on somebody stepping in", "Stepping in");
    }

    private void portions(Section.Draft draft, Reading reading, String label, String caption, String names) {
        Grid grid = new Grid(telling, caption, names).interval("hours a week (95\u00a0%)", label, As.fineHours)
                .drawn("share", label + "Share", As.share, Axis.PART).range("at least\u2013most", label + "Share",
                        As.share).size("people", label + "Share", Part.actors)
                .words("half of it by", row -> carriers(row + label + "Carriers"))
                .words("claim", row -> claim(row + label + "Share"));
        rows(reading, label + "Share").stream().filter(line -> !line.about().kind().equals("all") && isAny(line))
                .forEach(line -> grid.row(Prose.name(line.about().id()), row(line, label + "Share"), false));
        rows(reading, label + "Share").stream().filter(line -> line.about().kind().equals("all")).forEach(line ->
                grid.total(row(line, label + "Share")));
        draft.addAll(grid.blocks());
    }

    /** Whether there is any of it, or it is withheld. */
    private static boolean isAny(Line line) {
        Estimate estimate = line.estimate();
        return estimate == null || estimate.value() > 0;
    }

    /** A band of people, as the line says it; no figure of its own. */
    private Prose carriers(String id) {
        return telling.published().line(id).filter(line -> line.estimate() != null && line.of().contains(" do"))
                .map(line -> Prose.quoted(line.of().substring(0, line.of().indexOf(" do")))).orElse(Prose.NONE);
    }

    private Prose claim(String id) {
        Estimate estimate = telling.numbers().estimate(id);
        return estimate == null ? Prose.NONE : Prose.words(Words.claim(estimate.strength()));
    }

    private static List<Line> rows(Reading reading, String label) {
        return reading.lines().stream().filter(line -> line.label().equals(label)).toList();
    }

    private static String row(Line line, String label) {
        return line.id().substring(0, line.id().length() - label.length());
    }
}
