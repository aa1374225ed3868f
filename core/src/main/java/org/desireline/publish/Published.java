package org.desireline.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.journal.Trouble;

/** Readings that have passed the publisher, and what they are about. */
public final class Published {

    private final Head head;
    private final List<Reading> readings;
    private final List<Fate> fates;
    private final List<Trouble> troubles;
    private final Map<String, Line> lines = new HashMap<>();

    Published(Head head, List<Reading> readings, List<Fate> fates, List<Trouble> troubles) {
        this.head = head;
        this.readings = List.copyOf(readings);
        this.fates = List.copyOf(fates);
        this.troubles = List.copyOf(troubles);
        readings.forEach(reading -> reading.lines().forEach(line -> lines.putIfAbsent(line.id(), line)));
    }

    /** What the run was about. */
    public Head head() {
        return head;
    }

    /** The readings, in catalogue order. */
    public List<Reading> readings() {
        return readings;
    }

    /** What became of commitments and decisions that were declared, by kind, then by id. */
    public List<Fate> fates() {
        return fates;
    }

    /** Troubles of the data, sorted. */
    public List<Trouble> troubles() {
        return troubles;
    }

    /** The reading of an instrument. */
    public Optional<Reading> reading(String instrument) {
        return readings.stream().filter(reading -> reading.instrument().equals(instrument)).findFirst();
    }

    /** A line by its id, withheld or not. */
    public Optional<Line> line(String id) {
        return Optional.ofNullable(lines.get(id));
    }

    /** Whether any figure of what happened may be shown. */
    public boolean hasFigures() {
        return readings.stream().flatMap(reading -> reading.lines().stream()).anyMatch(line -> line.withheld() == null
                && line.support().basis() != Support.Basis.DECLARED);
    }
}
