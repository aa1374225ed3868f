package org.desireline.journal;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What items were like over time: their attributes after each change, read from a journal in one pass.
 *
 * <p>Cost: O(a) in attributes of events; memory for one item.
 */
public final class Histories {

    private static final Set<String> PROMISE = Set.of(Field.DUE, Field.TARGET, Field.PROMISED_AS);

    private Histories() {}

    /** Receives the attributes of an item as they are from an instant on. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Called for the creation of an item and for each later instant at which an attribute changed; items ascend,
         * and so do the instants of each.
         *
         * @param item number of the item
         * @param createdMillis when it was created
         * @param atMillis from when the attributes hold
         * @param attributes by {@link Field}; valid only during the call
         */
        void step(int item, long createdMillis, long atMillis, Map<String, String> attributes);
    }

    /**
     * Reads all items.
     *
     * @param asOfMillis the instant up to which the data are read
     */
    public static void read(Journal journal, long asOfMillis, Visitor visitor) {
        journal.read(batch -> {
            for (int from = 0; from < batch.size(); ) {
                int to = from + 1;
                while (to < batch.size() && batch.item()[to] == batch.item()[from]) {
                    to++;
                }
                read(journal, batch, from, to, asOfMillis, visitor);
                from = to;
            }
        });
    }

    /** The row of an item's creation, or its first row where the source does not say. */
    public static int creation(EventBatch batch, int from, int to) {
        for (int row = from; row < to; row++) {
            if (batch.verbAt(row) == Verb.created) {
                return row;
            }
        }
        return from;
    }

    private static void read(
            Journal journal, EventBatch batch, int from, int to, long asOfMillis, Visitor visitor) {
        int creation = creation(batch, from, to);
        long created = batch.atMillis()[creation];
        if (created >= asOfMillis) {
            return;
        }
        // Whatever shares the creation's instant, or is dated earlier by a wrong clock, changes the item as created.
        TreeMap<String, String> attributes = new TreeMap<>();
        collect(journal, batch, creation, attributes);
        boolean changed = true;
        for (int row = from; row < to; ) {
            long at = Math.max(created, batch.atMillis()[row]);
            if (at > asOfMillis) {
                return;
            }
            int next = row;
            while (next < to && Math.max(created, batch.atMillis()[next]) == at) {
                changed |= next != creation && collect(journal, batch, next, attributes);
                next++;
            }
            if (changed) {
                visitor.step(batch.item()[from], created, at, attributes);
            }
            changed = false;
            row = next;
        }
    }

    private static boolean collect(Journal journal, EventBatch batch, int row, Map<String, String> attributes) {
        boolean changed = false;
        boolean ofAPromise = isOfAPromise(journal, batch, row);
        for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
            String name = journal.text(batch.attributeName()[i]);
            if (!ofAPromise || !PROMISE.contains(name)) {
                String value = journal.text(batch.attributeValue()[i]);
                changed |= !value.equals(attributes.put(name, value));
            }
        }
        return changed;
    }

    /** Whether an event is about one promise of several, whose day is not the item's own due date. */
    private static boolean isOfAPromise(Journal journal, EventBatch batch, int row) {
        for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
            if (journal.text(batch.attributeName()[i]).equals(Field.TARGET)) {
                return true;
            }
        }
        return false;
    }
}
