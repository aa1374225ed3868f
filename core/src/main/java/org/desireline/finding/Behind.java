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

/** Parts to which more comes than they finish, and whose important work lies with its owners longer than elsewhere. */
final class Behind {

    /** How many times as long as elsewhere its important items lie with their owners, at least. */
    private static final double LONGER = 1.25;

    private final Published published;

    Behind(Published published) {
        this.published = published;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        published.reading("capacity").ifPresent(reading -> reading.lines().forEach(line -> {
            Estimate load = line.estimate();
            if (line.label().equals("load") && load != null && load.value() > 1
                    && (load.strength() == Strength.SHOWS || load.strength() == Strength.SUGGESTS)) {
                Finding finding = finding(line, load);
                if (finding.hours() > 0) {
                    findings.add(finding);
                }
            }
        }));
        return findings;
    }

    private Finding finding(Line line, Estimate load) {
        String part = line.about().id();
        String prefix = line.id().substring(0, line.id().length() - line.label().length());
        List<String> lines = new ArrayList<>(List.of(line.id()));
        String text = String.format(Locale.ROOT, "For every item that %s finished in %s, %.2f came (95 %% interval %.2f"
                + " to %.2f, %,d finished).", part, Sentence.window(published), load.value(), load.low(), load.high(),
                load.n());
        Estimate before = figure(prefix + "openBefore");
        Estimate after = figure(prefix + "openAfter");
        if (before != null && after != null) {
            lines.addAll(List.of(prefix + "openBefore", prefix + "openAfter"));
            text += String.format(Locale.ROOT, " Open and not parked before: %,.0f items; afterwards:"
                    + " %,.0f.", before.value(), after.value());
        }
        return new Finding("behind/" + line.about().kind() + "/" + Line.idPart(part), line.about(), Structure.CAPACITY,
                load.strength(), hours(line.about(), lines), text, List.of(Rivals.SIZE), List.of(),
                "Agree on what is not taken in, or is handed to another, until " + part + " finishes what comes to it.",
                line.id(), lines);
    }

    private @Nullable Estimate figure(String id) {
        return published.line(id).map(Line::estimate).orElse(null);
    }

    /** What its important items lay with their owners, beyond what as many of all other parts did. */
    private double hours(Line.About about, List<String> lines) {
        Usual owner = Usual.of(published, about, "important owner hours");
        lines.addAll(owner.lines());
        return owner.own() < LONGER * owner.usual() ? 0 : owner.beyond();
    }
}
