package org.desireline.part;

import org.desireline.charter.Dimension;

/**
 * What lay in one area at the end of one week, of what was declared to be one team's. Weeks in which nothing of
 * that came up are not delivered. Law: what is open adds up to the items that are.
 *
 * @param dimension what the area is a class of
 * @param area its code
 * @param owner code of the team that was declared to own the items, or {@link TeamWeek#NONE}
 * @param weekMillis when the week begins: a Monday's midnight in the charter's zone
 * @param inWindow whether the whole week lies inside the window
 * @param items items created in this week or open at its end, and in no earlier week of the window; 0 outside it
 * @param open items that exist and are not over when the week ends
 * @param waiting of these, the items that nobody is at work on by their status, parked ones left out
 * @param parked of those open, the items that are parked
 * @param handOvers how often an item went in the week from a member of one declared team to one of another
 */
public record AreaStock(
        Dimension dimension,
        int area,
        int owner,
        long weekMillis,
        boolean inWindow,
        long items,
        long open,
        long waiting,
        long parked,
        long handOvers)
        implements Part {}
