package org.desireline.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desireline.finding.Finding;
import org.desireline.finding.Findings;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.number.Estimate;
import org.desireline.publish.Published;

/** What the system makes hard and easy: the section that {@code look} and {@code report} share. */
final class FindingsSheet {

    private static final int MOST_PATHS = 8;

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
    FindingsSheet(Published published, String command, String again) {
        this.published = published;
        this.figures = new Figures(published);
        this.command = command;
        this.again = again;
    }

    /** The findings and the map; nothing of repositories alone, whose items nobody owns. */
    void made(Sheet sheet) {
        Reading reading = published.reading("resistance").orElse(null);
        if (reading == null || published.head().isLone()) {
            return;
        }
        sheet.heading("What the system makes hard");
        List<Finding> findings = Findings.of(published);
        if (findings.isEmpty()) {
            sheet.text(reading.refusal() != null ? reading.refusal().sentence()
                    : "Nothing that could be claimed of teams, areas, owners, order or promises stands out.");
        }
        for (int i = 0; i < findings.size(); i++) {
            finding(sheet, i + 1, findings.get(i));
        }
        paths(sheet, reading);
        reading.flags().forEach(flag -> sheet.entry("! " + flag));
    }

    private void finding(Sheet sheet, int number, Finding finding) {
        sheet.say(number + ". " + finding.sentence());
        sheet.entry(Page.format("%s; %s%s", finding.structure().label(), finding.strength().label(),
                finding.hours() > 0 ? Page.format("; %,.0f working hours of important work at stake", finding.hours())
                : "") + (finding.rivals().isEmpty() ? "" : "; not ruled out: " + String.join(", ", finding.rivals())));
        sheet.entry("next: " + finding.step());
        sheet.command("proof: ", command + " show '" + finding.line() + "'" + again);
        sheet.command("to keep it from getting worse: ", command + " show '" + finding.line() + "' --gate" + again);
    }

    /** The paths with the highest resistance, and how many there are. */
    private void paths(Sheet sheet, Reading reading) {
        List<Line> told = new ArrayList<>(reading.lines().stream()
                .filter(line -> line.label().equals("ratio") && line.estimate() != null).toList());
        if (told.isEmpty()) {
            return;
        }
        told.sort(Comparator.comparingDouble(FindingsSheet::value).reversed().thenComparing(Line::id));
        List<List<String>> rows = new ArrayList<>();
        for (Line line : told.subList(0, Math.min(MOST_PATHS, told.size()))) {
            String prefix = line.id().substring(0, line.id().length() - line.label().length());
            rows.add(List.of(line.about().id(), figures.hours(prefix + "waiting"), figures.number(line.id()),
                    most(line.id()), figures.place(prefix + "rank")));
        }
        sheet.table(List.of("path", "h waited", "h of waiting for 1 h of work (95 %)", "most of it",
                "place (95 %)"), rows);
        sheet.quiet(Page.format("%d of %d paths with enough on record, the hardest first; place: 1 is the hardest, like"
                + " for like. All: %s show resistance%s", rows.size(), told.size(), command, again));
    }

    private static double value(Line line) {
        Estimate estimate = line.estimate();
        return estimate == null ? 0 : estimate.value();
    }

    /** The account with the largest part in a path's resistance. */
    private String most(String ratio) {
        return published.reading("resistance").stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> line.id().startsWith(ratio + "/") && line.estimate() != null)
                .max(Comparator.comparingDouble(FindingsSheet::value).thenComparing(Line::id))
                .map(line -> line.label().substring(line.label().indexOf('/') + 1)).orElse(Sheet.NOTHING);
    }
}
