package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.publish.Published;

/** What came up for decision, and who decided: the section that {@code look} and {@code report} share. */
final class DecisionSheet {

    private static final String ALL = "decision/all/all/";
    private static final String TIME = "decision/time/";
    private static final Map<String, String> TIMES = Map.of("short", "short", "enough", "not short");

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
    DecisionSheet(Published published, String command, String again) {
        this.published = published;
        this.figures = new Figures(published);
        this.command = command;
        this.again = again;
    }

    /** The section; nothing where nothing came up and no right to decide was declared. */
    void decided(Sheet sheet) {
        Reading reading = published.reading("decision").orElse(null);
        if (reading == null || (reading.partsSeen() == 0 && reading.flags().isEmpty())) {
            return;
        }
        sheet.heading("What came up for decision");
        if (reading.refusal() != null) {
            sheet.text(reading.refusal().sentence());
            reading.flags().forEach(flag -> sheet.entry("! " + flag));
            return;
        }
        rights(sheet, reading);
        force(sheet);
        withheld(sheet, reading);
        reading.flags().forEach(flag -> sheet.entry("! " + flag));
        sheet.quiet("Days by the wall clock from when an item came to await a decision; what is open counts for as long"
                + " as it has been. Work before: committed, merged, logged or begun before the decision was recorded."
                + " Item by item: " + command + " show decision" + again + ".");
    }

    private static List<String> rows(Reading reading, String kind) {
        return reading.lines().stream().filter(line -> line.about().kind().equals(kind)
                && line.label().equals("cameUp")).map(line -> line.id().substring(0, line.id().length()
                - line.label().length())).toList();
    }

    private String name(String row) {
        return published.line(row + "cameUp").map(line -> line.about().id()).orElse(row);
    }

    private void rights(Sheet sheet, Reading reading) {
        List<List<String>> table = new ArrayList<>();
        for (String row : rows(reading, "right")) {
            table.add(List.of(name(row), figures.count(row + "cameUp"), figures.count(row + "open"),
                    figures.interval(row + "declaredShare"), figures.number(row + "elapsed"),
                    figures.interval(row + "elsewhere"), figures.interval(row + "decidedAgain")));
        }
        if (!table.isEmpty()) {
            sheet.table(List.of("right", "came up", "open", "by whom it was declared (95 %)", "days, median (95 %)",
                    "work before", "decided again"), table);
        }
    }

    /** What a decision takes, and whether that differs where time was short. */
    private void force(Sheet sheet) {
        List<List<String>> table = new ArrayList<>();
        table.add(row("all", ALL));
        for (String time : List.of("short", "enough")) {
            if (published.line(TIME + time + "/cameUp").isPresent()) {
                table.add(row(TIMES.getOrDefault(time, time), TIME + time + "/"));
            }
        }
        sheet.table(List.of("time", "came up", "open", "days, median (95 %)", "five people or more", "handed over",
                "work before", "decided again"), table);
    }

    private List<String> row(String name, String row) {
        return List.of(name, figures.count(row + "cameUp"), figures.count(row + "open"),
                figures.number(row + "elapsed"), figures.interval(row + "fiveOrMore"),
                figures.interval(row + "handedOver"), figures.interval(row + "elsewhere"),
                figures.interval(row + "decidedAgain"));
    }

    private void withheld(Sheet sheet, Reading reading) {
        for (Line line : reading.lines()) {
            if (line.label().equals("declaredShare") && line.withheld() != null) {
                sheet.entry(line.about().id() + ", who decided: withheld, " + line.withheld());
            }
        }
    }
}
