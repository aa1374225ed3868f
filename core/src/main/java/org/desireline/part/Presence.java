package org.desireline.part;

/** Who was at work on what kind of thing when. Cost: 16 bytes a sign of it, {@code log n} to ask. */
final class Presence {

    private final long[] key;
    private final long[] atMillis;

    private Presence(long[] key, long[] atMillis) {
        this.key = key;
        this.atMillis = atMillis;
    }

    /** Collects signs in any order. */
    static final class Builder {

        private final Columns.Longs key = new Columns.Longs();
        private final Columns.Longs at = new Columns.Longs();

        void add(int actor, int kind, long atMillis) {
            key.add(key(actor, kind));
            at.add(atMillis);
        }

        Presence build() {
            int[] order = Columns.sorted(key.size(), (a, b) -> key.get(a) != key.get(b)
                    ? Long.compare(key.get(a), key.get(b)) : Long.compare(at.get(a), at.get(b)));
            long[] keys = new long[order.length];
            long[] instants = new long[order.length];
            for (int i = 0; i < order.length; i++) {
                keys[i] = key.get(order[i]);
                instants[i] = at.get(order[i]);
            }
            return new Presence(keys, instants);
        }
    }

    private static long key(int actor, int kind) {
        return (long) actor << Integer.SIZE | kind;
    }

    /** Whether there is a sign of an actor's work on a kind in {@code [fromMillis, toMillis)}. */
    boolean wasActive(int actor, int kind, long fromMillis, long toMillis) {
        long wanted = key(actor, kind);
        int low = 0;
        int high = key.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean below = key[middle] < wanted || (key[middle] == wanted && atMillis[middle] < fromMillis);
            if (below) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < key.length && key[low] == wanted && atMillis[low] < toMillis;
    }
}
