package org.desireline.instrument;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The strongest cases behind a line: the highest weights seen, ties by item number; merges in any order.
 */
public final class Top implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Comparator<Case> ORDER = Comparator.<Case>comparingLong(c -> -c.weight())
            .thenComparingInt(Case::rank).thenComparingInt(Case::item).thenComparingLong(Case::atMillis);

    /** How many cases a line keeps. */
    public static final int MOST = 20;

    /**
     * A case.
     *
     * @param weight what it is ordered by, highest first
     * @param rank breaks ties, lowest first, before the item does
     * @param item number of the item
     * @param key name of the item
     * @param atMillis when
     * @param origin where the event behind it was read, empty where there is no single one
     * @param details what a reader needs to see, as numbers the instrument understands
     */
    public record Case(long weight, int rank, int item, String key, long atMillis, String origin,
            ArrayList<Long> details)
            implements Serializable {}

    private final ArrayList<Case> cases = new ArrayList<>();

    /** Offers a case. */
    public void add(Case candidate) {
        if (cases.size() == MOST && ORDER.compare(candidate, cases.get(MOST - 1)) >= 0) {
            return;
        }
        int at = 0;
        while (at < cases.size() && ORDER.compare(cases.get(at), candidate) <= 0) {
            at++;
        }
        cases.add(at, candidate);
        if (cases.size() > MOST) {
            cases.remove(MOST);
        }
    }

    /** Offers every case of another. */
    public void add(Top other) {
        other.cases.forEach(this::add);
    }

    /** The cases, strongest first. */
    public List<Case> cases() {
        return List.copyOf(cases);
    }
}
