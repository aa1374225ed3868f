package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** What was promised and what became of it: the section that {@code look} and {@code report} share. */
final class PromiseSheet {

    private static final String ALL = "commitment/all/all/";
    private static final String WHOLE = "commitment/promise/whole/";
    private static final int MOST_TEAMS = 12;
    private static final List<String> KINDS = List.of("due", "release", "sprint", "record", "declared");
    private static final Map<String, String> NAMES = Map.of("due", "own due dates", "release", "releases", "sprint",
            "sprints", "record", "targets of records", "declared", "commitments");
    private static final List<String> LEADS =
            List.of("under 60 d", "60 to 120 d", "120 to 240 d", "240 d or more");
    private static final Map<String, String> REASONS = Map.of(
            "record", "first written down on their own day, with the item's end, or later",
            "sinceUnknown", "of which it is not known when they were made",
            "notYetDue", "not due yet",
            "untold", "of a whole of which no row tells what was delivered",
            "toldAgain", "told another time by another table, of which the first counts",
            "outsideWindow", "due outside the window");

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
    PromiseSheet(Published published, String command, String again) {
        this.published = published;
        this.figures = new Figures(published);
        this.command = command;
        this.again = again;
    }

    /** What was promised and committed to; nothing where nothing on record was. */
    void promised(Sheet sheet) {
        reading(sheet);
        new FateSheet(published).told(sheet);
    }

    private void reading(Sheet sheet) {
        Reading reading = published.reading("commitment").orElse(null);
        if (reading == null || reading.partsSeen() == 0) {
            return;
        }
        sheet.heading("What was promised");
        if (reading.refusal() != null) {
            sheet.text(reading.refusal().sentence());
            dropped(sheet, reading);
            return;
        }
        if (published.line(ALL + "due").isPresent()) {
            say(sheet);
            table(sheet, "promise", "all", KINDS, "promised");
            table(sheet, "lead", "", LEADS, "made ahead");
            moved(sheet);
        }
        wholes(sheet);
        declared(sheet);
        asked(sheet);
        dropped(sheet, reading);
        reading.flags().forEach(flag -> sheet.entry("! " + flag));
        sheet.quiet("Those gone quiet and those moved most, day by day: " + command + " show commitment" + again + ".");
    }

    private void say(Sheet sheet) {
        Estimate due = estimate("due");
        Estimate kept = estimate("kept");
        if (due != null && published.line(ALL + "kept").isEmpty()) {
            sheet.text(Page.format("Of %,.0f promises due, %s were never moved back.", due.value(),
                    figures.interval(ALL + "neverMovedBack")));
            return;
        }
        if (due == null || kept == null) {
            sheet.text("Withheld: " + published.line(ALL + "due").map(Line::withheld).orElse("no promises") + ".");
            return;
        }
        Estimate last = estimate("keptAtLast");
        sheet.text(Page.format("Of %,.0f promises due, %s were kept by the day first given%s.", due.value(),
                figures.interval(ALL + "kept"),
                last == null ? "" : "; by the last day given, " + figures.interval(ALL + "keptAtLast")));
    }

    /** What tables tell of sprints and the like. */
    private void wholes(Sheet sheet) {
        if (published.line(WHOLE + "due").isEmpty()) {
            return;
        }
        Estimate all = published.line(WHOLE + "due").map(Line::estimate).orElse(null);
        if (all == null) {
            sheet.text("Of promises of a whole, such as sprints: withheld: "
                    + published.line(WHOLE + "due").map(Line::withheld).orElse("") + ".");
            return;
        }
        Estimate parts = published.line(WHOLE + "parts").map(Line::estimate).orElse(null);
        sheet.text(Page.format("Of %,.0f wholes promised, such as sprints%s, %s delivered less than planned, %s as much"
                + " and %s more.", all.value(), parts == null ? "" : Page.format(" (exact; %,.0f parts)",
                parts.value()), wholes("underDelivered", all), wholes("asPlanned", all), wholes("overDelivered", all)));
    }

    /** Records by the period they are declared for. */
    private void declared(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (String day : about("declared", "records")) {
            String row = "commitment/declared/" + Line.idPart(day) + "/";
            rows.add(List.of(day, figures.count(row + "records"), figures.count(row + "owned"),
                    figures.count(row + "again")));
        }
        if (!rows.isEmpty()) {
            sheet.table(List.of("declared for the period to", "records", "name an owner", "declared before"), rows);
        }
    }

    /** The teams that records ask most; the others are said to be there. */
    private void asked(Sheet sheet) {
        List<String> teams = new ArrayList<>(about("asked", "asks"));
        teams.removeIf(team -> published.line("commitment/asked/" + Line.idPart(team) + "/asks")
                .map(Line::estimate).isEmpty());
        int withheld = about("asked", "asks").size() - teams.size();
        teams.sort(Comparator.comparingDouble((String team) -> -published.line("commitment/asked/" + Line.idPart(team)
                + "/asks").map(Line::estimate).map(Estimate::value).orElse(0.0)));
        List<List<String>> rows = teams.stream().limit(MOST_TEAMS).map(team -> {
            String row = "commitment/asked/" + Line.idPart(team) + "/";
            return List.of(team, figures.count(row + "records"), figures.count(row + "asks"));
        }).toList();
        if (!rows.isEmpty()) {
            sheet.table(List.of("records ask the team", "records", "times"), rows);
            sheet.quiet(Page.format("Exact counts of all that is on record. Of %d teams %d are shown; of %d fewer than"
                    + " five records ask.", teams.size() + withheld, rows.size(), withheld));
        }
    }

    private List<String> about(String kind, String label) {
        return published.reading("commitment").map(reading -> reading.lines().stream()
                .filter(line -> line.about().kind().equals(kind) && line.label().equals(label))
                .map(line -> line.about().id()).toList()).orElse(List.of());
    }

    /** A count, which is exact, with its share. */
    private String wholes(String label, Estimate all) {
        Estimate share = published.line(WHOLE + label).map(Line::estimate).orElse(null);
        return share == null ? "an untold number" : Page.format("%,d, or %s,", Math.round(share.value() * all.value()),
                figures.interval(WHOLE + label));
    }

    private void table(Sheet sheet, String kind, String whole, List<String> classes, String head) {
        List<List<String>> rows = new ArrayList<>();
        for (String name : classes) {
            String row = "commitment/" + kind + "/" + Line.idPart(name) + "/";
            if (published.line(row + "due").isPresent()) {
                rows.add(row(NAMES.getOrDefault(name, name), row));
            }
        }
        if (!whole.isEmpty() && rows.size() != 1) {
            rows.add(row(whole, ALL));
        }
        sheet.table(List.of(head, "due", "kept (95 %)", "by last day", "never put back", "gone quiet"), rows);
    }

    private List<String> row(String name, String row) {
        return List.of(name, figures.count(row + "due"), figures.interval(row + "kept"),
                figures.interval(row + "keptAtLast"), figures.interval(row + "neverMovedBack"),
                figures.interval(row + "quiet"));
    }

    private void moved(Sheet sheet) {
        List<String> parts = new ArrayList<>();
        Estimate pushes = estimate("pushes");
        Estimate late = estimate("pushedLate");
        if (pushes != null) {
            parts.add(Page.format("Days were moved back %,.0f times%s.", pushes.value(), late == null ? "" : ", "
                    + figures.interval(ALL + "pushedLate") + " of them only once the old day had passed"));
        }
        Estimate slip = estimate("slip");
        Estimate slip85 = estimate("slip85");
        if (slip != null) {
            parts.add("In days from the end of the first day, half are kept by " + days(slip)
                    + (slip85 == null ? "" : ", 85 % by " + days(slip85)) + ".");
        }
        Estimate action = estimate("firstAction");
        if (action != null) {
            parts.add(Page.format("Half saw a first action within %.1f d (%.1f to %.1f).", action.value(), action.low(),
                    action.high()));
        }
        if (estimate("withdrawn") != null) {
            parts.add(figures.interval(ALL + "withdrawn") + " are withdrawn within a year.");
        }
        if (!parts.isEmpty()) {
            sheet.text(String.join(" ", parts));
        }
    }

    /** Whole days after an instant, or before it. */
    private static String days(Estimate slip) {
        return Page.format("%+,d (%+,d to %+,d)", Math.round(slip.value()), Math.round(slip.low()),
                Math.round(slip.high()));
    }

    private void dropped(Sheet sheet, Reading reading) {
        List<String> parts = new ArrayList<>();
        reading.dropped().forEach((reason, count) ->
                parts.add(Page.format("%,d %s", count, REASONS.getOrDefault(reason, reason))));
        if (!parts.isEmpty()) {
            sheet.quiet(Page.format("Of %,d promises on record %,d count; left out: %s.", reading.partsSeen(),
                    reading.partsUsed(), String.join(" · ", parts)));
        }
    }

    private @Nullable Estimate estimate(String label) {
        return published.line(ALL + label).map(Line::estimate).orElse(null);
    }
}
