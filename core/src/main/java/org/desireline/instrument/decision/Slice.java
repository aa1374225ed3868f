package org.desireline.instrument.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.desireline.part.Decision;
import org.desireline.part.Frame;

/** A way to tell decisions apart. The labels are those of line ids. */
enum Slice {
    /** All of them. */
    ALL("all"),
    /** By declared right; one decision may fall under several, or none. */
    RIGHT("right"),
    /** By whether time was short when they came up. */
    TIME("time");

    private final String label;

    Slice(String label) {
        this.label = label;
    }

    /** The name used in JSON and in line ids. */
    String label() {
        return label;
    }

    /** The names of its classes, by code. */
    List<String> names(Frame frame) {
        return switch (this) {
            case ALL -> List.of("all");
            case RIGHT -> frame.charter().intent().rights();
            case TIME -> Stream.of(Decision.Time.values()).map(time -> time.name().toLowerCase(Locale.ROOT)).toList();
        };
    }

    /** The classes of a decision, as bits. */
    int codes(Decision decision) {
        return switch (this) {
            case ALL -> 1;
            case RIGHT -> decision.rights();
            case TIME -> 1 << decision.time().ordinal();
        };
    }

    /** The tables that a class belongs to, for a column: its own, and all of them for the whole. */
    List<String> tables(String column) {
        List<String> tables = new ArrayList<>();
        for (Slice slice : values()) {
            if (slice != ALL && (this == ALL || this == slice)) {
                tables.add("decision/" + slice.label + "/" + column);
            }
        }
        return tables;
    }
}
