package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Strength;

/** Who was declared to own what, beside who acts there. */
final class OwnerSection {

    private final Telling telling;
    private final Numbers numbers;

    OwnerSection(Telling telling) {
        this.telling = telling;
        this.numbers = telling.numbers();
    }

    Section section() {
        Section.Draft draft = new Section.Draft();
        Reading reading = telling.published().reading("ownership").orElse(null);
        if (reading != null && reading.refusal() != null) {
            draft.refused(reading.refusal().sentence());
        } else if (reading != null) {
            List<String> rows = reading.lines().stream().map(OwnerSection::row).distinct().toList();
            teams(draft, rows);
            repository(draft, rows);
            bands(draft, rows);
            draft.flags(telling, reading.flags());
        }
        return draft.end("ownership", "Who owns, and who acts", "Ownership");
    }

    /** The part of an id that the lines of an area share. */
    private static String row(Line line) {
        return line.id().endsWith("/" + line.label())
                ? line.id().substring(0, line.id().length() - line.label().length()) : line.id() + "/";
    }

    private String name(String row) {
        for (String label : List.of("agreement", "declaredShare", "concentration")) {
            Line line = telling.published().line(row + label).orElse(null);
            if (line != null) {
                return line.about().id();
            }
        }
        return row;
    }

    private void teams(Section.Draft draft, List<String> rows) {
        Grid grid = new Grid(telling, "Shares of the touches of an area", "area").words("declared owner", this::owner)
                .drawn("by the owner", "agreement", As.share, Axis.PART)
                .interval("by the largest other (95\u00a0%)", "otherTeam", As.share)
                .interval("hours without an owner (95\u00a0%)", "ownerlessHours", As.mean)
                .interval("teams, as if even (95\u00a0%)", "effectiveTeams", As.mean)
                .words("claims", this::claims);
        rows.stream().filter(row -> numbers.isKnown(row + "agreement") && numbers.isKnown(row + "nobodys"))
                .forEach(row -> grid.row(name(row), row));
        List<Block> blocks = grid.blocks();
        draft.addAll(blocks);
        if (!blocks.isEmpty()) {
            draft.quiet("People as clusters; claims by Holm over all areas that are judged. Hours without an owner:"
                    + " elapsed hours of an item that nobody had, the mean.");
        }
    }

    private Prose owner(String row) {
        return telling.published().line(row + "agreement").map(line ->
                Prose.name(line.of().substring(line.of().lastIndexOf(": ") + 2))).orElse(Prose.NONE);
    }

    private Prose claims(String row) {
        Map<String, String> names = new TreeMap<>(Map.of("orphanHours", "orphan", "silentWeeks", "orphan", "absent",
                "absent", "contested", "contested"));
        List<String> claims = new ArrayList<>();
        names.forEach((label, claim) -> {
            Strength strength = numbers.strength(row + label);
            if (strength == Strength.SHOWS || strength == Strength.SUGGESTS) {
                claims.add(claim + (strength == Strength.SHOWS ? ": shows" : ": suggests"));
            }
        });
        return claims.isEmpty() ? Prose.NONE : Prose.words(String.join(", ", claims.stream().distinct().toList()));
    }

    private void repository(Section.Draft draft, List<String> rows) {
        Grid grid = new Grid(telling, "Commits by whoever the repository declared to own what was changed", "area")
                .drawn("by declared owners", "declaredShare", As.share, Axis.PART)
                .range("at least\u2013most", "declaredShare", As.share).size("commits", "declaredShare", Part.n)
                .size("people", "declaredShare", Part.actors).value("unclear", "declaredUnclear", As.share)
                .value("nobody declared", "declaredNobody", As.share);
        rows.stream().filter(row -> numbers.isKnown(row + "declaredUnclear")).forEach(row -> grid.row(name(row), row));
        draft.addAll(grid.blocks());
    }

    /** How many hands an area is in: bands only, never a figure of one person. */
    private void bands(Section.Draft draft, List<String> rows) {
        TreeMap<String, List<String>> bands = new TreeMap<>();
        for (String row : rows) {
            for (String label : List.of("concentration", "approvers")) {
                telling.published().line(row + label).filter(line -> line.estimate() != null
                        && !line.of().startsWith("several")).ifPresent(line ->
                                bands.computeIfAbsent(line.of(), none -> new ArrayList<>()).add(name(row)));
            }
        }
        List<Prose> entries = new ArrayList<>();
        bands.forEach((band, names) -> {
            Prose.Draft entry = new Prose.Draft().quoted(band).words(": ");
            for (int i = 0; i < names.size(); i++) {
                entry.words(i == 0 ? "" : ", ").name(names.get(i));
            }
            entries.add(entry.end());
        });
        draft.entries(entries);
    }
}
