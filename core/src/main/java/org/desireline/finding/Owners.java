package org.desireline.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.desireline.finding.Finding.Structure;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** Areas that nobody takes care of, or somebody else than was declared, or two teams, or owners without time. */
final class Owners {

    private static final List<String> CLAIMS = List.of("orphanHours", "silentWeeks", "absent", "contested",
            "overloaded");

    private final Published published;

    Owners(Published published) {
        this.published = published;
    }

    /** One an area, where its waiting has not been found to be ownership already. */
    List<Finding> findings(List<Finding> waiting) {
        TreeMap<String, Finding> byArea = new TreeMap<>();
        published.reading("ownership").ifPresent(reading -> {
            for (String label : CLAIMS) {
                for (Line line : reading.lines()) {
                    Estimate estimate = line.estimate();
                    boolean claimed = line.label().equals(label) && estimate != null
                            && (estimate.strength() == Strength.SHOWS || estimate.strength() == Strength.SUGGESTS);
                    boolean told = waiting.stream().anyMatch(finding -> finding.about().equals(line.about())
                            && finding.structure() == structure(label));
                    if (estimate != null && claimed && !told) {
                        byArea.putIfAbsent(line.about().id(), finding(label, line, estimate));
                    }
                }
            }
        });
        return new ArrayList<>(byArea.values());
    }

    private Finding finding(String label, Line line, Estimate estimate) {
        String area = line.about().id();
        String prefix = line.id().substring(0, line.id().length() - label.length());
        List<String> lines = new ArrayList<>(List.of(line.id()));
        String text = switch (label) {
            case "orphanHours" -> {
                Estimate hours = figure(prefix + "ownerlessHours", lines);
                Estimate elsewhere = figure(prefix + "ownerlessElsewhere", lines);
                yield hours == null || elsewhere == null ? "Items of " + area + " lie longer without an owner than"
                        + " elsewhere." : String.format(Locale.ROOT, "An item of %s lay %.0f hours without an owner"
                        + " (the mean of %,d items), of all other areas %.0f hours.", area, hours.value(), hours.n(),
                        elsewhere.value());
            }
            case "silentWeeks" -> String.format(Locale.ROOT, "Of the weeks of %s, %.0f %% are one run without a touch"
                    + " by whoever was declared to own %s, while three items or more waited (%,d weeks).",
                    Sentence.window(published), 100 * estimate.value(), area, estimate.n());
            case "absent" -> {
                Estimate own = figure(prefix + "agreement", lines);
                Estimate other = figure(prefix + "otherTeam", lines);
                yield own == null || other == null ? "Another team than was declared does most in " + area + "."
                        : String.format(Locale.ROOT, "Of the touches in %s, %.0f %% (95 %% interval %.0f to %.0f %%)"
                        + " are by the team that was declared to own it, %.0f %% (%.0f to %.0f %%) by another (%d"
                        + " people).", area, 100 * own.value(), 100 * own.low(), 100 * own.high(), 100 * other.value(),
                        100 * other.low(), 100 * other.high(), own.actors());
            }
            case "contested" -> {
                Estimate changes = figure(prefix + "handOvers", lines);
                yield String.format(Locale.ROOT, "Two teams act in %s: the second has %.0f %% of the touches (95 %%"
                        + " interval %.0f to %.0f %%, %,d people)%s.", area, 100 * estimate.value(),
                        100 * estimate.low(), 100 * estimate.high(), estimate.actors(), changes == null ? ""
                        : String.format(Locale.ROOT, ", and of ten items %.1f went from one team to the other",
                        changes.value()));
            }
            case "overloaded" -> String.format(Locale.ROOT, "Of the working hours that items of %s waited for its"
                    + " owners, these were at work on something as high or higher in %.0f %% (95 %% interval %.0f to"
                    + " %.0f %%, %,d items, %,d owners).", area, 100 * estimate.value(), 100 * estimate.low(),
                    100 * estimate.high(), estimate.n(), estimate.actors());
            default -> throw new IllegalArgumentException("Nobody said what " + label + " claims.");
        };
        return new Finding("owner/" + line.about().kind() + "/" + Line.idPart(area), line.about(),
                structure(label), estimate.strength(), 0, text,
                List.of(), List.of(), step(label, area), line.id(), lines);
    }

    private static Structure structure(String label) {
        return label.equals("overloaded") ? Structure.CAPACITY : Structure.OWNERSHIP;
    }

    private static String step(String label, String area) {
        return switch (label) {
            case "contested", "absent" -> "Declare who owns " + area + " as it is lived, or hand it back (owns: in the"
                    + " charter).";
            case "overloaded" -> "Agree on what the owners of " + area + " hand on, or no longer take in.";
            default -> "Name one team that owns " + area + " (owns: in the charter), and see whether what comes in gets"
                    + " an owner within days.";
        };
    }

    private @Nullable Estimate figure(String id, List<String> lines) {
        Estimate estimate = published.line(id).map(Line::estimate).orElse(null);
        if (estimate != null) {
            lines.add(id);
        }
        return estimate;
    }
}
