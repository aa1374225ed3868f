package org.desireline.instrument;

import java.util.List;
import org.desireline.part.Account;

/**
 * Whom and what a line rests on; the publisher decides by it.
 *
 * @param basis which rule of privacy applies
 * @param items items in the population of the line
 * @param actors distinct actors with any event on these items
 * @param largestShare the largest single actor's share of what the line counts; 0 where nobody acts
 * @param cell lines of one cell are shown or withheld together
 * @param sums additive tables the cell belongs to: if only one cell of a table were hidden, subtraction would bare it
 * @param ranges cells that the range over other settings is made of: if one of them were hidden, the range would bare
 * it
 */
public record Support(
        Basis basis, long items, long actors, double largestShare, String cell, List<String> sums,
        List<String> ranges) {

    /** A support whose range, if any, tells of no other cell. */
    public Support(Basis basis, long items, long actors, double largestShare, String cell, List<String> sums) {
        this(basis, items, actors, largestShare, cell, sums, List.of());
    }

    /** Which rule of privacy applies to a line. */
    public enum Basis {
        /** About structure: at least five items and a population of at least five actors. */
        STRUCTURE,
        /** Made of what actors did: at least five actors, and none above half. */
        ACTIVITY,
        /** Made of what was declared, and of nothing that anybody did: always shown. */
        DECLARED
    }

    /** The table in which the weeks of a party add up to its hours in the window; recorded work is its owner's. */
    public static String weeks(Account party) {
        return "weeks/" + (party == Account.worked || party == Account.rework ? Account.owner : party).name();
    }

    public Support {
        sums = List.copyOf(sums);
        ranges = List.copyOf(ranges);
        if (basis == Basis.DECLARED && (actors != 0 || largestShare != 0 || !sums.isEmpty() || !ranges.isEmpty())) {
            throw new IllegalArgumentException("What was declared rests on nobody: " + cell + " rests on " + actors
                    + " people. Perhaps it is made of what they did.");
        }
    }
}
