package org.desireline.journal;

import java.util.List;
import java.util.function.Consumer;

/** Port: the event log as everything right of the sources reads it. */
public interface Journal {

    /** Texts by code: item ids, attribute names and values, pointers. */
    String text(int code);

    /** Number of distinct items; items are numbered 0 to this, in the order of their ids. */
    int itemCount();

    /** Number of distinct actors; actors are numbered in order of first appearance by (item, instant, id). */
    int actorCount();

    /** Number of events. */
    long eventCount();

    /** An actor's token, for comparison with a declared list; never for output. */
    String actorToken(int actor);

    /** The id of an item. */
    String itemId(int item);

    /**
     * Delivers the events as column batches ordered by (item, instant, id); a batch never splits an item. The batch is
     * valid only during the call.
     */
    void read(Consumer<EventBatch> sink);

    /** Troubles met while the journal was filled. */
    List<Trouble> troubles();
}
