package org.desireline.instrument;

import java.util.List;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a reading.
 *
 * @param id stable between runs: {@code instrument/dimension/class/label}
 * @param about what the figure is about
 * @param label what it says
 * @param period {@code window} or {@code all}
 * @param estimate the figure; null once it is withheld
 * @param of what it is a part of, in words
 * @param support whom and what it rests on
 * @param withheld why it may not be shown, or null
 * @param evidence the strongest cases behind it
 */
public record Line(
        String id,
        About about,
        String label,
        String period,
        @Nullable Estimate estimate,
        String of,
        Support support,
        @Nullable String withheld,
        List<Evidence> evidence) {

    /**
     * What a figure is about.
     *
     * @param kind a dimension, or the whole
     * @param id the class, pair or order
     */
    public record About(String kind, String id) {}

    public Line {
        evidence = List.copyOf(evidence);
    }

    /** A class name as part of an id: the character that parts ids is coded, so that no name can imitate another id. */
    public static String idPart(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }

    /** The line with a range that tells nothing of other settings; only of a share is such a range known. */
    public Line withoutRange(String reason) {
        if (estimate == null || estimate.unit() != Unit.SHARE) {
            return withhold(reason);
        }
        return with(estimate.withSensitivity(0, 1)
                .withStrength(estimate.strength() == Strength.EXACT ? Strength.EXACT : Strength.CANNOT_TELL));
    }

    /** The line with another estimate. */
    Line with(Estimate other) {
        return new Line(id, about, label, period, other, of, support, withheld, evidence);
    }

    /** The line without its figure and evidence. */
    public Line withhold(String reason) {
        return new Line(id, about, label, period, null, of, support, reason, List.of());
    }
}
