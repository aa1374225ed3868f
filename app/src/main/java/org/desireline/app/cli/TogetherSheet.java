package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;

/** How busy teams are, and whether they pull the same way: the section that {@code look} and {@code report} share. */
final class TogetherSheet {

    private static final String ALL = "coherence/all/all/";

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
    TogetherSheet(Published published, String command, String again) {
        this.published = published;
        this.figures = new Figures(published);
        this.command = command;
        this.again = again;
    }

    /** The section; nothing where no charter declares anything. */
    void moves(Sheet sheet) {
        Reading reading = published.reading("coherence").orElse(null);
        if (reading == null || published.head().versions().isEmpty()) {
            return;
        }
        sheet.heading("Busy, and pulling together?");
        if (reading.refusal() != null) {
            sheet.text(reading.refusal().sentence());
            return;
        }
        activity(sheet, reading);
        directions(sheet, reading);
        said(sheet, reading);
        reading.flags().forEach(flag -> sheet.entry("! " + flag));
    }

    private static List<Line> lines(Reading reading, String label) {
        return reading.lines().stream().filter(line -> line.label().equals(label)).toList();
    }

    /** The part of an id that the lines of one thing share. */
    private static String row(Line line) {
        return line.id().substring(0, line.id().lastIndexOf('/') + 1);
    }

    private void activity(Sheet sheet, Reading reading) {
        List<List<String>> table = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Line line : lines(reading, "activity")) {
            Estimate estimate = line.estimate();
            if (estimate == null) {
                reasons.add(line.about().id() + ", how busy: withheld, " + line.withheld());
            } else {
                table.add(List.of(line.about().id(), figures.interval(line.id()), estimate.sensitivityHigh()
                        > estimate.value() ? figures.range(line.id()) : Sheet.NOTHING,
                        figures.hours(row(line) + "capacity"), Page.format("%d", estimate.n()),
                        Page.format("%d", estimate.actors())));
            }
        }
        if (!table.isEmpty()) {
            sheet.table(List.of("team", "activity (95 %)", "range", "of h a week", "weeks", "people"), table);
            sheet.quiet("recorded work on calendar over what the charter declares a team can do, or else over the"
                    + " working hours of its members at work; the range then goes up to what it would be of 60 % of"
                    + " these. Never averaged over teams.");
        }
        reasons.forEach(sheet::entry);
    }

    /** How many of how many. */
    private static String counted(Estimate estimate) {
        return Page.format("%d of %d", Math.round(estimate.value() * estimate.n()), estimate.n());
    }

    private String counted(String id) {
        Estimate estimate = published.line(id).map(Line::estimate).orElse(null);
        return estimate == null ? Sheet.NOTHING : counted(estimate);
    }

    private static String claim(Estimate estimate) {
        return switch (estimate.strength()) {
            case SHOWS -> "shows";
            case SUGGESTS -> "suggests";
            case CANNOT_TELL -> "cannot tell";
            case EXACT -> Sheet.NOTHING;
        };
    }

    private void directions(Sheet sheet, Reading reading) {
        List<List<String>> table = new ArrayList<>();
        for (Line line : lines(reading, "opposite")) {
            Estimate estimate = line.estimate();
            if (estimate != null) {
                table.add(List.of(line.id().startsWith(ALL) ? "any two" : line.about().id(), counted(estimate),
                        counted(row(line) + "same"), counted(row(line) + "undecided"), claim(estimate)));
            }
        }
        if (!table.isEmpty()) {
            sheet.table(List.of("teams", "opposite", "same", "undecided", "claim"), table);
            sheet.quiet("pairs of priorities that both teams met ten times or more on one desk: which of the two is"
                    + " started first. Exact counts; the claim is that it is opposite in truth, by Holm over all that"
                    + " was compared, people as clusters. Each pair: " + command + " show coherence" + again + ".");
        }
    }

    private static boolean isClaimed(Estimate estimate) {
        return estimate.strength() == Strength.SHOWS || estimate.strength() == Strength.SUGGESTS;
    }

    /** Only what is claimed is said. */
    private void said(Sheet sheet, Reading reading) {
        Estimate opposite = published.line(ALL + "opposite").map(Line::estimate).orElse(null);
        if (opposite == null || !isClaimed(opposite)) {
            return;
        }
        List<Double> shares = lines(reading, "activity").stream().map(Line::estimate).filter(Objects::nonNull)
                .map(Estimate::value).sorted().toList();
        String busy = shares.isEmpty() ? "" : Page.format("%d teams are at %.0f to %.0f %% activity; ", shares.size(),
                100 * shares.getFirst(), 100 * shares.getLast());
        String said = busy + (busy.isEmpty() ? "On " : "on ") + counted(opposite) + " pairs of priorities some two of"
                + " the teams pull in opposite directions" + (opposite.strength() == Strength.SHOWS ? "."
                : "; this is suggested and not shown.");
        sheet.say(said);
        for (Line line : reading.lines()) {
            Estimate apart = line.estimate();
            if (apart != null && line.label().startsWith("apart: ") && isClaimed(apart)) {
                sheet.entry(line.about().id() + ", " + line.label().substring("apart: ".length()) + ": "
                        + figures.points(line.id()) + " points apart, " + claim(apart));
            }
        }
    }
}
