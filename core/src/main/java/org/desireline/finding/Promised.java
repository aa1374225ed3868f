package org.desireline.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.finding.Finding.Structure;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** That what was promised goes quiet, or is moved back more often than not. */
final class Promised {

    /** What may look quiet where nothing is forgotten. */
    private static final double QUIET = 0.03;
    private static final double HALF = 0.5;
    private static final String ALL = "commitment/all/all/";

    private final Published published;

    Promised(Published published) {
        this.published = published;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Estimate quiet = estimate("quiet");
        if (quiet != null && quiet.low() > QUIET) {
            findings.add(finding("quiet", String.format(Locale.ROOT, "Of %,d promises whose last day passed in %s,"
                    + " %.0f %% (95 %% interval %.0f to %.0f %%) went quiet: not kept, not moved, not withdrawn, and"
                    + " nothing was done about them since.", quiet.n(), Sentence.window(published), 100 * quiet.value(),
                    100 * quiet.low(), 100 * quiet.high()), Strength.SHOWS, "Go through the quiet ones once, and keep,"
                    + " move or withdraw each; then again every month."));
        }
        Estimate unmoved = estimate("neverMovedBack");
        if (unmoved != null && unmoved.high() < HALF) {
            findings.add(finding("neverMovedBack", String.format(Locale.ROOT, "Of %,d promises that came due in %s,"
                    + " only %.0f %% (95 %% interval %.0f to %.0f %%) were never moved back.", unmoved.n(),
                    Sentence.window(published), 100 * unmoved.value(), 100 * unmoved.low(), 100 * unmoved.high()),
                    Strength.SUGGESTS, "Write beside each day that is moved back what it waits for; move none after it"
                            + " has passed."));
        }
        return findings;
    }

    private @Nullable Estimate estimate(String label) {
        return published.line(ALL + label).map(Line::estimate).orElse(null);
    }

    /** Working hours that important promises have been quiet. */
    private double hours(List<String> lines) {
        List<String> priorities = published.head().priorities();
        double hours = 0;
        for (String priority : priorities.subList(0, (priorities.size() + 1) / 2)) {
            String id = "commitment/priority/" + Line.idPart(priority) + "/quietHours";
            Estimate own = published.line(id).map(Line::estimate).orElse(null);
            if (own != null) {
                hours += own.value();
                lines.add(id);
            }
        }
        return hours;
    }

    private Finding finding(String label, String text, Strength strength, String step) {
        List<String> lines = new ArrayList<>(List.of(ALL + label));
        return new Finding("promises/all/" + label, new Line.About("all", "all"), Structure.FOLLOW_THROUGH, strength,
                label.equals("quiet") ? hours(lines) : 0, text, List.of(), List.of(), step, ALL + label, lines);
    }
}
