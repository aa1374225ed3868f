package org.desireline.publish;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Unit;
import org.desireline.time.Span;
import org.desireline.time.Window;

/** Small readings to publish, for tests of what is shown and said. */
public final class Sample {

    /** A support that is withheld for want of people. */
    public static final Support TOO_FEW = new Support(Basis.STRUCTURE, 40, 4, 0, "too few", List.of());

    private static final Evidence EVIDENCE = new Evidence("A-1", "2014-05-06", "waited", List.of("page.json#7"),
            List.of("2 Major"));

    private Sample() {}

    /** A run over the window of 52 weeks, with these priorities. */
    public static Head head(String... priorities) {
        return head("52w", List.of(priorities));
    }

    /** A run over a window of this name. */
    public static Head head(String window, List<String> priorities) {
        LocalDate from = LocalDate.of(2014, 1, 13);
        LocalDate to = LocalDate.of(2015, 1, 12);
        Span span = new Span(from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
                to.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return new Head(span.toMillis(), new Window(window, span, from, to), "UTC", "sha256:0", "2014-01-13", true,
                priorities, new Head.Data(9, 0, 90, 9, 9, 0, 0, 0, 0, 0, 0, 9, 9, 0, 1, Head.Work.NONE,
                Head.Activities.NONE),
                List.of());
    }

    /** A reading that was measured. */
    public static Reading reading(String instrument, Line... lines) {
        return new Reading(instrument, null, 90, 80, Map.of(), List.of(), List.of(lines), List.of());
    }

    /** A line with this figure, on this support, with a case of evidence. */
    public static Line line(String id, String label, Estimate estimate, Support support) {
        return new Line(id, new Line.About("priority", "Major"), label, "window", estimate, "of all", support, null,
                List.of(EVIDENCE));
    }

    /** A line that nobody could be recognised by. */
    public static Line line(String id, String label, Estimate estimate) {
        return line(id, label, estimate, new Support(Basis.STRUCTURE, 40, 9, 0, id, List.of()));
    }

    /** A line of a cell in tables, with as many items and actors; its figure is the number of items. */
    public static Line cell(String cell, int items, int actors, String... tables) {
        return line("sample/" + cell, cell, Estimate.exact(items, Unit.ITEMS, items, actors, Grade.OBSERVED),
                new Support(Basis.STRUCTURE, items, actors, 0, cell, List.of(tables)));
    }
}
