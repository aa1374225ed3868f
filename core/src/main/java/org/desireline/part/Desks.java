package org.desireline.part;

/**
 * What lay on each actor's desk: owned items not started yet, and starts. Columns, in the order of actors and then of
 * time. Seen by the assembler only. Cost: {@code n log n} in spans; 24 bytes a span on a desk, 8 a start.
 */
final class Desks {

    private final Lives lives;
    private Desk ready = new Desk(new int[0], new int[0], new long[0], new long[0]);
    private Starts starts = new Starts(new int[0], new int[0]);

    /**
     * First starts in the order of actors, instants and lives.
     *
     * @param actor number of the actor, or -1
     * @param life life index
     */
    record Starts(int[] actor, int[] life) {

        int size() {
            return actor.length;
        }
    }

    /**
     * Rows in the order of actors, instants and lives.
     *
     * @param actor number of the actor, or -1
     * @param life life index
     * @param fromMillis first instant
     * @param toMillis first instant after
     */
    record Desk(int[] actor, int[] life, long[] fromMillis, long[] toMillis) {

        int size() {
            return actor.length;
        }

        /** The first row of an actor, or of the next one there is. */
        int firstOf(int who) {
            int low = 0;
            int high = actor.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (actor[middle] < who) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    Desks(Lives lives) {
        this.lives = lives;
        desks();
    }

    private void desks() {
        DeskBuilder lying = new DeskBuilder();
        DeskBuilder begun = new DeskBuilder();
        for (int life = 0; life < lives.size(); life++) {
            addReady(life, lying);
            if (lives.startMillis(life) != Life.NEVER) {
                int who = lives.starter(life) >= 0 ? lives.starter(life) : ownerBefore(life);
                begun.add(who, life, lives.startMillis(life), lives.startMillis(life));
            }
        }
        ready = lying.desk();
        Desk begins = begun.desk();
        starts = new Starts(begins.actor(), begins.life());
    }

    private int ownerBefore(int life) {
        int step = lives.stepAt(life, lives.startMillis(life) - 1);
        return step < 0 ? -1 : Math.max(-1, lives.owner(step));
    }

    private void addReady(int life, DeskBuilder lying) {
        long until = lives.startMillis(life) == Life.NEVER ? lives.endMillis(life) : lives.startMillis(life);
        int actor = -1;
        long since = 0;
        long last = Long.MIN_VALUE;
        for (int step = lives.firstStep(life); step <= lives.lastStep(life); step++) {
            long from = lives.atMillis(step);
            long to = Math.min(until, lives.untilMillis(life, step));
            boolean lies = lives.owner(step) >= 0 && lives.phase(step).isReady() && from < to;
            if (!lies) {
                continue;
            }
            if (actor != lives.owner(step) || last != from) {
                if (actor >= 0) {
                    lying.add(actor, life, since, last);
                }
                actor = lives.owner(step);
                since = from;
            }
            last = to;
        }
        if (actor >= 0) {
            lying.add(actor, life, since, last);
        }
    }

    /** Collects rows, then puts them in order; rows of one actor and instant keep the order of lives. */
    private static final class DeskBuilder {

        private final Columns.Ints actor = new Columns.Ints();
        private final Columns.Ints life = new Columns.Ints();
        private final Columns.Longs from = new Columns.Longs();
        private final Columns.Longs to = new Columns.Longs();

        void add(int who, int which, long fromMillis, long toMillis) {
            actor.add(who);
            life.add(which);
            from.add(fromMillis);
            to.add(toMillis);
        }

        Desk desk() {
            int[] order = Columns.sorted(actor.size(), (a, b) -> actor.get(a) != actor.get(b)
                    ? Integer.compare(actor.get(a), actor.get(b)) : Long.compare(from.get(a), from.get(b)));
            int n = order.length;
            Desk desk = new Desk(new int[n], new int[n], new long[n], new long[n]);
            for (int i = 0; i < n; i++) {
                desk.actor[i] = actor.get(order[i]);
                desk.life[i] = life.get(order[i]);
                desk.fromMillis[i] = from.get(order[i]);
                desk.toMillis[i] = to.get(order[i]);
            }
            return desk;
        }
    }

    /** Spans during which items lay unstarted and open on their owners' desks. */
    Desk ready() {
        return ready;
    }

    /** First starts. */
    Starts starts() {
        return starts;
    }
}
