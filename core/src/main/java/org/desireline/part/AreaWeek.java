package org.desireline.part;

import org.desireline.charter.Dimension;

/**
 * What one actor did in one area in one week, as a member of one team, on what was declared to be one team's. Areas are
 * those that a charter declares, or components where it declares none; what touches several counts for the first.
 *
 * <p>A touch counts here if it is one elsewhere ({@link TeamWeek}), and besides if whoever left it is a member of any
 * declared team, or committed: who acts is the question, so it must not depend on whose the item was. Law: touches add
 * up to what was recorded, and so do hours.
 *
 * @param actor number of the actor, as a cluster label only
 * @param team code of the declared team that the actor belonged to just then, or {@link TeamWeek#NONE}
 * @param dimension what the area is a class of
 * @param area its code
 * @param owner code of the team that was declared to own the item just then, or {@link TeamWeek#NONE}
 * @param weekMillis when the week begins: a Monday's midnight in the charter's zone
 * @param inWindow whether the whole week lies inside the window
 * @param touches signs of work
 * @param declared of these, commits by what a repository says of who made them, by ordinal of {@link Told}
 * @param approvals of these, reviews that approved
 * @param millis recorded work
 * @param onCalendarMillis of it, what lies in working hours
 */
public record AreaWeek(
        int actor,
        int team,
        Dimension dimension,
        int area,
        int owner,
        long weekMillis,
        boolean inWindow,
        long touches,
        long[] declared,
        long approvals,
        long millis,
        long onCalendarMillis)
        implements Part {

    /** What a repository says of whoever made a commit. */
    public enum Told {
        /** Declared to own what was changed. */
        OWNER,
        /** Not declared, while others were. */
        OTHER,
        /** Nobody was declared to own it. */
        NONE,
        /** Owners were declared, but not by a name that tells whether it was one of them. */
        UNCLEAR
    }
}
