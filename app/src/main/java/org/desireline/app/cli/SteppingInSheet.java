package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.publish.Published;

/**
 * Work outside the calendar, and for areas that are another's: the section that {@code look} and {@code report} share.
 */
final class SteppingInSheet {

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
    SteppingInSheet(Published published, String command, String again) {
        this.published = published;
        this.figures = new Figures(published);
        this.command = command;
        this.again = again;
    }

    /** The section; nothing where it was refused and no charter declares anything. */
    void stepsIn(Sheet sheet) {
        Reading reading = published.reading("compensation").orElse(null);
        if (reading == null || (reading.refusal() != null && published.head().versions().isEmpty())) {
            return;
        }
        sheet.heading("What rests on somebody stepping in");
        if (reading.refusal() != null) {
            sheet.text(reading.refusal().sentence());
            return;
        }
        boolean outside = table(sheet, reading, "outside", "whose", "h a week, outside (95 %)");
        boolean byOthers = table(sheet, reading, "byOthers", "area", "h a week, by others (95 %)");
        if (outside) {
            sheet.quiet("outside: of recorded work that is dated within its day; at least: what would still lie outside"
                    + " had each person's week been moved by the hours that fit best, as for another time zone.");
        }
        if (byOthers) {
            sheet.quiet("by others: of recorded work on calendar in areas with a declared owner, what nobody of that"
                    + " team did.");
        }
        withheld(sheet, reading);
        reading.flags().forEach(flag -> sheet.entry("! " + flag));
        if (outside || byOthers) {
            sheet.quiet("Claims by Holm over all teams and areas: above 5 % outside, above 20 % by others. All: "
                    + command + " show compensation" + again + ".");
        }
    }

    private boolean table(Sheet sheet, Reading reading, String label, String first, String hours) {
        List<List<String>> table = new ArrayList<>();
        List<String> none = new ArrayList<>();
        for (Line line : reading.lines()) {
            Estimate share = line.estimate();
            if (line.label().equals(label + "Share") && share != null && share.value() == 0
                    && !line.about().kind().equals("all")) {
                none.add(line.about().id());
            } else if (line.label().equals(label + "Share") && share != null) {
                String row = line.id().substring(0, line.id().length() - "Share".length());
                table.add(List.of(line.about().kind().equals("all") ? "all" : line.about().id(), figures.number(row),
                        figures.interval(line.id()), share.sensitivityLow() < share.value()
                        ? Figures.share(share.sensitivityLow()) : Sheet.NOTHING, band(row + "Carriers"),
                        Page.format("%d", share.actors()), claim(share)));
            }
        }
        if (!table.isEmpty()) {
            sheet.table(List.of(first, hours, "share (95 %)", "at least", "half of it by", "people", "claim"), table);
        }
        if (!none.isEmpty()) {
            sheet.entry("nothing of it is on record of " + String.join(", ", none));
        }
        return !table.isEmpty();
    }

    private String band(String id) {
        return published.line(id).map(line -> line.estimate() == null ? Sheet.NOTHING
                : line.of().substring(0, line.of().indexOf(" do")).replace(" people", "").replace(" person", ""))
                .orElse(Sheet.NOTHING);
    }

    private static String claim(Estimate estimate) {
        return switch (estimate.strength()) {
            case SHOWS -> "shows";
            case SUGGESTS -> "suggests";
            case CANNOT_TELL, EXACT -> Sheet.NOTHING;
        };
    }

    private static void withheld(Sheet sheet, Reading reading) {
        TreeMap<String, List<String>> reasons = new TreeMap<>();
        for (Line line : reading.lines()) {
            String reason = line.withheld();
            if (reason != null && line.label().endsWith("Share")) {
                reasons.computeIfAbsent(reason, none -> new ArrayList<>()).add(line.about().id() + ", "
                        + (line.label().startsWith("outside") ? "outside the calendar" : "by others"));
            }
        }
        reasons.forEach((reason, names) -> sheet.entry("withheld, " + reason + ": " + String.join("; ", names)));
    }
}
