package org.desireline.instrument.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.desireline.charter.Dimension;
import org.desireline.part.ClassTable;
import org.desireline.part.Frame;
import org.desireline.part.Promise;
import org.jspecify.annotations.Nullable;

/** A way to tell promises apart. Each promise belongs to one class of each. The labels are those of line ids. */
enum Slice {
    /** All of them. */
    ALL("all", null),
    /** By what they are about. */
    PROMISE("promise", null),
    /** By how long ahead they were made. */
    LEAD("lead", null),
    PRIORITY("priority", Dimension.PRIORITY),
    TEAM("team", Dimension.TEAM),
    AREA("area", Dimension.AREA);

    private static final long DAY_MILLIS = 24L * 3_600_000;
    /** The ends of lead times in days, each belonging to the longer one. */
    private static final long[] LEADS = {60, 120, 240};
    private static final List<String> BANDS = List.of("under 60 d", "60 to 120 d", "120 to 240 d", "240 d or more");

    private final String label;
    private final @Nullable Dimension dimension;

    Slice(String label, @Nullable Dimension dimension) {
        this.label = label;
        this.dimension = dimension;
    }

    /** The name used in JSON and in line ids. */
    String label() {
        return label;
    }

    /** Whether ages are told for its classes too, not only counts. */
    boolean hasAges() {
        return this == ALL || this == PROMISE;
    }

    /** Whether it tells anything apart in a run. */
    boolean isTold(Frame frame) {
        return dimension == null || frame.classes().named(dimension) > 0;
    }

    /** The names of its classes, by code. */
    List<String> names(Frame frame) {
        return switch (this) {
            case ALL -> List.of("all");
            case PROMISE -> Stream.of(Promise.Kind.values()).map(Promise.Kind::label).toList();
            case LEAD -> BANDS;
            case PRIORITY, TEAM, AREA -> dimension == null ? List.of(ClassTable.NONE)
                    : frame.classes().names(dimension);
        };
    }

    /** The class of a promise. */
    int code(Promise promise) {
        return switch (this) {
            case ALL -> 0;
            case PROMISE -> promise.kind().ordinal();
            case LEAD -> band(promise.leadMillis());
            case PRIORITY, TEAM, AREA -> dimension == null ? 0 : promise.classes()[dimension.ordinal()];
        };
    }

    private static int band(long leadMillis) {
        int band = 0;
        while (band < LEADS.length && leadMillis >= LEADS[band] * DAY_MILLIS) {
            band++;
        }
        return band;
    }

    /** The additive tables that a class belongs to, for a column: its own, and all of them for the whole. */
    List<String> tables(String column) {
        List<String> tables = new ArrayList<>();
        for (Slice slice : values()) {
            if (slice != ALL && (this == ALL || this == slice)) {
                tables.add("commitment/" + slice.label + "/" + column);
            }
        }
        return tables;
    }
}
