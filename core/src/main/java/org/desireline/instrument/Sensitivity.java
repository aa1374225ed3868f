package org.desireline.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;

/**
 * Widens the ranges of a reading to what its figures would be under other settings.
 *
 * <p>Method: least and greatest value of the line with the same id (METHODS: touch time from sparse traces). A setting
 * under which a figure is refused or does not come up tells nothing of it. What is shown must be shown under every
 * setting; else it is suggested.
 */
public final class Sensitivity {

    private Sensitivity() {}

    /** A reading with the figures of the same instrument under another setting taken into its ranges. */
    public static Reading widened(Reading reading, Reading other) {
        Map<String, Estimate> others = new HashMap<>();
        for (Line line : other.lines()) {
            if (line.estimate() != null) {
                others.put(line.id(), line.estimate());
            }
        }
        List<Line> lines = reading.lines().stream().map(line -> widened(line, others)).toList();
        return reading.withLines(lines);
    }

    private static Line widened(Line line, Map<String, Estimate> others) {
        Estimate estimate = line.estimate();
        Estimate other = others.get(line.id());
        if (estimate == null || other == null) {
            return line;
        }
        Estimate wide = estimate.withSensitivity(Math.min(estimate.sensitivityLow(), other.value()),
                Math.max(estimate.sensitivityHigh(), other.value()));
        boolean lost = estimate.strength() == Strength.SHOWS && other.strength() != Strength.SHOWS;
        return line.with(lost ? wide.withStrength(Strength.SUGGESTS) : wide);
    }
}
