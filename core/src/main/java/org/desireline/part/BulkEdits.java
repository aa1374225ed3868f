package org.desireline.part;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Journal;
import org.desireline.journal.Verb;

/**
 * Finds edits of many items at once: five or more items by one actor on the same field within 60 seconds. They are
 * tidying, not attention, and count as no touch.
 *
 * <p>Cost: {@code n log n} time and about 40 bytes an edit while it runs.
 */
final class BulkEdits {

    private static final int ITEMS = 5;
    private static final long WITHIN_MILLIS = 60_000L;

    private BulkEdits() {}

    /** Edits as columns. */
    private static final class Edits {

        private final Columns.Ints actor = new Columns.Ints();
        private final Columns.Longs field = new Columns.Longs();
        private final Columns.Longs at = new Columns.Longs();
        private final Columns.Ints item = new Columns.Ints();
        private final Columns.Ints ordinal = new Columns.Ints();
        private int[] order = new int[0];

        /** Puts them in the order of actors, fields and instants; edits of one instant keep their order. */
        void settle() {
            order = Columns.sorted(actor.size(), (a, b) -> {
                int byActor = Integer.compare(actor.get(a), actor.get(b));
                int byField = byActor != 0 ? byActor : Long.compare(field.get(a), field.get(b));
                return byField != 0 ? byField : Long.compare(at.get(a), at.get(b));
            });
        }

        /** Whether two edits are of one actor and field, the second at most a minute after the first. */
        boolean together(int first, int second) {
            int a = order[first];
            int b = order[second];
            return actor.get(a) == actor.get(b) && field.get(a) == field.get(b)
                    && at.get(b) - at.get(a) <= WITHIN_MILLIS;
        }

        /** Distinct items in a run, counted no further than needed. */
        boolean ofManyItems(int from, int to) {
            return IntStream.rangeClosed(from, to).map(i -> item.get(order[i])).distinct().limit(ITEMS).count()
                    >= ITEMS;
        }

        int ordinal(int index) {
            return ordinal.get(order[index]);
        }
    }

    /** The ordinals, in reading order, of the events up to the as-of instant that belong to a bulk edit. */
    static BitSet find(Journal journal, long asOfMillis) {
        Edits edits = new Edits();
        int[] ordinal = {0};
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++, ordinal[0]++) {
                Verb verb = batch.verbAt(row);
                boolean edit = verb != Verb.created && verb != Verb.commented && verb != Verb.logged;
                if (batch.actor()[row] >= 0 && batch.atMillis()[row] <= asOfMillis && edit) {
                    edits.actor.add(batch.actor()[row]);
                    edits.field.add(field(batch, row));
                    edits.at.add(batch.atMillis()[row]);
                    edits.item.add(batch.item()[row]);
                    edits.ordinal.add(ordinal[0]);
                }
            }
        });
        edits.settle();
        BitSet bulk = new BitSet();
        int from = 0;
        for (int last = 0; last < edits.order.length; last++) {
            while (!edits.together(from, last)) {
                from++;
            }
            if (last - from + 1 >= ITEMS && edits.ofManyItems(from, last)) {
                for (int i = last; i >= from && !bulk.get(edits.ordinal(i)); i--) {
                    bulk.set(edits.ordinal(i));
                }
            }
        }
        return bulk;
    }

    private static long field(EventBatch batch, int row) {
        int attribute = batch.attributeStart()[row];
        int name = attribute < batch.attributeStart()[row + 1] ? batch.attributeName()[attribute] : -1;
        return ((long) batch.verb()[row] << 32) | (name & 0xFFFFFFFFL);
    }
}
