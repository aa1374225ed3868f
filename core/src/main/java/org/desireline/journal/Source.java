package org.desireline.journal;

import java.util.function.Consumer;

/** Port: a place that events come from. */
public interface Source {

    /** Short lower-case name, such as {@code jira}. */
    String name();

    /**
     * Delivers every event, in any order, and every trouble met on the way.
     *
     * @throws SourceException when the source could not be read at all
     */
    void read(Consumer<Event> events, Consumer<Trouble> troubles);
}
