package org.desireline.finding;

import java.util.ArrayList;
import java.util.List;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.publish.Published;

/**
 * Hours of the important work of a part, beside what they would be if its items were like those of all other parts.
 *
 * @param own the hours of the part; 0 where they are not known
 * @param usual hours of all other parts of its kind, for as many items; 0 where none are known
 * @param lines ids of the lines that tell so
 */
record Usual(double own, double usual, List<String> lines) {

    Usual {
        lines = List.copyOf(lines);
    }

    /** Of the lines of {@code resistance} with this label. */
    static Usual of(Published published, Line.About about, String label) {
        List<String> lines = new ArrayList<>();
        double own = 0;
        long ownItems = 0;
        double others = 0;
        long items = 0;
        for (Line line : published.reading("resistance").map(reading -> reading.lines()).orElse(List.of())) {
            Estimate hours = line.estimate();
            if (hours != null && line.about().kind().equals(about.kind()) && line.label().equals(label)) {
                lines.add(line.id());
                if (line.about().equals(about)) {
                    own = hours.value();
                    ownItems = hours.n();
                } else {
                    others += hours.value();
                    items += hours.n();
                }
            }
        }
        return new Usual(own, ownItems == 0 || items == 0 ? 0 : ownItems * others / items, lines);
    }

    /** What the part had beyond the usual; all of it where nothing is known of others. */
    double beyond() {
        return Math.max(0, own - usual);
    }
}
