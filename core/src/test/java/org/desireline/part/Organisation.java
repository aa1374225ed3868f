package org.desireline.part;

import java.util.List;
import org.desireline.charter.Charter;
import org.desireline.journal.Event;
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
 */
public record Organisation(
        long seed, long stepMillis, Charter charter, Window window, long asOfMillis, List<Event> events) {

    public Organisation {
        events = List.copyOf(events);
    }

    /** Its events as a journal. */
    public Journal journal() {
        MemoryJournal.Builder builder = new MemoryJournal.Builder();
        events.forEach(builder::add);
        return builder.build();
    }

    /** The journal, assembled. */
    public Assembly assembly() {
        return Assembler.assemble(journal(), charter, window, asOfMillis);
    }
}
