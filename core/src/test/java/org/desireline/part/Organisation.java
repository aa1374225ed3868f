package org.desireline.part;

import java.util.List;
import org.desireline.charter.Charter;
import org.desireline.journal.Event;
import org.desireline.journal.Journal;
import org.desireline.journal.Journal;
import org.desireline.journal.MemoryJournal;
import org.desireline.time.Window;

/**
 * A small organisation that never was: its events, and the frame they are read in.
 *
 * @param seed what it was made from
 * @param stepMillis every instant that matters is a multiple of this
 * @param charter the rules in force
 * @param window the window of the run
 * @param asOfMillis the instant up to which the events are read
 * @param events in no order
 * @param decree what was declared
 */
public record Organisation(
        long seed,
        long stepMillis,
        Charter charter,
        Window window,
        long asOfMillis,
        List<Event> events,
        Decree decree) {

    public Organisation {
        events = List.copyOf(events);
        charter = new Charter(charter.week(), charter.statuses(), charter.priorities(), charter.bots(),
                charter.containerTypes(), charter.assumed(), decree.intent(), charter.timedScopes());
    }

    /** One where nothing was declared. */
    public Organisation(
            long seed, long stepMillis, Charter charter, Window window, long asOfMillis, List<Event> events) {
        this(seed, stepMillis, charter, window, asOfMillis, events, Decree.none());
    }

    /** Its events as a journal. */
    public Journal journal() {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        events.forEach(builder::add);
        return builder.build();
    }

    /** The journal, assembled. */
    public Assembly assembly() {
        return assembly(journal());
    }

    /** Its journal, assembled. */
    public Assembly assembly(Journal journal) {
        return Assembler.assemble(journal, charter, decree.membership(journal, Past.all(this)), window, asOfMillis);
    }
}
