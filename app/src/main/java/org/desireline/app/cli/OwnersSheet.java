package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** Who was declared to own what, and who acts: the section that {@code look} and {@code report} share. */
final class OwnersSheet {

    private final Published published;
    private final Figures figures;
    private final String command;
    private final String again;

    /**
     * The section of a run.
     *
     * @param command how this program is called here
     * @param again what to add to a command so that it sees what this one saw
     */
    OwnersSheet(Published published, String command, String again) {
        this.published = published;
        this.figures = new Figures(published);
        this.command = command;
        this.again = again;
    }

    /** The section; nothing where nobody declares an owner, and of teams only where a charter does. */
    void owns(Sheet sheet) {
        Reading reading = published.reading("ownership").orElse(null);
        boolean declared = !published.head().versions().isEmpty();
        if (reading == null || (reading.refusal() != null && !declared
                && reading.refusal().reason().startsWith("nobody is declared"))) {
            return;
        }
        sheet.heading("Who owns, and who acts");
        if (reading.refusal() != null) {
            sheet.text(reading.refusal().sentence());
            return;
        }
        List<String> rows = reading.lines().stream().map(OwnersSheet::row).distinct().toList();
        teams(sheet, rows);
        repository(sheet, rows);
        people(sheet, rows);
        withheld(sheet, reading, List.of("agreement", "declaredShare"), "");
        withheld(sheet, reading, List.of("overloaded"), "whether owners are overloaded ");
        reading.flags().forEach(flag -> sheet.entry("! " + flag));
    }

    /** The part of an id that the lines of an area share. */
    private static String row(Line line) {
        return line.id().substring(0, line.id().length() - line.label().length());
    }

    private String name(String row) {
        return published.line(row + "concentration").map(line -> line.about().id()).orElse(row);
    }

    private @Nullable Line line(String id) {
        return published.line(id).orElse(null);
    }

    private void teams(Sheet sheet, List<String> rows) {
        List<List<String>> table = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (String row : rows) {
            Line agreement = line(row + "agreement");
            if (agreement != null && line(row + "nobodys") != null) {
                table.add(List.of(name(row), after(agreement), figures.interval(row + "agreement"),
                        figures.interval(row + "otherTeam"), figures.number(row + "ownerlessHours"),
                        figures.number(row + "effectiveTeams"), verdict(row)));
                sentences(row, told);
            }
        }
        if (!table.isEmpty()) {
            sheet.table(List.of("area", "declared owner", "by the owner (95 %)", "by the largest other",
                    "h without owner", "teams", "claims"), table);
            told.forEach(sheet::say);
            sheet.quiet("shares of the touches of an area; people as clusters; claims by Holm over all areas that are"
                    + " judged. h without owner: elapsed hours of an item that nobody had, the mean. teams: how many"
                    + " sharing evenly would be as mixed. Items: " + show("ownership") + ".");
        }
    }

    /** What stands after the last colon of what a line is a part of: the name of a team. */
    private static String after(Line line) {
        return line.of().substring(line.of().lastIndexOf(": ") + 2);
    }

    private String verdict(String row) {
        Map<String, String> names = new TreeMap<>(Map.of("orphanHours", "orphan", "silentWeeks", "orphan", "absent",
                "absent", "contested", "contested", "overloaded", "overloaded"));
        List<String> claims = new ArrayList<>();
        names.forEach((label, claim) -> {
            Strength strength = strength(row + label);
            if (strength == Strength.SHOWS || strength == Strength.SUGGESTS) {
                claims.add(claim + ": " + (strength == Strength.SHOWS ? "shows" : "suggests"));
            }
        });
        Estimate quiet = estimate(row + "quietWeeks");
        if (claims.isEmpty() && quiet != null && quiet.value() > 0.5) {
            claims.add("quiet: no demand");
        }
        return claims.isEmpty() ? Sheet.NOTHING : String.join(", ", claims.stream().distinct().toList());
    }

    private void sentences(String row, List<String> told) {
        Line absent = line(row + "absent");
        Estimate other = estimate(row + "otherTeam");
        Line agreement = line(row + "agreement");
        Line most = line(row + "otherTeam");
        if (absent != null && strength(row + "absent") == Strength.SHOWS && other != null && agreement != null
                && most != null) {
            told.add(Page.format("%s is declared to belong to %s, but %.0f %% (%.0f to %.0f) of its touches are by %s.",
                    name(row), after(agreement), 100 * other.value(), 100 * other.low(), 100 * other.high(),
                    after(most)));
        }
        Estimate load = estimate(row + "overloaded");
        if (load != null && load.strength() == Strength.SHOWS) {
            told.add(Page.format("%.0f %% (%.0f to %.0f) of the waiting of %s: its owners were at work on something of"
                    + " a higher or the same class.", 100 * load.value(), 100 * load.low(), 100 * load.high(),
                    name(row)));
        }
        Estimate hours = estimate(row + "ownerlessHours");
        Estimate elsewhere = estimate(row + "ownerlessElsewhere");
        if (strength(row + "orphanHours") == Strength.SHOWS && hours != null && elsewhere != null) {
            told.add(elsewhere.value() == 0
                    ? Page.format("Items of %s lie %.0f h without an owner, those of all other areas never.",
                            name(row), hours.value())
                    : Page.format("Items of %s lie %.1f times as long without an owner as elsewhere: %.0f h.",
                            name(row), hours.value() / elsewhere.value(), hours.value()));
        }
    }

    private @Nullable Estimate estimate(String id) {
        Line line = line(id);
        return line == null ? null : line.estimate();
    }

    private @Nullable Strength strength(String id) {
        Estimate estimate = estimate(id);
        return estimate == null ? null : estimate.strength();
    }

    private void repository(Sheet sheet, List<String> rows) {
        List<List<String>> table = new ArrayList<>();
        for (String row : rows) {
            if (line(row + "declaredUnclear") != null) {
                Estimate share = estimate(row + "declaredShare");
                table.add(List.of(name(row), figures.interval(row + "declaredShare"), share == null ? Sheet.NOTHING
                        : figures.range(row + "declaredShare"), share == null ? Sheet.NOTHING
                        : Page.format("%,d by %d", share.n(), share.actors()), figures.share(row + "declaredUnclear"),
                        figures.share(row + "declaredNobody")));
            }
        }
        if (!table.isEmpty()) {
            sheet.table(List.of("area", "by declared owners (95 %)", "at least, at most", "commits, people", "unclear",
                    "nobody declared"), table);
            sheet.quiet("commits by whoever the repository declared to own what was changed when it was changed, all"
                    + " of them together, of those of whom it can be told; people as clusters. At least, at most: if"
                    + " none, or all, of what is unclear were theirs. Items: "
                    + show("ownership") + ".");
        }
    }

    private void people(Sheet sheet, List<String> rows) {
        TreeMap<String, List<String>> bands = new TreeMap<>();
        for (String row : rows) {
            for (String label : List.of("concentration", "approvers")) {
                Line line = line(row + label);
                if (line != null && line.estimate() != null && !line.of().startsWith("several")) {
                    bands.computeIfAbsent(line.of(), none -> new ArrayList<>()).add(name(row));
                }
            }
        }
        bands.forEach((band, names) -> sheet.entry(band + ": " + String.join(", ", names)));
    }

    /** Areas of which something is not said, and why. */
    private void withheld(Sheet sheet, Reading reading, List<String> labels, String what) {
        TreeMap<String, List<String>> reasons = new TreeMap<>();
        for (Line line : reading.lines()) {
            String reason = line.withheld();
            if (reason != null && labels.contains(line.label())) {
                reasons.computeIfAbsent(reason, none -> new ArrayList<>()).add(line.about().id());
            }
        }
        reasons.forEach((reason, names) -> sheet.entry(what + "withheld, " + reason + ": "
                + String.join(", ", names.stream().distinct().toList())));
    }

    private String show(String what) {
        return command + " show " + what + again;
    }
}
