package org.desireline.app.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Link;
import org.desireline.journal.Ref;
import org.jspecify.annotations.Nullable;

/** Events on their way into the file: columns of codes, none twice. */
final class Batch {

    /** An event as far as it can be told from another. */
    private record Identity(EventId id, EventId content) {}

    final long[] idHigh;
    final long[] idLow;
    final long[] contentHigh;
    final long[] contentLow;
    final int[] item;
    final long[] at;
    final int[] verb;
    final int[] actor;
    final int[] kind;
    final int[] pointer;
    final long[] record;
    final long[] version;
    final int[] attributeStart;
    final int[] linkStart;
    int[] attributes = new int[1024];
    int[] links = new int[256];
    final List<EventId> contested = new ArrayList<>();
    int size;

    private final Set<Identity> seen = new HashSet<>();
    private final Map<EventId, EventId> contents = new HashMap<>();
    private int attributeCount;
    private int linkCount;

    Batch(int rows) {
        idHigh = new long[rows];
        idLow = new long[rows];
        contentHigh = new long[rows];
        contentLow = new long[rows];
        item = new int[rows];
        at = new long[rows];
        verb = new int[rows];
        actor = new int[rows];
        kind = new int[rows];
        pointer = new int[rows];
        record = new long[rows];
        version = new long[rows];
        attributeStart = new int[rows + 1];
        linkStart = new int[rows + 1];
    }

    boolean isFull() {
        return size == idHigh.length;
    }

    /** Adds an event; one that is there already changes nothing. */
    void add(Event event, Codes texts, Codes items, Codes actors) {
        EventId content = event.content();
        if (!seen.add(new Identity(event.id(), content))) {
            return;
        }
        @Nullable EventId other = contents.putIfAbsent(event.id(), content);
        if (other != null) {
            contested.add(event.id());
        }
        int row = size++;
        idHigh[row] = event.id().high();
        idLow[row] = event.id().low();
        contentHigh[row] = content.high();
        contentLow[row] = content.low();
        item[row] = items.code(event.subject().id());
        at[row] = event.atMillis();
        verb[row] = texts.code(event.verb().name());
        Ref who = event.actor();
        actor[row] = who == null ? -1 : actors.code(who.id());
        kind[row] = texts.code(event.origin().source());
        pointer[row] = texts.code(event.origin().pointer());
        record[row] = event.origin().record();
        version[row] = event.origin().versionMillis();
        event.attributes().forEach((name, value) -> {
            attributes = room(attributes, 2 * attributeCount + 2);
            attributes[2 * attributeCount] = texts.code(name);
            attributes[2 * attributeCount++ + 1] = texts.code(value);
        });
        for (Link link : event.links()) {
            boolean toItem = link.target().kind().equals(Ref.ITEM);
            links = room(links, 3 * linkCount + 3);
            links[3 * linkCount] = texts.code(link.qualifier());
            links[3 * linkCount + 1] = (toItem ? items : actors).code(link.target().id());
            links[3 * linkCount++ + 2] = toItem ? 1 : 0;
        }
        attributeStart[row + 1] = attributeCount;
        linkStart[row + 1] = linkCount;
    }

    private static int[] room(int[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, 2 * array.length));
    }
}
