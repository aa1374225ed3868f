package org.desireline.part;

/**
 * What came in, went out and was worked on in one week, of one team's items. Delivered for every week from the first
 * event to as-of, and for the whole organisation as {@link #WHOLE} beside each team. Arrays are by ordinal of the
 * dimension, then by class code.
 *
 * @param team class code of the team, or {@link #WHOLE}
 * @param weekMillis when the week begins: a Monday's midnight in the charter's zone
 * @param inWindow whether the whole week lies inside the window
 * @param regime whether time was short
 * @param arrivals items created
 * @param finished items done
 * @param wip items open and begun when the week ends
 * @param effort recorded work on the team's items, by anybody
 * @param actors how many people's it is
 */
public record TeamWeek(
        int team,
        long weekMillis,
        boolean inWindow,
        Regime regime,
        long[][] arrivals,
        long[][] finished,
        long[][] wip,
        Effort effort,
        int actors)
        implements Part {

    /** The whole organisation. */
    public static final int WHOLE = -1;
    /** No team is known. */
    public static final int NONE = -2;

    /** Whether time was short. */
    public enum Regime {
        /** No pressure was declared, or none can be. */
        UNDECLARED,
        /** Less than half of the week's working hours lay in a time of pressure. */
        CALM,
        /** Half of the week's working hours or more lay in one. */
        PRESSURE
    }
}
