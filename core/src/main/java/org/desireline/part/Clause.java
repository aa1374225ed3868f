package org.desireline.part;

import java.util.List;

/**
 * Something that charters say and that can be set beside what others of them say: a pair of priorities, a tradeoff
 * rule, a priority, an area. Words of charters only; nothing of what anybody did.
 *
 * @param kind what it is
 * @param team the team whose own charter it is of; empty of what all of them say together
 * @param what what it is about
 * @param differs whether the charters do not go together there
 * @param because how they do not, as a clause; empty where they do
 * @param day the first day of the charter it stands in
 * @param places where it is written, the organisation's charter first; none of a component of the data
 */
public record Clause(
        Kind kind, String team, String what, boolean differs, String because, String day, List<String> places)
        implements Part {

    /** What a clause is. */
    public enum Kind {
        /** Two priorities that both charters declare; they differ where they stand in another order. */
        PAIR,
        /** A team's tradeoff rule; it differs where the organisation puts first what the rule puts behind. */
        RULE,
        /** A priority of the organisation; it differs where the team's charter does not name it. */
        PRIORITY,
        /** A priority of a team's charter; it differs where the organisation's does not name it. */
        OWN_PRIORITY,
        /** An area that a team claims; it differs where another claims it too. */
        CLAIM,
        /**
         * A component of the items in the window, or, where the data know none, one that a priority of the organisation
         * includes; it differs where no team claims it.
         */
        COMPONENT
    }

    public Clause {
        places = List.copyOf(places);
    }
}
