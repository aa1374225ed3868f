package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.publish.Published;

/** The organisation's charter beside its teams' own: the section that {@code look} and {@code report} share. */
final class IntentSheet {

    private static final List<String> LABELS =
            List.of("orders/reversed", "rules/contradicted", "priorities/absent", "priorities/own");
    private static final int MOST = 12;

    private final Published published;
    private final String command;
    private final String again;

    /**
     * The section of a run.
     *
     * @param command how this program is called here
     * @param again what to add to a command so that it sees what this one saw
     */
    IntentSheet(Published published, String command, String again) {
        this.published = published;
        this.command = command;
        this.again = again;
    }

    /** What the charters say otherwise; nothing where no charter is in force. */
    void told(Sheet sheet) {
        Reading reading = published.reading("intent").orElse(null);
        if (reading == null || reading.refusal() != null) {
            return;
        }
        sheet.heading("The organisation's charter beside its teams' own");
        List<String> teams = reading.lines().stream().filter(line -> line.about().kind().equals("team"))
                .map(line -> line.about().id()).distinct().toList();
        if (teams.isEmpty()) {
            sheet.text(published.line("intent/all/all/orders/reversed").map(Line::withheld).orElse(""));
        } else {
            List<List<String>> rows = new ArrayList<>();
            teams.forEach(team -> rows.add(row(team, "intent/team/" + Line.idPart(team) + "/")));
            if (teams.size() > 1) {
                rows.add(row("all", "intent/all/all/"));
            }
            sheet.table(List.of("team", "pairs reversed", "rules contradicted", "not named", "its own"), rows);
            sheet.quiet("exact counts of what was written: pairs of priorities that stand in another order, tradeoff"
                    + " rules against what the organisation puts first, its priorities that the team does not name, and"
                    + " the team's that it does not.");
            differences(sheet, reading, "team");
        }
        areas(sheet);
        differences(sheet, reading, "all");
        sheet.command("Where it is written: ", command + " show intent" + again);
    }

    private List<String> row(String name, String prefix) {
        List<String> cells = new ArrayList<>(List.of(name));
        LABELS.forEach(label -> cells.add(of(prefix + label)));
        return cells;
    }

    /** A count, and of how many; a dot where there was nothing to compare. */
    private String of(String id) {
        Estimate estimate = published.line(id).map(Line::estimate).orElse(null);
        return estimate == null || estimate.n() == 0 ? Sheet.NOTHING
                : Page.format("%,.0f of %,d", estimate.value(), estimate.n());
    }

    private void areas(Sheet sheet) {
        Line twice = published.line("intent/all/all/areas/claimedTwice").orElse(null);
        Line none = published.line("intent/all/all/areas/unclaimed").orElse(null);
        if (twice == null || none == null) {
            return;
        }
        if (twice.withheld() != null) {
            sheet.text(twice.withheld());
            return;
        }
        sheet.text("Areas: " + of(twice.id()) + " claimed by two teams or more; claimed by none: "
                + (none.withheld() != null ? none.withheld() : of(none.id()) + " " + none.of() + ". Exact counts."));
    }

    /** The first differences, each with its places; of teams where the team is named, else of areas. */
    private void differences(Sheet sheet, Reading reading, String kind) {
        List<String> entries = new ArrayList<>();
        long all = 0;
        for (Line line : reading.lines()) {
            boolean isOne = line.about().kind().equals(kind)
                    && (kind.equals("team") || line.label().startsWith("areas"));
            Estimate estimate = line.estimate();
            if (isOne && estimate != null) {
                all += (long) estimate.value();
                line.evidence().forEach(evidence -> entries.add(entry(line, evidence)));
            }
        }
        entries.stream().limit(MOST).forEach(sheet::entry);
        if (all > Math.min(MOST, entries.size())) {
            sheet.quiet("and " + Page.count(all - Math.min(MOST, entries.size())) + " more");
        }
    }

    private static String entry(Line line, Evidence evidence) {
        return (line.about().kind().equals("team") ? line.about().id() + ", " : "") + evidence.item() + ": "
                + evidence.because() + (evidence.events().isEmpty() ? "" : " (" + String.join(", ", evidence.events())
                        + ")");
    }
}
