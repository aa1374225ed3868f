package org.desireline.part;

import java.util.Locale;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;

/**
 * What people did to items, whosever the items were: an instant, an item and a mark each, in the order of actors and
 * then of time. What one person did to one item at one instant is one act; commits of one person that follow one
 * another within seconds are one, for a program repeats them. Cost: {@code n log n}; 14 bytes an act.
 */
final class Acts {

    /** The act says nothing besides that it was done. */
    static final int PLAIN = 0;

    private static final AreaWeek.Told[] TOLD = AreaWeek.Told.values();
    /** The lowest bits: one more than the ordinal of what a repository says of who committed. */
    private static final int DECLARED = 7;
    private static final int APPROVED = 8;

    private Columns.Ints actor = new Columns.Ints();
    private Columns.Ints life = new Columns.Ints();
    private Columns.Longs at = new Columns.Longs();
    private Columns.Bytes mark = new Columns.Bytes();
    private Columns.Instants instants = new Columns.Instants(at);
    private int[] first = new int[1];

    /** What an event says besides that somebody was at work. */
    static int mark(Row row, Verb verb) {
        if (verb == Verb.committed) {
            String told = row.orElse(Field.DECLARED, "").toUpperCase(Locale.ROOT);
            for (AreaWeek.Told each : TOLD) {
                if (each.name().equals(told)) {
                    return each.ordinal() + 1;
                }
            }
        }
        return verb == Verb.reviewed && "approved".equals(row.get(Field.VERDICT)) ? APPROVED : PLAIN;
    }

    /** Adds an act; lives come in their order. */
    void add(int which, Life.Sign sign) {
        actor.add(sign.actor());
        life.add(which);
        at.add(sign.atMillis());
        mark.add(sign.mark() | (sign.kind() == Life.Sign.Kind.COMMITTED ? Byte.MIN_VALUE : 0));
    }

    /** Puts them in order; none is added afterwards. */
    void settle(int actors) {
        int[] order = Columns.sorted(actor.size(), (a, b) -> actor.get(a) != actor.get(b)
                ? Integer.compare(actor.get(a), actor.get(b)) : Long.compare(at.get(a), at.get(b)));
        first = new int[actors + 1];
        Columns.Ints lives = new Columns.Ints();
        Columns.Longs times = new Columns.Longs();
        Columns.Bytes marks = new Columns.Bytes();
        int who = -1;
        long lastCommit = Long.MIN_VALUE / 2;
        for (int row : order) {
            lastCommit = actor.get(row) == who ? lastCommit : Long.MIN_VALUE / 2;
            who = actor.get(row);
            boolean commit = mark.get(row) < 0;
            boolean repeated = commit && at.get(row) - lastCommit < WorkRecords.COMMITS_APART_MILLIS;
            lastCommit = commit ? at.get(row) : lastCommit;
            int told = mark.get(row) & (DECLARED | APPROVED);
            int last = times.size() - 1;
            boolean again = first[who + 1] > 0 && times.get(last) == at.get(row) && lives.get(last) == life.get(row);
            if (again && !repeated) {
                marks.set(last, joined(marks.get(last), told));
            } else if (!repeated) {
                first[who + 1]++;
                lives.add(life.get(row));
                times.add(at.get(row));
                marks.add(told);
            }
        }
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
        life = lives;
        life.trim();
        mark = marks;
        mark.trim();
        instants = new Columns.Instants(times);
        actor = new Columns.Ints();
        at = new Columns.Longs();
    }

    /** What two marks of one act say: the first word on who was declared stands. */
    private static int joined(int one, int other) {
        int declared = (one & DECLARED) != 0 ? one & DECLARED : other & DECLARED;
        return declared | ((one | other) & APPROVED);
    }

    /** How many there are. */
    int size() {
        return first[first.length - 1];
    }

    /** First row of an actor's acts; the last is the one before the next actor's first. */
    int first(int who) {
        return first[who];
    }

    int life(int row) {
        return life.get(row);
    }

    long atMillis(int row) {
        return instants.get(row);
    }

    /** The ordinal of what a repository says of who committed, or -1. */
    int told(int row) {
        return (mark.get(row) & DECLARED) - 1;
    }

    boolean approves(int row) {
        return (mark.get(row) & APPROVED) != 0;
    }
}
