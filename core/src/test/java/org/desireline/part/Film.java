package org.desireline.part;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Phase;

/** What an item was like from each instant at which it could change to the next, for oracles that ask often. */
final class Film {

    final Past past;
    /** Whether it only holds other items. */
    final boolean container;
    /** When it was finished for good, or the as-of instant. */
    final long end;
    private final TreeMap<Long, Past.State> states = new TreeMap<>();

    /**
     * Looks at an item at every instant.
     *
     * @param turns when something changes for all items
     */
    Film(Past past, MinuteOracle hours, Set<Long> turns, long asOf) {
        this.past = past;
        this.container = past.container(asOf);
        this.end = past.end(asOf);
        TreeSet<Long> instants = new TreeSet<>(past.instants);
        instants.addAll(turns);
        instants.add(past.created);
        for (long at : instants.subSet(past.created, true, asOf, true)) {
            states.put(at, hours.state(past, at));
        }
    }

    /** What it was like; it must exist. */
    Past.State at(long millis) {
        return states.floorEntry(millis).getValue();
    }

    /** When it could change, and when it was created. */
    NavigableSet<Long> instants() {
        return states.navigableKeySet();
    }

    boolean exists(long millis) {
        return millis >= past.created;
    }

    /** Whether it exists and is open. */
    boolean open(long millis) {
        return exists(millis) && !at(millis).over();
    }

    /** Whether it exists and lies ready, in the backlog or in the queue. */
    boolean ready(long millis) {
        Phase phase = exists(millis) ? at(millis).phase : Phase.done;
        return phase == Phase.backlog || phase == Phase.queued;
    }
}
